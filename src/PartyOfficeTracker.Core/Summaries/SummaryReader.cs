using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Summaries;

/// <summary>The figures of one year. A conference counts in the year its reviewed period ends in, once it is published.</summary>
public sealed class SummaryReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>The years that have a summary, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel) =>
        await db.Conferences.AsNoTracking()
            .Where(c => c.State != ConferenceState.Draft && c.ReviewedYear != null)
            .Select(c => c.ReviewedYear!.Value)
            .Distinct()
            .OrderByDescending(y => y)
            .ToListAsync(cancel);

    /// <param name="year">The year reviewed.</param>
    /// <param name="unitsOfToday">Count a merged unit with its successor; both readings add up to the same total.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<YearlySummary> ReadAsync(int year, bool unitsOfToday, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var today = day.Today;
        var counts = await db.Assignments.AsNoTracking()
            .Where(a => a.Directive!.Conference!.ReviewedYear == year && a.Directive.Conference.State != ConferenceState.Draft)
            .CountByStatusAsync(day, cancel);
        var rows = await Rows(year).ToListAsync(cancel);
        var all = await units.UnitsAsync(cancel);

        var findings = rows.Where(r => r.Section == Section.Finding).ToList();
        return new YearlySummary
        {
            Year = year,
            AsOf = today,
            Total = ResultFigures.Of(counts),
            Units = ByUnit(counts, all, unitsOfToday),
            Conferences = [.. rows.Where(r => r.Section == Section.Conference).OrderBy(r => r.Day).Select(r => new SummaryConference(r.Id, r.Text!, r.Day!.Value))],
            Achievements = [.. findings.Where(r => r.Finding == (int)FindingKind.Achievement).Select(ToCell)],
            Shortcomings = [.. findings.Where(r => r.Finding == (int)FindingKind.Shortcoming).Select(ToCell)],
            Obstacles = [.. findings.Where(r => r.Finding == (int)FindingKind.Obstacle).Select(ToCell)],
            Directives = [.. rows.Where(r => r.Section == Section.Directive).Select(r => new SummaryDirective(r.Id, r.FieldOfWorkId, r.Addressee, (DeadlineKind)r.Deadline!.Value, r.Count, r.Completed))],
            Recommendations = [.. rows.Where(r => r.Section == Section.Recommendation).Select(r => new SummaryRecommendation(r.Id, r.Text!, r.Day!.Value, r.AnsweredOn, today))],
        };
    }

    private static FindingCell ToCell(Row row) => new(row.FieldOfWorkId, row.Addressee, row.Count);

    private static IReadOnlyList<UnitResult> ByUnit(IReadOnlyList<StatusCount> counts, IReadOnlyList<UnitInfo> all, bool ofToday)
    {
        var byId = all.ToDictionary(u => u.Id);
        UnitInfo Reading(int id) => ofToday ? UnitDirectory.Today(byId[id], byId) : byId[id];

        return
        [
            .. counts.GroupBy(c => Reading(c.UnitId).Id)
                .Select(g => new UnitResult(g.Key, ResultFigures.Of(g)))
                .OrderBy(r => byId[r.UnitId].SortOrder),
        ];
    }

    /// <summary>Conferences, findings, directives and recommendations of the year in one command.</summary>
    internal IQueryable<Row> Rows(int year)
    {
        var conferences = db.Conferences.AsNoTracking().Where(c => c.ReviewedYear == year && c.State != ConferenceState.Draft);
        var heads = conferences.Select(c => new Row
        {
            Section = Section.Conference,
            Id = c.Id,
            Text = c.Title,
            Day = c.Date,
            AnsweredOn = null,
            Finding = null,
            Deadline = null,
            Addressee = Addressee.NotStated,
            FieldOfWorkId = null,
            Count = 1,
            Completed = 0,
        });
        var findings = db.Findings
            .Where(f => f.Conference!.ReviewedYear == year && f.Conference.State != ConferenceState.Draft)
            .GroupBy(f => new { f.Kind, f.Addressee, f.FieldOfWorkId })
            .Select(g => new Row
            {
                Section = Section.Finding,
                Id = 0,
                Text = null,
                Day = null,
                AnsweredOn = null,
                Finding = g.Key.Kind == FindingKind.Achievement ? (int)FindingKind.Achievement : g.Key.Kind == FindingKind.Shortcoming ? (int)FindingKind.Shortcoming : (int)FindingKind.Obstacle,
                Deadline = null,
                Addressee = g.Key.Addressee,
                FieldOfWorkId = g.Key.FieldOfWorkId,
                Count = g.Count(),
                Completed = 0,
            });
        var directives = db.Directives
            .Where(d => d.Conference!.ReviewedYear == year && d.Conference.State != ConferenceState.Draft)
            .Select(d => new Row
            {
                Section = Section.Directive,
                Id = d.Id,
                Text = null,
                Day = null,
                AnsweredOn = null,
                Finding = null,
                Deadline = d.DeadlineKind == DeadlineKind.Missing ? (int)DeadlineKind.Missing
                    : d.DeadlineKind == DeadlineKind.Fixed ? (int)DeadlineKind.Fixed
                    : d.DeadlineKind == DeadlineKind.PeriodEnd ? (int)DeadlineKind.PeriodEnd
                    : d.DeadlineKind == DeadlineKind.Standing ? (int)DeadlineKind.Standing : (int)DeadlineKind.Conditional,
                Addressee = d.Addressee,
                FieldOfWorkId = d.FieldOfWorkId,
                Count = d.Assignments.Count,
                Completed = d.Assignments.AsQueryable().Count(AssignmentRules.IsCompleted),
            });
        var recommendations = db.Remarks
            .Where(r => r.Kind == RemarkKind.Recommendation && r.Conference!.ReviewedYear == year && r.Conference.State != ConferenceState.Draft)
            .Select(r => new Row
            {
                Section = Section.Recommendation,
                Id = r.Id,
                Text = r.Text,
                Day = r.Conference!.Date,
                AnsweredOn = r.AnsweredOn,
                Finding = null,
                Deadline = null,
                Addressee = r.Addressee,
                FieldOfWorkId = r.FieldOfWorkId,
                Count = 1,
                Completed = 0,
            });
        // The enums that most sections lack travel as numbers, so that a missing one is null.
        return findings.Concat(heads).Concat(directives).Concat(recommendations);
    }

    private static class Section
    {
        public const int Conference = 0;
        public const int Finding = 1;
        public const int Directive = 2;
        public const int Recommendation = 3;
    }

    internal sealed class Row
    {
        public int Section { get; init; }

        public int Id { get; init; }

        public string? Text { get; init; }

        public DateOnly? Day { get; init; }

        public DateOnly? AnsweredOn { get; init; }

        public int? Finding { get; init; }

        public int? Deadline { get; init; }

        public Addressee Addressee { get; init; }

        public int? FieldOfWorkId { get; init; }

        public int Count { get; init; }

        public int Completed { get; init; }
    }
}
