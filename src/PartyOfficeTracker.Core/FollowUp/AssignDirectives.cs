using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Whole classes of units a directive can be given to at once.</summary>
public enum UnitClass
{
    None,

    /// <summary>Every province and city valid on the day of the conference.</summary>
    AllProvincial,

    Provinces,
    Cities,
    CentralCommissions,
    CentralOffice,

    /// <summary>The central office and every province and city.</summary>
    CentralAndProvincial,

    /// <summary>The one unit the directive names.</summary>
    AddresseeUnit,
}

/// <summary>To whom one directive is given.</summary>
public sealed record AssignUnits
{
    public int DirectiveId { get; init; }

    public UnitClass Class { get; init; }

    /// <summary>Single units, besides or instead of a class; one that was withdrawn before is given the directive again.</summary>
    public List<int> UnitIds { get; init; } = [];

    /// <summary>Units that contribute, whatever the role of the others.</summary>
    public List<int> CoordinatingIds { get; init; } = [];

    public AssignmentRole Role { get; init; }

    /// <summary>A deadline of these units alone; null to follow the directive.</summary>
    public DateOnly? OwnDueOn { get; init; }

    /// <summary>What the directive itself says of whom it is meant for; nobody where it does not say.</summary>
    public static AssignUnits ToAddressee(RowFacts directive, int directiveId) => new()
    {
        DirectiveId = directiveId,
        Class = directive.Addressee switch
        {
            Addressee.CentralOffice => UnitClass.CentralOffice,
            Addressee.ProvincialOffices => UnitClass.AllProvincial,
            Addressee.Both or Addressee.Sector => UnitClass.CentralAndProvincial,
            Addressee.OneUnit when directive.AddresseeUnitId is not null => UnitClass.AddresseeUnit,
            _ => UnitClass.None,
        },
    };
}

public sealed class AssignUnitsValidator : AbstractValidator<AssignUnits>
{
    public AssignUnitsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Class).Known(text);
        RuleFor(c => c.Role).Known(text);
    }
}

/// <summary>Directives of one conference given in one action, as they were shown before.</summary>
public sealed record AssignDirectives
{
    public List<AssignUnits> Items { get; init; } = [];

    /// <summary>How many assignments the page said it would make; another number is shown and asked about again.</summary>
    public int? Agreed { get; init; }
}

public sealed class AssignDirectivesValidator : AbstractValidator<AssignDirectives>
{
    public AssignDirectivesValidator(IStringLocalizer<Strings> text) =>
        RuleForEach(c => c.Items).SetValidator(new AssignUnitsValidator(text)).OverridePropertyName("Input.Items");
}

/// <summary>Takes back what one action assigned.</summary>
public sealed record WithdrawAction
{
    /// <summary>The moment of the action, as the list of actions names it.</summary>
    public long Action { get; init; }

    public string? Reason { get; init; }
}

public sealed class WithdrawActionValidator : AbstractValidator<WithdrawAction>
{
    public WithdrawActionValidator(IStringLocalizer<Strings> text) =>
        RuleFor(c => c.Reason).Filled(text).NoLongerThan(Conference.ReasonLength, text);
}

/// <summary>Takes back what one unit was given.</summary>
public sealed record WithdrawAssignment
{
    public int AssignmentId { get; init; }

    public string? Reason { get; init; }
}

public sealed class WithdrawAssignmentValidator : AbstractValidator<WithdrawAssignment>
{
    public WithdrawAssignmentValidator(IStringLocalizer<Strings> text) =>
        RuleFor(c => c.Reason).Filled(text).NoLongerThan(Conference.ReasonLength, text);
}
