namespace PartyOfficeTracker.Core.Common;

/// <summary>A record that is written once: no save may change or delete it.</summary>
public interface IAppendOnly;
