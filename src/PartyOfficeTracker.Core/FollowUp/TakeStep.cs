using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What a unit asks between two reports, and what the centre does about it.</summary>
public enum FollowUpStep
{
    /// <summary>The unit asks for a later deadline.</summary>
    AskExtension,

    /// <summary>The unit says that the task is not its own.</summary>
    Decline,

    /// <summary>The unit cannot go on before somebody above it decides.</summary>
    RaiseObstacle,

    /// <summary>The unit answers an urging in words.</summary>
    Answer,

    /// <summary>The centre asks the unit to get on, for evidence or for a check of its figures.</summary>
    Urge,

    /// <summary>The request for a later deadline is granted, for the day asked for or another one.</summary>
    GrantExtension,

    RefuseExtension,

    /// <summary>The centre gives more time unasked.</summary>
    Extend,

    /// <summary>The task stays with the unit that declined it.</summary>
    RefuseDecline,

    /// <summary>What stood in the way is decided.</summary>
    SettleObstacle,

    /// <summary>Another unit answers from now on.</summary>
    PassOn,

    /// <summary>The unit gets a deadline of its own, not later than the one in force, or the directive's again.</summary>
    SetDeadline,

    /// <summary>The unit answers for the result from now on, or contributes.</summary>
    ChangeRole,

    /// <summary>A later document withdraws what was ordered.</summary>
    Withdraw,
}

/// <summary>One step with one assignment or with many; a step ignores the facts it does not have.</summary>
public sealed record TakeStep
{
    public FollowUpStep Step { get; init; }

    /// <summary>The new deadline, wished for or given; absent with <see cref="FollowUpStep.SetDeadline"/> to follow the directive.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The unit a task is passed on to.</summary>
    public int? UnitId { get; init; }

    public AssignmentRole Role { get; init; }

    public DecisionLevel Level { get; init; }

    public UrgeKind Urging { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    /// <summary>Why, or what is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The version the form was filled from; empty for a step with many assignments.</summary>
    public Guid Version { get; init; }
}

public sealed class TakeStepValidator : AbstractValidator<TakeStep>
{
    public TakeStepValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Step).Known(text);
        RuleFor(c => c.Role).Known(text);
        RuleFor(c => c.Level).Known(text);
        RuleFor(c => c.Urging).Known(text);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text);
        RuleFor(c => c.Reason).Must(r => !string.IsNullOrWhiteSpace(r)).When(c => c.Step.NeedsReason()).WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Day).NotNull().When(c => c.Step is FollowUpStep.AskExtension or FollowUpStep.Extend).WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.UnitId).NotNull().When(c => c.Step == FollowUpStep.PassOn).WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.DocumentNumber).NoLongerThan(Evidence.DocumentNumberLength, text);
        RuleFor(c => c.DocumentNumber).Must(n => !string.IsNullOrWhiteSpace(n))
            .When(c => c.Step == FollowUpStep.Withdraw || c.DocumentDate is not null)
            .WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.DocumentDate).NotNull()
            .When(c => c.Step == FollowUpStep.Withdraw || !string.IsNullOrWhiteSpace(c.DocumentNumber))
            .WithMessage(_ => text["Validation.Required"]);
    }
}

/// <summary>Who may take which step, and when there is something to take it on.</summary>
public static class FollowUpSteps
{
    /// <summary>The step in an address: "ask-extension".</summary>
    public static string ToAddress(this FollowUpStep step) =>
        string.Concat(step.ToString().Select((c, i) => (i > 0 && char.IsAsciiLetterUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));

    public static FollowUpStep? OfAddress(string? address) =>
        Enum.GetValues<FollowUpStep>().Where(s => s.ToAddress() == address).Select(s => (FollowUpStep?)s).FirstOrDefault();

    /// <summary>Whether the step needs words: everything does but what says itself.</summary>
    public static bool NeedsReason(this FollowUpStep step) =>
        step is not FollowUpStep.Urge and not FollowUpStep.GrantExtension and not FollowUpStep.Withdraw;

    /// <summary>A unit's own steps, which a clerk or lead may record for a unit without an account.</summary>
    public static bool IsTheUnits(this FollowUpStep step) =>
        step is FollowUpStep.AskExtension or FollowUpStep.Decline or FollowUpStep.RaiseObstacle or FollowUpStep.Answer;

    public static bool IsOpenTo(this FollowUpStep step, Actor actor) => step switch
    {
        _ when step.IsTheUnits() => actor.Role == UserRole.Province || actor.WritesConferences,
        FollowUpStep.Urge or FollowUpStep.SetDeadline or FollowUpStep.ChangeRole => actor.WritesConferences,
        _ => actor.DecidesOnReports,
    };

    /// <summary>Whether the step fits where the assignment stands; the assignment itself refuses what does not.</summary>
    public static bool Fits(this FollowUpStep step, Assignment assignment) => assignment.IsOpen && assignment.SuspendedOn is null && step switch
    {
        FollowUpStep.AskExtension => assignment.DueOn is not null && assignment.Turn is Turn.Unit or Turn.Obstacle,
        FollowUpStep.Decline or FollowUpStep.RaiseObstacle => assignment.Turn == Turn.Unit,
        FollowUpStep.Answer => assignment.UrgedOn is not null,
        FollowUpStep.Urge or FollowUpStep.SetDeadline or FollowUpStep.PassOn => assignment.SubmittedOn is null,
        FollowUpStep.GrantExtension or FollowUpStep.RefuseExtension => assignment.ExtensionAskedOn is not null,
        FollowUpStep.Extend => assignment is { DueOn: not null, SubmittedOn: null, ExtensionAskedOn: null },
        FollowUpStep.RefuseDecline => assignment.DeclinedOn is not null,
        FollowUpStep.SettleObstacle => assignment.ObstacleOn is not null,
        _ => true,
    };

    /// <summary>Whether the step is what a section of the board asks for.</summary>
    public static bool FitsSection(this FollowUpStep step, BoardSection section) => section switch
    {
        BoardSection.Extensions => step is FollowUpStep.GrantExtension or FollowUpStep.RefuseExtension,
        BoardSection.Overdue or BoardSection.Urges => step is FollowUpStep.Urge or FollowUpStep.Extend or FollowUpStep.PassOn or FollowUpStep.Withdraw,
        BoardSection.Declines or BoardSection.Obstacles => step is FollowUpStep.PassOn or FollowUpStep.Withdraw,
        _ => false,
    };

    /// <summary>The steps an actor can take now, those that answer a question first.</summary>
    public static IReadOnlyList<FollowUpStep> Of(Actor actor, Assignment assignment) =>
    [
        .. Enum.GetValues<FollowUpStep>().Where(s => s.IsOpenTo(actor) && s.Fits(assignment))
            .OrderBy(s => s is FollowUpStep.GrantExtension or FollowUpStep.RefuseExtension or FollowUpStep.RefuseDecline or FollowUpStep.SettleObstacle
                or FollowUpStep.Answer ? 0 : 1),
    ];
}
