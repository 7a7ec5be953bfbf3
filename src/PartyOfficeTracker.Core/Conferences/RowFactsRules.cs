using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>The rules of a row's facts, for every command that carries them, and the columns that hold them.</summary>
public abstract class RowFactsRules<T> : AbstractValidator<T>
    where T : RowFacts
{
    protected RowFactsRules(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Addressee).Known(text);
        RuleFor(c => c.Verb).Known(text);
        RuleFor(c => c.DeadlineKind).Known(text);
        RuleFor(c => c.Extent).NoLongerThan(RowFacts.ExtentLength, text);
        RuleFor(c => c.SpeakerName).NoLongerThan(Conference.PersonLength, text);
        RuleFor(c => c.SpeakerTitle).NoLongerThan(Conference.PersonTitleLength, text);
        RuleFor(c => c.SubmittedTo).NoLongerThan(Conference.PlaceLength, text);
        RuleFor(c => c.Basis).NoLongerThan(RowFacts.BasisLength, text);
        RuleFor(c => c.Answer).NoLongerThan(RowFacts.AnswerLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.AnsweringDocument).NoLongerThan(CitedDocument.NameLength, text);
        RuleFor(c => c.Number).NoLongerThan(RowFacts.NumberLength, text);
        RuleFor(c => c.DeadlineText).NoLongerThan(RowFacts.DeadlineTextLength, text);
        RuleFor(c => c.Deliverable).NoLongerThan(RowFacts.DeliverableLength, text);
        RuleFor(c => c.Recipient).NoLongerThan(Conference.PersonTitleLength, text);
        RuleFor(c => c.AnsweredOn).NotNull()
            .When(c => c.Kind == RowKind.Recommendation && !string.IsNullOrWhiteSpace(c.Answer)).WithMessage(_ => text["Row.AnswerDayNeeded"]);
        RuleFor(c => c.DueOn).Must((c, day) => c.DeadlineKind.NeedsDay() == day.HasValue)
            .When(c => c.Kind == RowKind.Directive)
            .WithMessage((c, day) => text[day is null ? "Directive.DayNeeded" : "Directive.DayNotWanted", text.Of(c.DeadlineKind)]);
    }

    /// <summary>The rules of a form that shows the whole row.</summary>
    protected void RequireWholeRow(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(RowFacts.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.AddresseeUnitId).NotNull().When(c => c.Addressee == Addressee.OneUnit).WithMessage(_ => text["Row.AddresseeUnitNeeded"]);
    }
}

/// <summary>The rules as a form knows them that shows the facts of a row, whichever command it posts.</summary>
public sealed class RowFactsValidator(IStringLocalizer<Strings> text) : RowFactsRules<RowFacts>(text);

internal static class RowFactsColumns
{
    public static void ConfigureFacts<T>(this EntityTypeBuilder<T> builder)
        where T : RowFacts
    {
        builder.Property(r => r.Text).HasMaxLength(RowFacts.TextLength);
        builder.Property(r => r.Extent).HasMaxLength(RowFacts.ExtentLength);
        builder.Property(r => r.SpeakerName).HasMaxLength(Conference.PersonLength);
        builder.Property(r => r.SpeakerTitle).HasMaxLength(Conference.PersonTitleLength);
        builder.Property(r => r.SubmittedTo).HasMaxLength(Conference.PlaceLength);
        builder.Property(r => r.Basis).HasMaxLength(RowFacts.BasisLength);
        builder.Property(r => r.Answer).HasMaxLength(RowFacts.AnswerLength);
        builder.Property(r => r.AnsweringDocument).HasMaxLength(CitedDocument.NameLength);
        builder.Property(r => r.Number).HasMaxLength(RowFacts.NumberLength);
        builder.Property(r => r.DeadlineText).HasMaxLength(RowFacts.DeadlineTextLength);
        builder.Property(r => r.Deliverable).HasMaxLength(RowFacts.DeliverableLength);
        builder.Property(r => r.Recipient).HasMaxLength(Conference.PersonTitleLength);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.AddresseeUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FieldOfWork>().WithMany().HasForeignKey(r => r.FieldOfWorkId).OnDelete(DeleteBehavior.Restrict);
    }
}
