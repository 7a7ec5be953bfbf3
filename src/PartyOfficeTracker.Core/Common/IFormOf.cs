namespace PartyOfficeTracker.Core.Common;

/// <summary>
/// A form of which a command is made later (one with a file, a draft's head): its fields have the names of the command's and show the
/// rules of the command's validator besides their own.
/// </summary>
/// <typeparam name="TCommand">The command.</typeparam>
public interface IFormOf<TCommand>;
