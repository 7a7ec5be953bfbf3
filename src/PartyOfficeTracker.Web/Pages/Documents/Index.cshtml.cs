using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Documents;

public sealed class IndexModel(DocumentReader documents, DocumentPaper paper) : ListPageModel
{
    public PagedList<DocumentListItem> List { get; private set; } = new([], 0, null);

    private Sort? Sort => Sort.Parse(SortBy, DocumentReader.SortColumns);

    private DocumentFilter Filter => new(After) { Sort = Sort, Size = RowsOr(DocumentReader.PageSize) };

    public Task<IActionResult> OnGetAsync() => ListAsync(() => Task.FromResult(paper.Make(Actor, Filter)));

    protected override async Task<Failure?> LoadAsync()
    {
        List = await documents.ListAsync(Actor, Filter, Cancel);
        await LoadToolsAsync(Sort, List.IsUnsorted);
        return null;
    }
}
