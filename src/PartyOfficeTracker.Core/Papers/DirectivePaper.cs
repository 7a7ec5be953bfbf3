using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Directives;

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
}
