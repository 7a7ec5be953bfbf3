using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>One section of the follow-up board on paper.</summary>
public sealed class BoardPaper(PaperDesk desk, BoardReader board)
{
    /// <param name="actor">Who takes it along; provinces have no board.</param>
    /// <param name="section">Null for the one the board opens with.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<PaperTable>> MakeAsync(Actor actor, BoardSection? section, CancellationToken cancel)
    {
        var first = await board.ReadAsync(actor, section, null, PaperTable.PageSize, cancel);
        if (first.Failure is { } failure)
        {
            return failure;
        }

        var shown = first.Value.Section;
        var names = await desk.NamesAsync(cancel);
        var title = desk.Text["Board.Title"].Value + " – " + desk.Text.Of(shown);
        return shown == BoardSection.Recommendations
            ? desk.Table(actor, title, [], Recommendations(names), async (_, stop) =>
            {
                var waiting = (await board.ReadAsync(actor, shown, null, PaperTable.MostRows, stop)).Value.Recommendations;
                return new PagedList<WaitingRecommendation>(waiting, waiting.Count, null);
            })
            : desk.Table(actor, title, [], Assignments(names, shown), async (after, stop) =>
            {
                var size = shown == BoardSection.NeedsDeadline ? PaperTable.MostRows : PaperTable.PageSize;
                var page = (await board.ReadAsync(actor, shown, after, size, stop)).Value;
                return new PagedList<Line>([.. page.Groups.SelectMany(LinesOf)], 0, page.Next);
            });
    }

    /// <summary>A directive nobody has been late with yet is a line too.</summary>
    private static IEnumerable<Line> LinesOf(BoardGroup group) =>
        group.Rows.Count == 0 ? [new Line(group, null)] : group.Rows.Select(row => new Line(group, row));

    private IEnumerable<ListColumn<Line>> Assignments(NameBook names, BoardSection section) =>
    [
        new("Task.What", 60, line => PaperDesk.Numbered(line.Group.Number, line.Group.Text)),
        new("Directive.Conference", 28, line => line.Group.ConferenceTitle),
        new("Directive.Deadline", ColumnKind.Day, 12, line => line.Row?.DueOn ?? line.Group.DueOn),
        new("Task.Unit", 16, line => names.Unit(line.Row?.UnitId, desk.Today)),
        new(section == BoardSection.Overdue ? "Paper.DaysLate" : "Paper.DaysWaited", ColumnKind.Number, 10, line => line.Row?.Days),
        new("Board.Missing", 30, line => line.Row is { } row ? BoardText.Missing(desk.Text, row) : desk.Text.Of(line.Group.DeadlineKind)),
        new("Board.Who", 20, line => line.Row is { } row ? desk.Text.Of(row.Turn) + (row.Level is { } level ? " – " + desk.Text.Of(level) : "") : null),
    ];

    private IEnumerable<ListColumn<WaitingRecommendation>> Recommendations(NameBook names) =>
    [
        new("Row.Text", 70, item => item.Text),
        new("Task.Unit", 16, item => names.Unit(item.UnitId, desk.Today)),
        new("Recommendation.SubmittedTo", 28, item => item.SubmittedTo),
        new("Recommendation.WishedOn", ColumnKind.Day, 12, item => item.WishedOn),
        new("Recommendation.Days", ColumnKind.Number, 9, item => item.Days),
    ];

    private sealed record Line(BoardGroup Group, BoardRow? Row);
}
