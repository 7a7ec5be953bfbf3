using System.Text;
using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Import;

public sealed class PasteReportValidator : AbstractValidator<PasteReport>
{
    public PasteReportValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Must(t => t is null || Encoding.UTF8.GetByteCount(t) <= Source.MaximumTextBytes).WithMessage(_ => text["Source.TextTooLong"]);
        RuleFor(c => c.Outlet).NoLongerThan(Source.OutletLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Author).NoLongerThan(Source.OutletLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Url).NoLongerThan(Source.UrlLength, text);
        RuleFor(c => c.Url).Must(u => u is null || IsWebAddress(u)).WithMessage(_ => text["Source.UrlUnknown"]);
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}

public sealed class EditImportHeadValidator : AbstractValidator<EditImportHead>
{
    public EditImportHeadValidator(IStringLocalizer<Strings> text, TimeProvider time)
    {
        RuleFor(c => c.Title).NoLongerThan(Conference.TitleLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Session).Known(text);
        RuleFor(c => c.Form).Known(text);
        RuleFor(c => c.LastDay).Must((c, last) => ScheduleConferenceValidator.IsLastDay(c.Date, last))
            .WithMessage(_ => text["Conference.LastDayWrong", ScheduleConferenceValidator.MostDays]);
        RuleFor(c => c.Date).Must(d => d is null || d <= time.TodayInHanoi().AddYears(1)).WithMessage(_ => text["Conference.DateTooFar"]);
        RuleFor(c => c.Outlet).Filled(text).NoLongerThan(Source.OutletLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Author).NoLongerThan(Source.OutletLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Chairs).NoLongerThan(ImportDraft.LinesLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Points).NoLongerThan(ImportDraft.LinesLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Documents).NoLongerThan(ImportDraft.LinesLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Presenter).NoLongerThan(Conference.PersonLength + Conference.PersonTitleLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Chairs).Must(l => ParticipantText.People(l).All(Fits))
            .WithMessage(_ => text["Import.NameTooLong", Conference.PersonLength, Conference.PersonTitleLength]);
        RuleFor(c => c.Points).Must(l => ParticipantText.Points(l).All(p => p.Place.Length <= Conference.PlaceLength && Fits(p.Chair)))
            .WithMessage(_ => text["Import.NameTooLong", Conference.PersonLength, Conference.PersonTitleLength]);
        RuleForEach(c => RowText.Lines(c.Documents)).EachNoLongerThan(CitedDocument.NameLength, text).OverridePropertyName(nameof(EditImportHead.Documents));
        RuleFor(c => c.Reviewed).NoLongerThan(ImportDraft.PeriodLength, text).Must(BeAPeriod).WithMessage(c => text["Conference.PeriodUnknown", c.Reviewed!]);
        RuleFor(c => c.Ahead).NoLongerThan(ImportDraft.PeriodLength, text).Must(BeAPeriod).WithMessage(c => text["Conference.PeriodUnknown", c.Ahead!]);
    }

    private static bool Fits(TypedPerson? person) =>
        person is null || (person.Name.Length <= Conference.PersonLength && (person.Title?.Length ?? 0) <= Conference.PersonTitleLength);

    private static bool BeAPeriod(string? text) => string.IsNullOrWhiteSpace(text) || Period.ParseOrNull(text) is not null;
}

public sealed class EditImportRowValidator : RowFactsRules<EditImportRow>
{
    public EditImportRowValidator(IStringLocalizer<Strings> text)
        : base(text) => RequireWholeRow(text);
}

public sealed class AddImportRowValidator : AbstractValidator<AddImportRow>
{
    public AddImportRowValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(RowFacts.TextLength, text);
        RuleFor(c => c.Kind).Known(text);
    }
}

public sealed class ActOnImportRowValidator : AbstractValidator<ActOnImportRow>
{
    public ActOnImportRowValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Action).Known(text);
        RuleFor(c => c.Kind).Known(text);
    }
}

public sealed class TakeOverValidator : AbstractValidator<TakeOver>
{
    public TakeOverValidator(IStringLocalizer<Strings> text) =>
        RuleFor(c => c.IsSeparate).Equal(false).When(c => c.Into is not null).WithMessage(_ => text["Validation.Unknown"]);
}
