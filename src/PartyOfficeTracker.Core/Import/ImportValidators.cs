using System.Text;
using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
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
        RuleFor(c => c.Session).IsInEnum().WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.Form).IsInEnum().WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.Date).Must(d => d is null || d <= time.TodayInHanoi().AddYears(1)).WithMessage(_ => text["Conference.DateTooFar"]);
        RuleFor(c => c.Outlet).Filled(text).NoLongerThan(Source.OutletLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Author).NoLongerThan(Source.OutletLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Reviewed).NoLongerThan(ImportDraft.PeriodLength, text).Must(BeAPeriod).WithMessage(c => text["Conference.PeriodUnknown", c.Reviewed!]);
        RuleFor(c => c.Ahead).NoLongerThan(ImportDraft.PeriodLength, text).Must(BeAPeriod).WithMessage(c => text["Conference.PeriodUnknown", c.Ahead!]);
    }

    private static bool BeAPeriod(string? text) => string.IsNullOrWhiteSpace(text) || Period.ParseOrNull(text) is not null;
}

public sealed class EditImportRowValidator : AbstractValidator<EditImportRow>
{
    public EditImportRowValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(ConferenceRow.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Action).Known(text);
    }
}
