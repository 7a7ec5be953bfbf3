using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>What the pager below a list shows.</summary>
public sealed record PagerView(int Total, bool IsCapped, string? Next, string? Previous, bool IsLater, string Parameter)
{
    public static PagerView Of<T>(PagedList<T> list, string? here, string parameter = "after") =>
        new(list.Total, list.IsTotalCapped, list.Next, Place.Before(list.Previous), !string.IsNullOrEmpty(here), parameter);
}
