namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// A form as the browser posts it (with a file, say) of which the page makes a command: its fields have the names of the command's
/// and show the rules of the command's validator.
/// </summary>
/// <typeparam name="TCommand">The command.</typeparam>
public interface IFormOf<TCommand>;
