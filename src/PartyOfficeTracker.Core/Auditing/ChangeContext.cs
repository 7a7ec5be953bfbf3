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
}
