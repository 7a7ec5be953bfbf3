using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>One section of the follow-up board on paper, and the units and directives of one conference.</summary>
public sealed class BoardPaper(PaperDesk desk, BoardReader board)
{
    /// <summary>As much of a directive as a head holds.</summary>
    private const int HeadLength = 80;

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

    /// <summary>Units down, directives across, as on the screen.</summary>
    public PaperTable Matrix(Actor actor, ProgressMatrix matrix, NameBook names) => desk.Table(
        actor,
        desk.Text["Matrix.Title"],
        [("Directive.Conference", matrix.ConferenceTitle), ("Conference.Date", DayText.ToText(matrix.ConferenceDate))],
        [
            new ListColumn<MatrixRow>("Task.Unit", 24, row => names.Unit(row.UnitId, matrix.ConferenceDate)),
            .. matrix.Directives.Select(d => new ListColumn<MatrixRow>(
                "Directive.One", 20, row => Cell(row.Cells.GetValueOrDefault(d.DirectiveId), matrix.Today))
            {
                Head = VietnameseText.Shorten(PaperDesk.Numbered(d.Number, d.Text), HeadLength),
            }),
        ],
        matrix.Units);

    /// <summary>The state in words, and what the screen says instead of it: by how many days it is late, how far it has come.</summary>
    private string? Cell(MatrixCell? cell, DateOnly today)
    {
        if (cell is null)
        {
            return null;
        }

        var state = desk.Text.Of(cell.State);
        return cell.Urgency.IsOverdue() ? $"{state}, {StatusText.OfUrgency(desk.Text, cell.Urgency, null, cell.LateAfter, today)?.Text}"
            : cell.State == AssignmentState.InProgress ? $"{state} {cell.Percent}%" : state;
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
