using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The list of directives on paper.</summary>
public sealed class DirectivePaper(PaperDesk desk, DirectiveReader directives)
{
    public async Task<PaperTable> MakeAsync(Actor actor, DirectiveFilter filter, CancellationToken cancel)
    {
        var names = await desk.NamesAsync(cancel);
        Task<PagedList<DirectiveListItem>> PageAsync(string? after, CancellationToken stop) =>
            directives.ListAsync(actor, filter with { After = after, Size = PaperTable.PageSize }, stop);
        var conference = filter.ConferenceId is null ? null : (await PageAsync(null, cancel)).Items is [var first, ..] ? first.ConferenceTitle : null;
        return desk.Table(
            actor,
            desk.Text["Nav.Directives"],
            [
                ("Directive.Conference", conference ?? PaperDesk.Number(filter.ConferenceId)),
                ("Row.Field", filter.FieldOfWorkId == 0 ? desk.Text["Common.None"].Value : names.Field(filter.FieldOfWorkId)),
                ("Task.Unit", names.Unit(filter.UnitId, desk.Today)),
                ("Row.Addressee", desk.Label(filter.Addressee)),
                ("Directive.DeadlineKind", desk.Label(filter.DeadlineKind)),
                ("Task.State", desk.Label(filter.State)),
                ("Task.Urgency", desk.Label(filter.Urgency)),
                ("Directive.Progress", desk.Label(filter.Progress)),
                ("Task.Year", PaperDesk.Number(filter.Year)),
                ("Common.Text", filter.Text),
            ],
            [
                new ListColumn<DirectiveListItem>("Directive.Text", 70, item => PaperDesk.Numbered(item.Number, item.Text)),
                new("Directive.Conference", 28, item => item.ConferenceTitle),
                new("Conference.Date", ColumnKind.Day, 12, item => item.ConferenceDate),
                new("Row.Addressee", 22, item => desk.Addressed(names, item.Addressee, item.AddresseeUnitId, item.ConferenceDate)),
                new("Directive.Deadline", ColumnKind.Day, 12, item => item.DueOn),
                new("Directive.DeadlineText", 18, item => StatusText.DeadlineWords(desk.Text, item.DeadlineKind, item.DueOn, item.DeadlineText)),
                new("Directive.Units", ColumnKind.Number, 8, item => item.Assigned),
                new("Directive.Completed", ColumnKind.Number, 9, item => item.Completed),
                new("Directive.Overdue", ColumnKind.Number, 8, item => item.Overdue),
            ],
            PageAsync);
    }

    /// <summary>The units one directive was given to, and where each stands.</summary>
    /// <param name="actor">Who takes it along.</param>
    /// <param name="id">The directive.</param>
    /// <param name="unreadOnly">Only the units that have not opened it yet.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<PaperTable>> AssignmentsAsync(Actor actor, int id, bool unreadOnly, CancellationToken cancel)
    {
        if (await directives.FindAsync(actor, id, cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        var names = await desk.NamesAsync(cancel);
        var directive = found.Directive;
        string NameOf(int unit) => names.Unit(unit, found.ConferenceDate);
        return desk.Table(
            actor,
            desk.Text["Directive.Assignments"] + ": " + PaperDesk.Numbered(directive.Number, directive.Text),
            [
                ("Directive.Conference", found.ConferenceTitle),
                ("Conference.Date", DayText.ToText(found.ConferenceDate)),
                ("Directive.Deadline", StatusText.Deadline(desk.Text, directive.DeadlineKind, directive.DueOn, directive.DeadlineText)),
                ("Assign.ReadBy", unreadOnly ? desk.Text["Assign.Unread"].Value : null),
            ],
            [
                new ListColumn<AssignmentRow>("Task.Unit", 24, row => PaperDesk.WithReason(
                    NameOf(row.UnitId), StatusText.TakenOver(desk.Text, row.UnitId, row.GivenToId, NameOf))),
                new("Task.Role", 14, row => desk.Text.Of(row.Role)),
                new("Directive.Deadline", ColumnKind.Day, 12, row => row.DueOn),
                new("Task.State", 22, row => desk.Text.Of(row.State)),
                new("Task.Urgency", 22, row => StatusText.OfUrgency(desk.Text, row.Urgency, row.DueOn, row.LateAfter, desk.Today)?.Text),
                new("Paper.Percent", ColumnKind.Number, 7, row => row.Percent),
                new("Assign.ReadBy", 30, row => row.FirstReadAt is { } read
                    ? $"{row.FirstReadBy}, {HanoiTime.ToLocal(read):dd/MM/yyyy HH:mm}"
                    : desk.Text["Assign.Unread"].Value),
            ],
            [.. found.Assignments.Where(a => !unreadOnly || a.FirstReadAt is null)]);
    }
}
