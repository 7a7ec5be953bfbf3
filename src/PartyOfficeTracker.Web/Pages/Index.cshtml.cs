using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages;

public sealed class IndexModel : AppPageModel
{
    public void OnGet()
    {
    }
}
