namespace PartyOfficeTracker.Core.Forms;

/// <summary>A form that was carried out. Its key is unique: double click, resubmit and retry give one record.</summary>
public sealed class UsedFormKey
{
    public const int LocationLength = 500;

    public Guid Key { get; init; }

    public int? UserId { get; init; }

    public DateTime UsedAt { get; init; }

    /// <summary>Where the first answer sent the browser; a repeat is sent there as well.</summary>
    public string? Location { get; set; }
}

/// <summary>What somebody has typed into a long form and not yet saved.</summary>
public sealed class FormDraft
{
    public const int FormIdLength = 200;
    public const int MaximumLength = 200_000;

    public int UserId { get; init; }

    /// <summary>The form's address.</summary>
    public required string FormId { get; init; }

    /// <summary>JSON object: field name → value.</summary>
    public required string Values { get; set; }

    public DateTime SavedAt { get; set; }
}

/// <summary>Thrown when a form's one-time key was used before; the page answers as it answered the first time.</summary>
public sealed class FormAlreadySubmittedException : Exception
{
    public FormAlreadySubmittedException()
    {
    }

    public FormAlreadySubmittedException(string message)
        : base(message)
    {
    }

    public FormAlreadySubmittedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
