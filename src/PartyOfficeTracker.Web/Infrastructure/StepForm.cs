using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The fields of one step, for one task or for many.</summary>
/// <param name="Step">The step.</param>
/// <param name="Input">What is typed.</param>
/// <param name="Units">The units a task can be passed on to.</param>
/// <param name="Today">The day names of units are of.</param>
public sealed record StepForm(FollowUpStep Step, TakeStep Input, IEnumerable<UnitInfo> Units, DateOnly Today)
{
    public bool HasDay => Step is FollowUpStep.AskExtension or FollowUpStep.GrantExtension or FollowUpStep.Extend or FollowUpStep.SetDeadline;

    public bool HasPaper => Step is FollowUpStep.PassOn or FollowUpStep.Withdraw;
}
