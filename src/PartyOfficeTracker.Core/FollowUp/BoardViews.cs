using System.Globalization;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What needs a person, by what is needed.</summary>
public enum BoardSection
{
    /// <summary>A report waits for acceptance or return.</summary>
    Reports,

    /// <summary>A request for a later deadline waits for an answer.</summary>
    Extensions,

    /// <summary>A unit says that a task is not its own.</summary>
    Declines,

    /// <summary>Something stands in a unit's way that somebody above it must decide.</summary>
    Obstacles,

    /// <summary>The unit's work is past its deadline.</summary>
    Overdue,

    /// <summary>A unit has not answered an urging.</summary>
    Urges,

    /// <summary>A directive given to units has no deadline and should have one.</summary>
    NeedsDeadline,

    /// <summary>A province waits for the centre's answer.</summary>
    Recommendations,
}

/// <summary>How many of each section there are, counted up to <see cref="Cap"/>.</summary>
public sealed record BoardCounts(IReadOnlyDictionary<BoardSection, int> BySection)
{
    public const int Cap = 1000;

    public int Of(BoardSection section) => BySection.GetValueOrDefault(section);

    /// <summary>"1.000+" for what was counted no further.</summary>
    public string TextOf(BoardSection section) => TextOf(Of(section));

    public static string TextOf(int count) => count >= Cap ? "1.000+" : count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One assignment on the board.</summary>
/// <param name="Days">Days late, or days waited; what the section counts.</param>
public sealed record BoardRow(
    int Id, int UnitId, AssignmentRole Role, AssignmentState State, Turn Turn, DecisionLevel? Level, DateOnly? DueOn, DateOnly? LateAfter, DateOnly? TurnSince,
    DateOnly? WishedDueOn, DateOnly? AnswerDueOn, int Percent, int Extensions, int Returns, int Urges, DateOnly? LastReportOn, int Days);

/// <summary>One directive with those of its units that need somebody: one line that opens.</summary>
public sealed record BoardGroup(
    int DirectiveId, string? Number, string Text, int ConferenceId, string ConferenceTitle, DateOnly ConferenceDate, DeadlineKind DeadlineKind, DateOnly? DueOn,
    string? DeadlineText, IReadOnlyList<BoardRow> Rows)
{
    public int MostDays => Rows.Count == 0 ? 0 : Rows.Max(r => r.Days);
}

/// <summary>A recommendation that waits for the centre.</summary>
public sealed record WaitingRecommendation(int Id, string Text, int? UnitId, string? SubmittedTo, DateOnly MadeOn, DateOnly? WishedOn, int Days);

/// <summary>One section of the board.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record Board(
    BoardSection Section, BoardCounts Counts, IReadOnlyList<BoardGroup> Groups, IReadOnlyList<WaitingRecommendation> Recommendations, string? Next);

/// <summary>The top of the board, as a home page shows it.</summary>
/// <param name="Counts">How many of each section there are.</param>
/// <param name="Decides">What waits for the reader's decision; null when nothing does, or he decides nothing.</param>
/// <param name="Waiting">The longest waiting of those.</param>
/// <param name="Late">What is longest overdue.</param>
public sealed record BoardTop(BoardCounts Counts, BoardSection? Decides, IReadOnlyList<BoardGroup> Waiting, IReadOnlyList<BoardGroup> Late);

/// <summary>A place in the order of the board: the day it is ordered by, the directive, the assignment.</summary>
public sealed record BoardKey(DateOnly Day, int DirectiveId, int Id)
{
    public static BoardKey? Parse(string? text)
    {
        var parts = text?.Split('_');
        return parts is [var day, var directive, var id]
            && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && int.TryParse(directive, NumberStyles.None, CultureInfo.InvariantCulture, out var directiveId)
            && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var rowId)
            ? new BoardKey(on, directiveId, rowId)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}_{DirectiveId}_{Id}");
}

/// <summary>Why an assignment stands where it stands: whose doing the deadline is, the last news, whose the late days are.</summary>
/// <param name="Deadline">The event that gave it the deadline in force.</param>
/// <param name="Typed">Who had typed it into the directive, where the unit was given it with the directive.</param>
/// <param name="Evidence">What has been shown, in the order of the reports.</param>
public sealed record BoardWhy(
    int Id, int UnitId, Assignment Assignment, HistoryItem? Deadline, DeadlineTyped? Typed, HistoryItem? LastReport, HistoryItem? LastStep, Lateness Lateness,
    IReadOnlyList<EvidenceName> Evidence);

/// <summary>Who typed a deadline, and when, by the audit trail.</summary>
public sealed record DeadlineTyped(string By, DateTime At);

/// <summary>A piece of evidence by its number and date; both null for a file alone.</summary>
public sealed record EvidenceName(string? Number, DateOnly? Date);

/// <summary>One assignment chosen for a step with many.</summary>
/// <param name="Fits">Whether the step can be taken on it now.</param>
public sealed record BulkRow(int Id, int UnitId, string Text, DateOnly? DueOn, AssignmentState State, bool Fits);

/// <summary>Units down, directives across: how far each unit has come with each directive of a conference.</summary>
public sealed record ProgressMatrix(
    int ConferenceId, string ConferenceTitle, DateOnly ConferenceDate, DateOnly Today, IReadOnlyList<MatrixColumn> Directives, IReadOnlyList<MatrixRow> Units);

public sealed record MatrixColumn(int DirectiveId, string? Number, string Text, DateOnly? DueOn, int Completed, int Assigned);

public sealed record MatrixRow(int UnitId, IReadOnlyDictionary<int, MatrixCell> Cells);

public sealed record MatrixCell(int AssignmentId, AssignmentState State, Urgency Urgency, DateOnly? LateAfter, int Percent);
