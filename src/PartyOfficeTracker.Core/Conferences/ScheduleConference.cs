using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>The head of a conference as a clerk types it, for a new one and for an edit.</summary>
public sealed record ScheduleConference
{
    public string? Title { get; init; }

    /// <summary>Chosen by the clerk: a kind nobody chose is none.</summary>
    public ConferenceKind? Kind { get; init; }

    public ConferenceForm? Form { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Left empty for a conference of one day.</summary>
    public DateOnly? LastDay { get; init; }

    public DaySession Session { get; init; }

    public int? OrganiserId { get; init; }

    public string? Venue { get; init; }

    /// <summary>"2020", "quý IV/2020", "6 tháng đầu năm 2021"; see <see cref="Period.ParseOrNull"/>.</summary>
    public string? Reviewed { get; init; }

    public string? Ahead { get; init; }

    public string? PresenterName { get; init; }

    public string? PresenterTitle { get; init; }

    public int? ExpectedAchievements { get; init; }

    public int? ExpectedShortcomings { get; init; }

    public int? ExpectedDirectives { get; init; }

    /// <summary>Why the head of a published conference is changed; ignored for every other.</summary>
    public string? Reason { get; init; }

    /// <summary>The version the form was filled from; ignored for a new conference.</summary>
    public Guid Version { get; init; }

    /// <summary>The head as it is stored, to be changed.</summary>
    public static ScheduleConference Of(Conference head) => new()
    {
        Title = head.Title,
        Kind = head.Kind,
        Form = head.Form,
        Date = head.Date,
        LastDay = head.LastDay,
        Session = head.Session,
        OrganiserId = head.OrganiserId,
        Venue = head.Venue,
        Reviewed = head.Reviewed?.ToVietnamese(),
        Ahead = head.Ahead?.ToVietnamese(),
        PresenterName = head.PresenterName,
        PresenterTitle = head.PresenterTitle,
        ExpectedAchievements = head.ExpectedAchievements,
        ExpectedShortcomings = head.ExpectedShortcomings,
        ExpectedDirectives = head.ExpectedDirectives,
        Version = head.Version,
    };
}

public sealed class ScheduleConferenceValidator : AbstractValidator<ScheduleConference>
{
    /// <summary>A congress of the party lasts about nine days; nothing the office runs lasts longer than a month.</summary>
    public const int MostDays = 31;

    private const int MostRows = 500;

    public ScheduleConferenceValidator(IStringLocalizer<Strings> text, TimeProvider time)
    {
        RuleFor(c => c.Title).Filled(text).NoLongerThan(Conference.TitleLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Kind).NotNull().WithMessage(_ => text["Validation.Required"]).Known(text);
        RuleFor(c => c.Form).NotNull().WithMessage(_ => text["Validation.Required"]).Known(text);
        RuleFor(c => c.Session).Known(text);
        RuleFor(c => c.Date).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Date).Must(d => d is null || d <= time.TodayInHanoi().AddYears(1)).WithMessage(_ => text["Conference.DateTooFar"]);
        RuleFor(c => c.LastDay).Must((c, last) => IsLastDay(c.Date, last)).WithMessage(_ => text["Conference.LastDayWrong", MostDays]);
        RuleFor(c => c.OrganiserId).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Venue).NoLongerThan(Conference.PlaceLength, text);
        RuleFor(c => c.PresenterName).NoLongerThan(Conference.PersonLength, text);
        RuleFor(c => c.PresenterTitle).NoLongerThan(Conference.PersonTitleLength, text);
        RuleFor(c => c.Reviewed).NoLongerThan(Conference.PeriodLength, text)
            .Must((c, period) => IsPeriod(c, period)).WithMessage(c => text["Conference.PeriodUnknown", c.Reviewed!]);
        RuleFor(c => c.Ahead).NoLongerThan(Conference.PeriodLength, text)
            .Must((c, period) => IsPeriod(c, period)).WithMessage(c => text["Conference.PeriodUnknown", c.Ahead!]);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.ExpectedAchievements).InclusiveBetween(0, MostRows).WithMessage(_ => text["Conference.ExpectedRange", MostRows]);
        RuleFor(c => c.ExpectedShortcomings).InclusiveBetween(0, MostRows).WithMessage(_ => text["Conference.ExpectedRange", MostRows]);
        RuleFor(c => c.ExpectedDirectives).InclusiveBetween(0, MostRows).WithMessage(_ => text["Conference.ExpectedRange", MostRows]);
    }

    /// <summary>Whether a conference that begins on the one day can end on the other.</summary>
    internal static bool IsLastDay(DateOnly? first, DateOnly? last) =>
        last is not { } end || first is not { } begin || (end >= begin && end < begin.AddDays(MostDays));

    /// <summary>A period up to an event is in days by now where the day of the conference is known; without that day nobody can say.</summary>
    private static bool IsPeriod(ScheduleConference command, string? text) =>
        string.IsNullOrWhiteSpace(text) || Period.ParseOrNull(text) is not null || (command.Date is null && Period.IsUntil(text));
}

/// <summary>Puts a conference off, cancels it, or holds it as planned after all.</summary>
public sealed record ReplanConference
{
    public ConferenceCourse Course { get; init; }

    /// <summary>The day it is put off to; absent while that is not known.</summary>
    public DateOnly? NewDay { get; init; }

    public string? Reason { get; init; }
}

public sealed class ReplanConferenceValidator : AbstractValidator<ReplanConference>
{
    public ReplanConferenceValidator(IStringLocalizer<Strings> text, TimeProvider time)
    {
        RuleFor(c => c.Course).Known(text);
        RuleFor(c => c.NewDay).Must(d => d is null || d <= time.TodayInHanoi().AddYears(1)).WithMessage(_ => text["Conference.DateTooFar"]);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Course != ConferenceCourse.AsPlanned).WithMessage(_ => text["Conference.ReasonNeeded"]);
    }
}

/// <summary>Takes the publication of a conference back, or opens a closed one again.</summary>
public sealed record ReopenConference
{
    public string? Reason { get; init; }
}

public sealed class ReopenConferenceValidator : AbstractValidator<ReopenConference>
{
    public ReopenConferenceValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage(_ => text["Conference.ReasonNeeded"]);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text);
    }
}
