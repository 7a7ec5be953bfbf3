using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Abbreviations;

public sealed class IndexModel(AbbreviationService service, OfficePaper paper) : ListPageModel
{
    private const string Address = "/admin/abbreviations";

    [BindProperty]
    public AddAbbreviation Input { get; set; } = new();

    public IReadOnlyList<AbbreviationItem> List { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Abbreviations(Actor, List));

    public Task<IActionResult> OnPostAddAsync() =>
        AnswerAsync(nameof(Input), () => service.AddAsync(Actor, Input, Cancel), "Abbreviation.Added", Address);

    public Task<IActionResult> OnPostRemoveAsync(int id, Guid version) =>
        AnswerAsync(form: null, () => service.RemoveAsync(Actor, id, version, Cancel), "Abbreviation.Removed", Address);

    protected override async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, Cancel);
        List = list.Succeeded ? list.Value : [];
        return list.Failure;
    }
}
