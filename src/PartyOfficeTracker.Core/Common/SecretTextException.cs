namespace PartyOfficeTracker.Core.Common;

/// <summary>Text with a secrecy marking was about to be stored. Names where, never what: the message may be logged.</summary>
public sealed class SecretTextException : Exception
{
    public SecretTextException()
        : this("", "")
    {
    }

    public SecretTextException(string message)
        : base(message) => (Entity, Property) = ("", "");

    public SecretTextException(string message, Exception innerException)
        : base(message, innerException) => (Entity, Property) = ("", "");

    public SecretTextException(string entity, string property)
        : base($"{entity}.{property} carries a secrecy marking; nothing was stored.") => (Entity, Property) = (entity, property);

    public string Entity { get; }

    public string Property { get; }

    /// <summary>What the person who typed it is told, in the page's language.</summary>
    public string Sentence { get; init; } = "";
}
