using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>
/// Reads what needs a person. Each section is a range of one index, read up to a page, so that it costs the same however many
/// assignments there are.
/// </summary>
public sealed class BoardReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>Assignments a page of the board holds, however few directives they belong to.</summary>
    public const int PageSize = 60;

    /// <summary>How the audit trail names the deadline among what was changed in a row.</summary>
    private const string DeadlineOfRow = "\"DueOn\"";

    /// <summary>What waits for a decision of the office's leads.</summary>
    private static readonly BoardSection[] s_decisions = [BoardSection.Reports, BoardSection.Extensions, BoardSection.Declines, BoardSection.Obstacles];

    public async Task<Result<BoardCounts>> CountAsync(Actor actor, CancellationToken cancel) =>
        actor.ReadsEverything ? await CountAsync(actor.UserId, cancel) : Failure.Forbidden;

    /// <param name="actor">Who reads.</param>
    /// <param name="section">What is needed; null for the first section in which something is.</param>
    /// <param name="after">Where the page begins, as the page before it says.</param>
    /// <param name="cancel">Ends the reading.</param>
    public Task<Result<Board>> ReadAsync(Actor actor, BoardSection? section, string? after, CancellationToken cancel) =>
        ReadAsync(actor, section, after, PageSize, cancel);

    /// <inheritdoc cref="ReadAsync(Actor, BoardSection?, string?, CancellationToken)"/>
    /// <param name="size">Rows of a page.</param>
    public async Task<Result<Board>> ReadAsync(Actor actor, BoardSection? section, string? after, int size, CancellationToken cancel)
    {
        if (!actor.ReadsEverything)
        {
            return Failure.Forbidden;
        }

        var counts = await CountAsync(actor.UserId, cancel);
        var first = Enum.GetValues<BoardSection>().Where(s => counts.Of(s) > 0).Select(s => (BoardSection?)s).FirstOrDefault();
        var shown = section ?? first ?? BoardSection.Overdue;
        if (shown == BoardSection.Recommendations)
        {
            return new Board(shown, counts, [], await RecommendationsAsync(size, cancel), null);
        }

        if (shown == BoardSection.NeedsDeadline)
        {
            return new Board(shown, counts, await DirectivesAsync(size, cancel), [], null);
        }

        var (groups, next) = await GroupsAsync(shown, BoardKey.Parse(after), size, cancel);
        return new Board(shown, counts, groups, [], next);
    }

    /// <summary>The top of the board: for who decides what waits longest for him, and for everybody what is late.</summary>
    public async Task<Result<BoardTop>> TopAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.ReadsEverything)
        {
            return Failure.Forbidden;
        }

        var counts = await CountAsync(actor.UserId, cancel);
        var decides = actor.DecidesOnReports ? s_decisions.Where(s => counts.Of(s) > 0).Select(s => (BoardSection?)s).FirstOrDefault() : null;
        return new BoardTop(
            counts,
            decides,
            decides is { } section ? (await GroupsAsync(section, after: null, PageSize, cancel)).Groups : [],
            (await GroupsAsync(BoardSection.Overdue, after: null, PageSize, cancel)).Groups);
    }

    /// <summary>Why one assignment stands where it stands; null when there is none or the actor may not see it.</summary>
    public async Task<BoardWhy?> WhyAsync(Actor actor, int assignmentId, CancellationToken cancel)
    {
        var found = await db.Assignments.AsNoTracking().VisibleTo(actor)
            .Where(a => a.Id == assignmentId)
            .Select(a => new { Assignment = a, DirectiveUid = a.Directive!.Uid })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var history = (await db.AssignmentEvents.AsNoTracking()
            .Where(e => e.AssignmentId == assignmentId)
            .OrderBy(e => e.Sequence)
            .Select(e => new
            {
                Event = e,
                e.Report,
                By = e.EnteredBy!.DisplayName,
                Evidence = e.Report!.Evidence.Select(v => new EvidenceName(v.DocumentNumber, v.DocumentDate)).ToList(),
            })
            .ToListAsync(cancel)).ConvertAll(e => (Item: new HistoryItem(e.Event, e.Report, e.By), e.Evidence));
        var items = history.ConvertAll(h => h.Item);
        var deadline = items.FindLast(i =>
            i.Event.Kind is AssignmentEventKind.Assigned or AssignmentEventKind.DeadlineChanged or AssignmentEventKind.ExtensionGranted);
        var isDirectives = deadline?.Event is { Kind: AssignmentEventKind.Assigned, IsOwnDeadline: false, NewDueOn: not null };
        return new BoardWhy(
            assignmentId,
            found.Assignment.UnitId,
            found.Assignment,
            deadline,
            isDirectives ? await TypedAsync(found.DirectiveUid, found.Assignment.AssignedAt, cancel) : null,
            items.FindLast(i => i.Report is not null),
            items.FindLast(i => i.Event.Reason is not null),
            Lateness.Of(items.Select(i => i.Event), time.TodayInHanoi()),
            [.. history.SelectMany(h => h.Evidence)]);
    }

    /// <summary>Who typed a directive's deadline before the moment it was given, by the audit trail.</summary>
    private Task<DeadlineTyped?> TypedAsync(Guid directive, DateTime given, CancellationToken cancel) => db.AuditEntries.AsNoTracking()
        .Where(e => e.EntityUid == directive && e.At <= given && e.Changes.Contains(DeadlineOfRow))
        .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
        .Select(e => new DeadlineTyped(db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault() ?? e.UserName, e.At))
        .FirstOrDefaultAsync(cancel);

    /// <summary>What was chosen for a step with many, in the order of units, and whether the step fits each.</summary>
    public async Task<IReadOnlyList<BulkRow>> ChosenAsync(Actor actor, IReadOnlyCollection<int> ids, FollowUpStep step, CancellationToken cancel) =>
    [
        .. (await db.Assignments.AsNoTracking().VisibleTo(actor)
            .Where(a => ids.Contains(a.Id))
            .OrderBy(a => a.Unit!.SortOrder).ThenBy(a => a.Id)
            .Take(StepService.MostAtOnce)
            .Select(a => new { Assignment = a, a.Directive!.Text })
            .ToListAsync(cancel))
            .Select(a => new BulkRow(
                a.Assignment.Id, a.Assignment.UnitId, a.Text, a.Assignment.DueOn, a.Assignment.State, step.Fits(a.Assignment))),
    ];

    /// <summary>Null when there is no such conference or the actor may not see it.</summary>
    public async Task<ProgressMatrix?> MatrixAsync(Actor actor, int conferenceId, CancellationToken cancel)
    {
        var conference = await db.Conferences.AsNoTracking().VisibleTo(actor)
            .Where(c => c.Id == conferenceId)
            .Select(c => new
            {
                c.Title,
                c.Date,
                Directives = c.Rows.Where(r => r.Kind == RowKind.Directive).OrderBy(r => r.Position)
                    .Select(r => new { r.Id, r.Number, r.Text, r.DueOn }).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (conference is null)
        {
            return null;
        }

        var day = await StatusDay.TodayAsync(time, units, cancel);
        var assignments = await db.Assignments.AsNoTracking().VisibleTo(actor).Where(a => a.Directive!.ConferenceId == conferenceId).ToListAsync(cancel);
        var order = (await units.UnitsAsync(cancel)).Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i);
        var byDirective = assignments.ToLookup(a => a.DirectiveId);
        return new ProgressMatrix(
            conferenceId,
            conference.Title,
            conference.Date,
            day.Today,
            [
                .. conference.Directives.Where(d => byDirective[d.Id].Any()).Select(d => new MatrixColumn(
                    d.Id, d.Number, d.Text, d.DueOn, byDirective[d.Id].Count(a => a.State.IsCompleted()), byDirective[d.Id].Count())),
            ],
            [
                .. assignments.GroupBy(a => a.GivenToId).OrderBy(g => order[g.Key]).Select(g => new MatrixRow(
                    g.Key,
                    g.GroupBy(a => a.DirectiveId).Select(d => d.MaxBy(a => a.PeriodFrom)!).ToDictionary(
                        a => a.DirectiveId,
                        a => new MatrixCell(a.Id, a.State, AssignmentStatus.UrgencyOf(a, day), a.LateAfter, a.Percent)))),
            ]);
    }

    /// <summary>All sections in one command, each a range of an index and counted up to the cap.</summary>
    private async Task<BoardCounts> CountAsync(int userId, CancellationToken cancel)
    {
        var today = time.TodayInHanoi();

        // What is withdrawn is nobody's turn: without the filter the index alone answers.
        var all = db.Assignments.IgnoreQueryFilters();
        var recommendations = db.Recommendations.Waiting();
        var counts = await db.Users.Where(u => u.Id == userId).Select(u => new
        {
            Reports = all.Where(a => a.Turn == Turn.Decision).Take(BoardCounts.Cap).Count(),
            Extensions = all.Where(a => a.Turn == Turn.Extension).Take(BoardCounts.Cap).Count(),
            Declines = all.Where(a => a.Turn == Turn.Decline).Take(BoardCounts.Cap).Count(),
            Obstacles = all.Where(a => a.Turn == Turn.Obstacle).Take(BoardCounts.Cap).Count(),
            Overdue = all.Where(a => a.Turn == Turn.Unit && a.LateAfter < today).Take(BoardCounts.Cap).Count(),
            Urges = all.Where(a => a.AnswerDueOn < today).Take(BoardCounts.Cap).Count(),
            NeedsDeadline = WithoutDeadline().Take(BoardCounts.Cap).Count(),
            Recommendations = recommendations.Take(BoardCounts.Cap).Count(),
        }).SingleAsync(cancel);
        return new BoardCounts(new Dictionary<BoardSection, int>
        {
            [BoardSection.Reports] = counts.Reports,
            [BoardSection.Extensions] = counts.Extensions,
            [BoardSection.Declines] = counts.Declines,
            [BoardSection.Obstacles] = counts.Obstacles,
            [BoardSection.Overdue] = counts.Overdue,
            [BoardSection.Urges] = counts.Urges,
            [BoardSection.NeedsDeadline] = counts.NeedsDeadline,
            [BoardSection.Recommendations] = counts.Recommendations,
        });
    }

    /// <summary>Directives that lead units have and have not all completed, without the deadline they should have.</summary>
    private IQueryable<Row> WithoutDeadline() => db.Rows.AsNoTracking().Where(r =>
        r.Kind == RowKind.Directive && r.DeadlineKind == DeadlineKind.Missing && r.Stage == ConferenceState.Published
        && (r.Progress == DirectiveProgress.NoneCompleted || r.Progress == DirectiveProgress.PartlyCompleted));

    private async Task<IReadOnlyList<BoardGroup>> DirectivesAsync(int size, CancellationToken cancel) =>
    [
        .. (await WithoutDeadline()
            .OrderByDescending(r => r.HeldOn).ThenBy(r => r.Id)
            .Take(size)
            .Select(r => new { r.Id, r.Number, r.Text, r.ConferenceId, r.Conference!.Title, r.Conference.Date, r.DeadlineKind, r.DeadlineText })
            .ToListAsync(cancel))
            .Select(r => new BoardGroup(r.Id, r.Number, r.Text, r.ConferenceId, r.Title, r.Date, r.DeadlineKind, null, r.DeadlineText, [])),
    ];

    private async Task<(IReadOnlyList<BoardGroup> Groups, string? Next)> GroupsAsync(
        BoardSection section, BoardKey? after, int size, CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var rows = await After(Section(section, today), section, after)
            .Take(size + 1)
            .Select(a => new
            {
                Assignment = a,
                a.Directive!.Number,
                a.Directive.Text,
                a.Directive.ConferenceId,
                a.Directive.Conference!.Title,
                a.Directive.Conference.Date,
                a.Directive.DeadlineKind,
                DirectiveDueOn = a.Directive.DueOn,
                a.Directive.DeadlineText,
            })
            .ToListAsync(cancel);
        var page = rows.Take(size).ToList();
        var groups = page.GroupBy(r => r.Assignment.DirectiveId).Select(g => new BoardGroup(
            g.Key,
            g.First().Number,
            g.First().Text,
            g.First().ConferenceId,
            g.First().Title,
            g.First().Date,
            g.First().DeadlineKind,
            g.First().DirectiveDueOn,
            g.First().DeadlineText,
            [.. g.Select(r => RowOf(r.Assignment, section, today))])).ToList();
        return (groups, rows.Count > size ? KeyOf(page[^1].Assignment, section).ToString() : null);
    }

    private IQueryable<Assignment> Section(BoardSection section, DateOnly today)
    {
        var all = db.Assignments.AsNoTracking();
        return section switch
        {
            BoardSection.Reports => all.Where(a => a.Turn == Turn.Decision),
            BoardSection.Extensions => all.Where(a => a.Turn == Turn.Extension),
            BoardSection.Declines => all.Where(a => a.Turn == Turn.Decline),
            BoardSection.Obstacles => all.Where(a => a.Turn == Turn.Obstacle),
            BoardSection.Overdue => all.Where(a => a.Turn == Turn.Unit && a.LateAfter < today),
            BoardSection.Urges => all.Where(a => a.AnswerDueOn < today),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Not a section of assignments."),
        };
    }

    /// <summary>The section in the order of its index, from a key on: those longest late or waiting first, a directive's together.</summary>
    private static IQueryable<Assignment> After(IQueryable<Assignment> query, BoardSection section, BoardKey? after)
    {
        var (day, directive, id) = after is null ? (DateOnly.MinValue, 0, 0) : (after.Day, after.DirectiveId, after.Id);
        return section switch
        {
            BoardSection.Overdue => query
                .Where(a => a.LateAfter >= day && (a.LateAfter > day || (a.DirectiveId > directive || (a.DirectiveId == directive && a.Id > id))))
                .OrderBy(a => a.LateAfter).ThenBy(a => a.DirectiveId).ThenBy(a => a.Id),
            BoardSection.Urges => query
                .Where(a => a.AnswerDueOn >= day && (a.AnswerDueOn > day || a.Id > id)).OrderBy(a => a.AnswerDueOn).ThenBy(a => a.Id),
            _ => query
                .Where(a => a.TurnSince >= day && (a.TurnSince > day || (a.DirectiveId > directive || (a.DirectiveId == directive && a.Id > id))))
                .OrderBy(a => a.TurnSince).ThenBy(a => a.DirectiveId).ThenBy(a => a.Id),
        };
    }

    private static BoardKey KeyOf(Assignment a, BoardSection section) => new(
        section switch
        {
            BoardSection.Overdue => a.LateAfter!.Value,
            BoardSection.Urges => a.AnswerDueOn!.Value,
            _ => a.TurnSince!.Value,
        },
        a.DirectiveId,
        a.Id);

    private static BoardRow RowOf(Assignment a, BoardSection section, DateOnly today)
    {
        var since = section switch
        {
            BoardSection.Overdue => a.LateAfter,
            BoardSection.Urges => a.AnswerDueOn,
            _ => a.TurnSince,
        };
        return new BoardRow(
            a.Id, a.UnitId, a.Role, a.State, a.Turn, a.ObstacleLevel, a.DueOn, a.LateAfter, a.TurnSince, a.WishedDueOn, a.AnswerDueOn, a.Percent, a.Extensions,
            a.Returns, a.Urges, a.LastReportOn, today.DayNumber - (since ?? today).DayNumber);
    }

    private async Task<IReadOnlyList<WaitingRecommendation>> RecommendationsAsync(int size, CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        return
        [
            .. (await db.Recommendations.AsNoTracking().Waiting()
                .OrderBy(r => r.SortKey).ThenBy(r => r.Id)
                .Take(size)
                .Select(r => new { r.Id, r.Text, r.UnitId, r.SubmittedTo, r.WrittenOn, r.WishedOn })
                .ToListAsync(cancel))
            .Select(r => new WaitingRecommendation(r.Id, r.Text, r.UnitId, r.SubmittedTo, r.WrittenOn, r.WishedOn, today.DayNumber - r.WrittenOn.DayNumber)),
        ];
    }
}
