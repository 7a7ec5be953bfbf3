using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Lists;
using PartyOfficeTracker.Core.Papers;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// A page whose list leaves the house: the same address with <c>as=docx</c>, <c>xlsx</c>, <c>csv</c> or <c>print</c> gives every row of the present filter.
/// It is the page's own handler that answers, so that the rights are the list's.
/// </summary>
public abstract class ListPageModel : AppPageModel
{
    [BindProperty(SupportsGet = true, Name = "as")]
    public PaperFormat? As { get; set; }

    /// <summary>The column the list is sorted by, "-" before it for the other way; anything else is the list's own order.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? SortBy { get; set; }

    /// <summary>Where the page begins, as the page beside it says.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Rows of this page, where the address asks for some.</summary>
    [BindProperty(SupportsGet = true, Name = "size")]
    public int? Rows { get; set; }

    /// <summary>What stands around the list; set by <see cref="LoadToolsAsync"/>.</summary>
    public ListTools Tools { get; private set; } = null!;

    /// <summary>The list however its address was typed: heads, shape and views are known by its own.</summary>
    private string ListAddress => Request.Path.Value!.TrimEnd('/').ToLowerInvariant();

    protected ListShape Shape => ListShape.Of(Request, ListAddress);

    /// <summary>Rows of a page: as the address asks, as the person has chosen, or as the list has them.</summary>
    protected int RowsOr(int usual) => Rows is > 0 and <= ListShape.MostRows ? Rows.Value : Shape.Size ?? usual;

    protected async Task LoadToolsAsync(Sort? sort, bool isUnsorted)
    {
        var heads = ListHead.Of(ListAddress, Actor.Role == UserRole.Province);
        var views = await HttpContext.RequestServices.GetRequiredService<SavedViewService>().ReadAsync(Actor, ListAddress, Cancel);
        Tools = new ListTools(ListAddress, heads, Shape, isUnsorted ? null : sort, isUnsorted, views);
    }

    /// <summary>The page, or its list as a paper.</summary>
    protected async Task<IActionResult> ListAsync(Func<Task<PaperTable>> paper) =>
        As is { } format ? await PaperAsync(format, await paper()) : await ShowAsync();

    /// <inheritdoc cref="ListAsync(Func{Task{PaperTable}})"/>
    protected async Task<IActionResult> ListAsync(Func<Task<Result<PaperTable>>> paper)
    {
        if (As is not { } format)
        {
            return await ShowAsync();
        }

        var table = await paper();
        return table.Failure is { } failure ? Fail(failure) : await PaperAsync(format, table.Value);
    }

    /// <summary>The page, or what it has loaded as a paper.</summary>
    protected async Task<IActionResult> ListAsync(Func<PaperTable> paper)
    {
        if (As is not { } format)
        {
            return await ShowAsync();
        }

        return await LoadAsync() is { } failure ? Fail(failure) : await PaperAsync(format, paper());
    }

    protected IActionResult Paper(Result<PaperFile> paper) => paper.Failure is { } failure ? Fail(failure) : File(paper.Value);

    private async Task<IActionResult> PaperAsync(PaperFormat format, PaperTable table)
    {
        if (format != PaperFormat.Print)
        {
            return File(await PaperFile.OfAsync(table, format, Cancel));
        }

        var data = new ViewDataDictionary<PaperTable>(MetadataProvider, ModelState) { Model = table };
        return new ViewResult { ViewName = "/Pages/Shared/_PaperPage.cshtml", ViewData = data, TempData = TempData };
    }

    private FileStreamResult File(PaperFile paper) => File(paper.Content, paper.ContentType, paper.FileName);
}
