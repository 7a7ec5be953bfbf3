using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// One conference. Several organisers may meet on one afternoon, so neither the date nor date and session identify it.
/// Life cycle: draft → published → closed; going back to draft needs a reason.
/// </summary>
public sealed class Conference : IVersioned, ISearchable
{
    public const int TitleLength = 300;
    public const int PersonLength = 120;
    public const int PersonTitleLength = 300;
    public const int PlaceLength = 200;
    public const int ReasonLength = 500;
    public const int PeriodLength = 100;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public required string Title { get; set; }

    public ConferenceKind Kind { get; set; }

    public ConferenceForm Form { get; set; }

    public DateOnly Date
    {
        get;
        set
        {
            field = value;
            SettleYears();
        }
    }

    /// <summary>The last day of a conference of several days; null when it lasted one.</summary>
    public DateOnly? LastDay { get; set; }

    public DaySession Session { get; set; }

    /// <summary>Whether it is held as planned; only a draft is put off or cancelled.</summary>
    public ConferenceCourse Course { get; private set; }

    /// <summary>The day it was planned for first; null while it is as planned.</summary>
    public DateOnly? PlannedOn { get; private set; }

    /// <summary>Why it was put off or cancelled.</summary>
    public string? CourseReason { get; private set; }

    public int OrganiserId { get; set; }

    public Unit? Organiser { get; set; }

    public string? Venue { get; set; }

    public DateOnly? ReviewedFrom { get; private set; }

    public DateOnly? ReviewedTo { get; private set; }

    /// <summary>How the reviewed period was said, where that says more than its days.</summary>
    public string? ReviewedWords { get; private set; }

    /// <summary>The year in which the reviewed period ends; null when the conference names none.</summary>
    public int? ReviewedYear { get; private set; }

    /// <summary>The year whose summary its findings count in: the year reviewed, else that of its day.</summary>
    public int FindingYear { get; private set; }

    /// <summary>The year its directives are to be carried out in: that in which the period ahead ends, else that of its day.</summary>
    public int TaskYear { get; private set; }

    public DateOnly? AheadFrom { get; private set; }

    public DateOnly? AheadTo { get; private set; }

    /// <summary>How the period ahead was said, where that says more than its days.</summary>
    public string? AheadWords { get; private set; }

    public string? PresenterName { get; set; }

    public string? PresenterTitle { get; set; }

    public ConferenceState State { get; private set; }

    /// <summary>How many rows of each kind the minutes hold, as counted by the clerk before typing; null when not counted.</summary>
    public int? ExpectedAchievements { get; set; }

    public int? ExpectedShortcomings { get; set; }

    public int? ExpectedDirectives { get; set; }

    public int? FullTextReviewedById { get; private set; }

    public AppUser? FullTextReviewedBy { get; private set; }

