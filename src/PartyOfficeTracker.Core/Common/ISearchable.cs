namespace PartyOfficeTracker.Core.Common;

/// <summary>A record the search finds, by the words it says of itself.</summary>
public interface ISearchable
{
    string SearchText { get; }
}

/// <summary>A record with a place among its like.</summary>
public interface IOrdered
{
    int Position { get; }
}
