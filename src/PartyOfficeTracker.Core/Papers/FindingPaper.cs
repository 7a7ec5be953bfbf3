using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The list of achievements, shortcomings and obstacles on paper.</summary>
public sealed class FindingPaper(PaperDesk desk, FindingReader findings)
{
    public async Task<PaperTable> MakeAsync(Actor actor, FindingFilter filter, CancellationToken cancel)
    {
        var names = await desk.NamesAsync(cancel);
        return desk.Table(
            actor,
            filter.Kind is { } only ? desk.Text.Of(only) : desk.Text["Finding.All"],
            [
                ("Row.Field", filter.FieldOfWorkId == 0 ? desk.Text["Common.None"].Value : names.Field(filter.FieldOfWorkId)),
                ("Row.Addressee", desk.Label(filter.Addressee)),
                ("Task.Unit", filter.UnitId is null ? null : names.Unit(filter.UnitId, desk.Today)),
                ("Conference.ReviewedYear", PaperDesk.Number(filter.Reviewed)),
                ("Common.Text", filter.Text),
            ],
            [
                new ListColumn<FindingListItem>("Row.Text", 80, item => item.Text),
                new("Row.Kind", 18, item => desk.Text.Of(item.Kind)),
                new("Row.Field", 22, item => names.Field(item.FieldOfWorkId)),
                new("Row.Addressee", 22, item => desk.Addressed(names, item.Addressee, item.AddresseeUnitId, item.Date)),
                new("Directive.Conference", 28, item => item.ConferenceTitle),
                new("Conference.Date", ColumnKind.Day, 12, item => item.Date),
            ],
            (after, stop) => findings.ListAsync(actor, filter with { After = after, Size = PaperTable.PageSize }, stop));
    }
}