    public DateTime? FullTextReviewedAt { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>When the draft was handed in to be checked and published by a lead; null when it is not.</summary>
    public DateTime? CheckAskedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ReopenReason { get; private set; }

    public List<Chair> Chairs { get; init; } = [];

    public List<ConnectionPoint> ConnectionPoints { get; init; } = [];

    public List<Source> Sources { get; init; } = [];

    public List<Row> Rows { get; init; } = [];

    public List<Citation> Citations { get; init; } = [];

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Title;

    string ISearchable.SearchText => string.Join(
        ' ', Title, Venue, PresenterName, PresenterTitle, DayText.ToText(Date), LastDay is { } last ? DayText.ToText(last) : null);

    /// <summary>The rows of one kind in order; all rows must be loaded.</summary>
    public IReadOnlyList<Row> OfKind(RowKind kind) => [.. Rows.Where(r => r.Kind == kind).OrderBy(r => r.Position).ThenBy(r => r.Id)];

    /// <summary>How many rows of a kind were counted beforehand.</summary>
    public int? Expected(RowKind kind) => kind switch
    {
        RowKind.Achievement => ExpectedAchievements,
        RowKind.Shortcoming => ExpectedShortcomings,
        RowKind.Directive => ExpectedDirectives,
        _ => null,
    };

    public void SetPeriods(Period? reviewed, Period? ahead)
    {
        (ReviewedWords, AheadWords) = (reviewed?.Words, ahead?.Words);
        ReviewedFrom = reviewed?.From;
        ReviewedTo = reviewed?.To;
        ReviewedYear = reviewed?.To.Year;
        AheadFrom = ahead?.From;
        AheadTo = ahead?.To;
        SettleYears();
    }

    private void SettleYears()
    {
        FindingYear = ReviewedYear ?? Date.Year;
        TaskYear = AheadTo?.Year ?? Date.Year;
    }

    public Period? Reviewed => Period.Of(ReviewedFrom, ReviewedTo, ReviewedWords);

    public Period? Ahead => Period.Of(AheadFrom, AheadTo, AheadWords);

    /// <summary>Puts the conference off, cancels it, or holds it as planned after all.</summary>
    /// <param name="course">What becomes of it.</param>
    /// <param name="newDay">The day it is put off to; null when that is not known, and for the other two.</param>
    /// <param name="reason">Why.</param>
    /// <returns>False when it is no draft: what was held is not put off.</returns>
    public bool Replan(ConferenceCourse course, DateOnly? newDay, string? reason)
    {
        if (State != ConferenceState.Draft)
        {
            return false;
        }

        PlannedOn = course == ConferenceCourse.AsPlanned ? null : PlannedOn ?? Date;
        if (course == ConferenceCourse.PutOff && newDay is { } day && day != Date)
        {
            LastDay = LastDay?.AddDays(day.DayNumber - Date.DayNumber);
            Date = day;
        }

        (Course, CourseReason) = (course, course == ConferenceCourse.AsPlanned ? null : reason);
        return true;
    }

    /// <summary>Makes the conference and its assignments visible to the units.</summary>
    /// <returns>False when the conference is not a draft, or is not held.</returns>
    public bool Publish(DateTime now)
    {
        if (State != ConferenceState.Draft || Course == ConferenceCourse.Cancelled)
        {
            return false;
        }

        State = ConferenceState.Published;
        CheckAskedAt = null;
        ReopenReason = PublishedAt is null ? null : ReopenReason; // Why a draft was given back is not for its units.
        PublishedAt ??= now;
        return true;
    }

    /// <summary>Hands the draft in to be checked.</summary>
    /// <returns>False when it is not a draft, or handed in already.</returns>
    public bool AskCheck(DateTime now)
    {
        if (State != ConferenceState.Draft || CheckAskedAt is not null)
        {
            return false;
        }

        CheckAskedAt = now;
        return true;
    }

    /// <summary>Gives the draft back to whoever handed it in, who reads the reason on its page.</summary>
    /// <returns>False when it was not handed in.</returns>
    public bool GiveBack(string reason)
    {
        if (CheckAskedAt is null)
        {
            return false;
        }

        CheckAskedAt = null;
        ReopenReason = reason;
        return true;
    }

    /// <returns>False when the conference is not published.</returns>
    public bool Close(DateTime now)
    {
        if (State != ConferenceState.Published)
        {
            return false;
        }

        State = ConferenceState.Closed;
        ClosedAt = now;
        return true;
    }

    /// <summary>One step back: closed → published, published → draft.</summary>
    /// <returns>False when the conference is a draft already.</returns>
    public bool Reopen(string reason)
    {
        if (State == ConferenceState.Draft)
        {
            return false;
        }

        State = State == ConferenceState.Closed ? ConferenceState.Published : ConferenceState.Draft;
        ClosedAt = null;
        ReopenReason = reason;
        return true;
    }

    public void MarkFullTextReviewed(int userId, DateTime now)
    {
        FullTextReviewedById = userId;
        FullTextReviewedAt = now;
    }
}
