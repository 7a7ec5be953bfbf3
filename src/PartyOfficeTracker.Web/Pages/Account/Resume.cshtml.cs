using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Shows what was typed into a form that was interrupted, and sends it where it was going. Reached only from within.</summary>
public sealed class ResumeModel(KeptForms forms, FieldLabels labels) : AppPageModel
{
    private IReadOnlyDictionary<string, string> _labels = new Dictionary<string, string>();

    /// <summary>Null when it was too long to keep.</summary>
    public KeptForm? Kept { get; private set; }

    /// <summary>What a person typed; versions, keys, ids and ticks travel along unseen.</summary>
    public IEnumerable<KeptField> Shown => Kept!.Fields.Where(f => _labels.ContainsKey(f.Name) && !string.IsNullOrWhiteSpace(f.Value));

    public async Task<IActionResult> OnGetAsync()
    {
        if (KeptForms.Find(HttpContext) is not { } sealedForm)
        {
            return LocalRedirect("/");
        }

        Kept = forms.Open(sealedForm);
        if (Kept is not null)
        {
            _labels = await labels.FindAsync(Kept.Address, Kept.Fields.Select(f => f.Name));
        }

        return Page();
    }

    public string Label(KeptField field) => _labels[field.Name];
}
