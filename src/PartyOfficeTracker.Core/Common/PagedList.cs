namespace PartyOfficeTracker.Core.Common;

/// <summary>
/// One page of a list read by keyset: <see cref="Next"/> continues after the last row, null at the end.
/// <see cref="Total"/> stops counting at <see cref="CountCap"/>.
/// </summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Total, int? Next)
{
    public const int CountCap = 1000;

    public bool IsTotalCapped => Total >= CountCap;
}
