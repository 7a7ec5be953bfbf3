using System.Globalization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Summaries;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The figures of a year by unit on paper, with their sum; and the years there are, each with its sum.</summary>
public sealed class SummaryPaper(PaperDesk desk, SummaryReader summaries)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <param name="actor">Who takes it along.</param>
    /// <param name="summary">The year, as the screen shows it.</param>
    /// <param name="today">Merged units are counted with their successors.</param>
    /// <param name="unit">A unit's name in that year.</param>
    public PaperTable Make(Actor actor, YearlySummary summary, bool today, Func<int, string> unit)
    {
        var lines = summary.Units.Select(u => new Line(unit(u.UnitId), u.Figures)).Append(new Line(desk.Text["Summary.Sum"], summary.Total)).ToList();
        return desk.Table(
            actor,
            desk.Text["Summary.Title", summary.Year],
            [("Summary.AsOfDay", DayText.ToText(summary.AsOf)), ("Summary.Units", desk.Text[today ? "Summary.UnitsOfTodayNow" : "Summary.UnitsOfThenNow"])],
            [new ListColumn<Line>("Task.Unit", 24, line => line.Name), .. Figures()],
            (_, _) => Task.FromResult(new PagedList<Line>(lines, lines.Count, null)));
    }

    public async Task<PaperTable> YearsAsync(Actor actor, CancellationToken cancel)
    {
        var years = await summaries.YearsAsync(actor, cancel);
        return desk.Table(
            actor,
            desk.Text["Nav.Summaries"],
            [],
            [new ListColumn<Line>("Recommendation.Year", 10, line => line.Name), .. Figures()],
            async (_, stop) =>
            {
                var lines = new List<Line>();
                foreach (var year in years)
                {
                    var summary = await summaries.ReadAsync(actor, year, asOf: null, unitsOfToday: false, stop);
                    lines.Add(new Line(year.ToString(CultureInfo.InvariantCulture), summary.Total));
                }

                return new PagedList<Line>(lines, lines.Count, null);
            });
    }

    private static IEnumerable<ListColumn<Line>> Figures() =>
    [
        Figure("Summary.Assigned", f => f.Assigned),
        Figure("Enum.AssignmentState." + nameof(AssignmentState.CompletedOnTime), f => f.CompletedOnTime),
        Figure("Enum.AssignmentState." + nameof(AssignmentState.CompletedLate), f => f.CompletedLate),
        Figure("Enum.ResultGroup." + nameof(ResultGroup.NotCompletedInTime), f => f.NotCompletedInTime),
        Figure("Enum.ResultGroup." + nameof(ResultGroup.NotCompletedOverdue), f => f.NotCompletedOverdue),
        Figure("Enum.ResultGroup." + nameof(ResultGroup.WithoutDeadline), f => f.NeedsDeadline),
        Figure("Enum.ResultGroup." + nameof(ResultGroup.Withdrawn), f => f.Withdrawn),
        new("Summary.OnTimeRate", 10, line => line.Of.OnTimeRate is { } rate ? rate.ToString("0.0", Vietnamese) + "%" : "–"),
    ];

    private static ListColumn<Line> Figure(string key, Func<ResultFigures, int> count) => new(key, ColumnKind.Number, 12, line => count(line.Of));

    private sealed record Line(string Name, ResultFigures Of);
}
