using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Auditing;

/// <summary>What every save of this request carries into the audit trail. One per request.</summary>
public sealed class ChangeContext
{
    public Actor? Actor { get; set; }

    public string? Reason { get; set; }

    /// <summary>Set by a verb whose save can be taken back; the save takes it.</summary>
    public UndoMark? Undo { get; set; }

    /// <summary>By uid: the version a record has again, since it is again what it was then.</summary>
    public Dictionary<Guid, Guid> Restored { get; } = [];

    /// <summary>The one-time key of the posted form: written with the first save, so a form is carried out once.</summary>
    public Guid? FormKey { get; set; }

    /// <summary>Who wrote a record and when, where that is not whoever saves it now: set by what makes an office that has been at work.</summary>
    public Func<IVersioned, Hand?>? WrittenBy { get; set; }
}

/// <summary>Whose hand wrote a record.</summary>
/// <param name="UserId">The account.</param>
/// <param name="UserName">Its name.</param>
/// <param name="At">When, UTC.</param>
public sealed record Hand(int UserId, string UserName, DateTime At);
