using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Shows what was typed into a form that was interrupted, and sends it where it was going. Reached only from within.</summary>
public sealed class ResumeModel(KeptForms forms, IStringLocalizer<Strings> localizer) : AppPageModel
{
    /// <summary>Null when it was too long to keep.</summary>
    public KeptForm? Kept { get; private set; }

    public IEnumerable<KeptField> Shown => Kept!.Fields.Where(IsTyped);

    public IActionResult OnGet()
    {
        if (KeptForms.Find(HttpContext) is not { } sealedForm)
        {
            return LocalRedirect("/");
        }

        Kept = forms.Open(sealedForm);
        return Page();
    }

    public string Label(KeptField field) => FieldLabels.Find(Kept!.Address, field.Name) is { } key ? localizer[key] : localizer["Kept.OtherField"];

    /// <summary>Versions, keys, ids and ticks travel along unseen.</summary>
    private bool IsTyped(KeptField field) =>
        !string.IsNullOrWhiteSpace(field.Value)
        && !field.Name.StartsWith("__", StringComparison.Ordinal)
        && (FieldLabels.Find(Kept!.Address, field.Name) is not null
            || (!Guid.TryParse(field.Value, out _) && !bool.TryParse(field.Value, out _) && !field.Value.All(char.IsAsciiDigit)));
}
