using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Quick entry: one row for each line of <see cref="Text"/>, all of one kind.</summary>
public sealed record AddRows
{
    public RowKind Kind { get; init; }

    public string? Text { get; init; }

    public Addressee Addressee { get; init; }

    public int? FieldOfWorkId { get; init; }

    public DeadlineKind DeadlineKind { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? DeadlineText { get; init; }

    public AuthorityVerb Verb { get; init; }

    public string? SpeakerName { get; init; }
}

/// <summary>Everything of one row; the fields its kind does not have are ignored.</summary>
public sealed record EditRow
{
    /// <summary>The kind it shall be; another than it was moves the row.</summary>
    public RowKind Kind { get; init; }

    public string? Text { get; init; }

    public Addressee Addressee { get; init; }

    public int? AddresseeUnitId { get; init; }

    public int? FieldOfWorkId { get; init; }

    public string? Extent { get; init; }

    public int? ReportedByUnitId { get; init; }

    /// <summary>One figure a line: "trên 85 % vấn đề được thông qua". See <see cref="FigureText"/>.</summary>
    public string? Figures { get; init; }

    public string? SpeakerName { get; init; }

    public string? SpeakerTitle { get; init; }

    public int? SpeakerUnitId { get; init; }

    public string? SubmittedTo { get; init; }

    public string? Basis { get; init; }

    public DateOnly? WishedOn { get; init; }

    public string? Answer { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string? AnsweringDocument { get; init; }

    public string? Number { get; init; }

    public AuthorityVerb Verb { get; init; }

    public DeadlineKind DeadlineKind { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? DeadlineText { get; init; }

    public bool IsImmediate { get; init; }

    public string? Deliverable { get; init; }

    /// <summary>Cited documents, separated by semicolons or lines.</summary>
    public string? Citations { get; init; }

    /// <summary>Shortcomings the directive is meant to cure.</summary>
    public List<int> Cures { get; init; } = [];

    public string? Recipient { get; init; }

    public Guid Version { get; init; }
}

public sealed class AddRowsValidator : AbstractValidator<AddRows>
{
    public AddRowsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Filled(text).WithoutSecrecyMarking(text);
        RuleForEach(c => RowText.Lines(c.Text)).NoLongerThan(ConferenceRow.TextLength, text).OverridePropertyName(nameof(AddRows.Text));
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Addressee).Known(text);
        RuleFor(c => c.DeadlineKind).Known(text);
        RuleFor(c => c.Verb).Known(text);
        RuleFor(c => c.DeadlineText).NoLongerThan(Directive.DeadlineTextLength, text);
        RuleFor(c => c.SpeakerName).NoLongerThan(Conference.PersonLength, text);
        RuleFor(c => c.DueOn).FitsDeadline(c => c.DeadlineKind, text).When(c => c.Kind == RowKind.Directive);
    }
}

public sealed class EditRowValidator : AbstractValidator<EditRow>
{
    public EditRowValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(ConferenceRow.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Addressee).Known(text);
        RuleFor(c => c.Verb).Known(text);
        RuleFor(c => c.DeadlineKind).Known(text);
        RuleFor(c => c.Extent).NoLongerThan(Finding.ExtentLength, text);
        RuleFor(c => c.SpeakerName).NoLongerThan(Conference.PersonLength, text);
        RuleFor(c => c.SpeakerTitle).NoLongerThan(Conference.PersonTitleLength, text);
        RuleFor(c => c.SubmittedTo).NoLongerThan(Conference.PlaceLength, text);
        RuleFor(c => c.Basis).NoLongerThan(Remark.BasisLength, text);
        RuleFor(c => c.Answer).NoLongerThan(Remark.AnswerLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.AnsweringDocument).NoLongerThan(CitedDocument.NameLength, text);
        RuleFor(c => c.Number).NoLongerThan(Directive.NumberLength, text);
        RuleFor(c => c.DeadlineText).NoLongerThan(Directive.DeadlineTextLength, text);
        RuleFor(c => c.Deliverable).NoLongerThan(Directive.DeliverableLength, text);
        RuleFor(c => c.Recipient).NoLongerThan(Conference.PersonTitleLength, text);
        RuleForEach(c => DocumentReference.ParseAll(c.Citations).Select(r => r.AsPrinted)).NoLongerThan(CitedDocument.NameLength, text).OverridePropertyName(nameof(EditRow.Citations));
        RuleFor(c => c.AddresseeUnitId).NotNull().When(c => c.Addressee == Addressee.OneUnit).WithMessage(_ => text["Row.AddresseeUnitNeeded"]);
        RuleFor(c => c.AnsweredOn).NotNull().When(c => c.Kind == RowKind.Recommendation && !string.IsNullOrWhiteSpace(c.Answer)).WithMessage(_ => text["Row.AnswerDayNeeded"]);
        RuleFor(c => c.Figures).Must(f => FigureText.ParseAll(f) is not null).When(c => IsFinding(c.Kind)).WithMessage(_ => text["Row.FiguresUnreadable"]);
        RuleFor(c => c.DueOn).FitsDeadline(c => c.DeadlineKind, text).When(c => c.Kind == RowKind.Directive);
    }

    private static bool IsFinding(RowKind kind) => RowReference.TableOf(kind) == RowTable.Finding;
}

/// <summary>The rule of a directive's deadline, wherever one is typed.</summary>
public static class DeadlineRule
{
    /// <summary>A day goes with a fixed or period-end deadline, and with no other kind.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> FitsDeadline<T>(this IRuleBuilder<T, DateOnly?> rule, Func<T, DeadlineKind> kind, IStringLocalizer<Strings> text) =>
        rule.Must((c, day) => Directive.NeedsDay(kind(c)) == day.HasValue)
            .WithMessage((c, day) => text[day is null ? "Directive.DayNeeded" : "Directive.DayNotWanted", text.Of(kind(c))]);
}

/// <summary>Text typed or pasted into quick entry.</summary>
public static class RowText
{
    /// <summary>The non-blank lines, each without the bullet the minutes print in front.</summary>
    public static IReadOnlyList<string> Lines(string? text) => text is null
        ? []
        : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WithoutBullet).Where(l => l.Length > 0)];

    private static string WithoutBullet(string line) => line.TrimStart('-', '–', '•', '+', '*', ' ', '\t');
}
