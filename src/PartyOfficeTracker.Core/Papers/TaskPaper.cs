using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The list of tasks on paper: everybody's, or one unit's.</summary>
public sealed class TaskPaper(PaperDesk desk, TaskListReader tasks)
{
    public async Task<PaperTable> MakeAsync(Actor actor, TaskFilter filter, CancellationToken cancel)
    {
        var names = await desk.NamesAsync(cancel);
        var own = actor.Role == UserRole.Province;
        var unit = own ? actor.UnitId : OneUnit(filter.UnitIds, names);
        var title = desk.Text[own ? "Nav.MyTasks" : "Nav.AllTasks"].Value + (unit is null ? "" : " – " + names.Unit(unit, desk.Today));
        Task<PagedList<TaskListItem>> PageAsync(string? after, CancellationToken stop) => tasks.ListAsync(
            actor, filter with { After = after, Size = PaperTable.PageSize }, stop);

        // What the filter's numbers stand for is read off the rows themselves.
        var first = (filter.ConferenceId ?? filter.DirectiveId) is not null && (await PageAsync(null, cancel)).Items is [var row, ..] ? row : null;
        var units = own ? null : filter.UnitIds?.Select(id => names.Unit(id, desk.Today));
        return desk.Table(
            actor,
            title,
            [
                ("Task.Unit", units is null ? null : string.Join(", ", units)),
                ("Directive.Conference", filter.ConferenceId is null ? null : first?.ConferenceTitle ?? PaperDesk.Number(filter.ConferenceId)),
                ("Directive.One", filter.DirectiveId is null || first is null
                    ? PaperDesk.Number(filter.DirectiveId)
                    : PaperDesk.Numbered(first.Number, first.Text)),
                ("Task.State", desk.Label(filter.State)),
                ("Task.Urgency", desk.Label(filter.Urgency)),
                ("Task.Result", desk.Label(filter.Result)),
                ("Task.Year", PaperDesk.Number(filter.Year)),
                ("Common.Text", filter.Text),
            ],
            Columns(actor, names),
            PageAsync);
    }

    /// <summary>The unit a list is of: the one that was chosen, or the one that carries on the work of all that were.</summary>
    private static int? OneUnit(IReadOnlyCollection<int>? chosen, NameBook names)
    {
        if (chosen is null or { Count: 1 })
        {
            return chosen?.First();
        }

        var byId = names.Units.ToDictionary(u => u.Id);
        return chosen.Where(byId.ContainsKey).Select(id => UnitDirectory.Today(byId[id], byId).Id).Distinct().ToList() is [var one] ? one : null;
    }

    private IEnumerable<ListColumn<TaskListItem>> Columns(Actor actor, NameBook names)
    {
        var own = actor.Role == UserRole.Province;
        string? TakenOver(TaskListItem item) =>
            StatusText.TakenOver(desk.Text, item.UnitFor(actor), item.GivenToId, id => names.Unit(id, item.ConferenceDate));
        if (!own)
        {
            yield return new ListColumn<TaskListItem>(
                "Task.Unit", 16, item => PaperDesk.WithReason(names.Unit(item.UnitId, item.ConferenceDate), TakenOver(item)));
        }

        yield return new ListColumn<TaskListItem>("Task.What", 60, item => What(item, own ? TakenOver(item) : null));
        yield return new ListColumn<TaskListItem>("Task.Source", 28, item => item.ConferenceTitle);
        yield return new ListColumn<TaskListItem>("Conference.Date", ColumnKind.Day, 12, item => item.ConferenceDate);
        yield return new ListColumn<TaskListItem>("Directive.Deadline", ColumnKind.Day, 12, item => item.DueOn);
        yield return new ListColumn<TaskListItem>("Directive.DeadlineText", 18, Deadline);
        yield return new ListColumn<TaskListItem>(
            "Task.Urgency", 16, item => StatusText.OfUrgency(desk.Text, item.Urgency, item.DueOn, item.LateAfter, desk.Today)?.Text);
        yield return new ListColumn<TaskListItem>(
            "Task.State", 16, item => item.IsWithdrawn ? desk.Text["Enum.ResultGroup.Withdrawn"].Value : desk.Text.Of(item.State));
        yield return new ListColumn<TaskListItem>("Paper.Percent", ColumnKind.Number, 7, item => item.Percent);
    }

    private string What(TaskListItem item, string? takenOver)
    {
        var text = PaperDesk.Numbered(item.Number, item.Text);
        if (item.Period is { } period)
        {
            text += " · " + period.ToVietnamese();
        }

        if (takenOver is not null)
        {
            text += " · " + takenOver;
        }

        return item.Role == AssignmentRole.Coordinating ? text + " · " + desk.Text.Of(item.Role) : text;
    }

    private string? Deadline(TaskListItem item) =>
        item.Urgency == Urgency.NeedsDeadline ? item.DeadlineText : StatusText.DeadlineWords(desk.Text, item.DeadlineKind, item.DueOn, item.DeadlineText);
}
