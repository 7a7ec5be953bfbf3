using Microsoft.Extensions.Configuration;

namespace PartyOfficeTracker.Core.Jobs;

public enum MailSecurity
{
    /// <summary>The connection is turned into an encrypted one before anything is said; refused when the relay cannot.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Open; for a relay on the same machine.</summary>
    None,
}

/// <summary>Where letters go: the section <c>Mail</c> of the configuration.</summary>
public sealed record MailOptions
{
    public const int DefaultPort = 587;

    /// <summary>The SMTP relay; none: no letters, or the folder.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = DefaultPort;

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>None: the relay asks for no name.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "giaoban@localhost";

    /// <summary>Letters are written here as files instead of being sent, while there is no relay.</summary>
    public string? Folder { get; init; }

    /// <summary>The address people open the application at, for the links in letters.</summary>
    public string PublicAddress { get; init; } = "http://localhost:5000";

    public bool IsOn => Host is not null || Folder is not null;

    /// <exception cref="InvalidOperationException">A value cannot be read.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();
        return Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? options with { PublicAddress = options.PublicAddress.TrimEnd('/') }
            : throw new InvalidOperationException($"Mail:PublicAddress is \"{options.PublicAddress}\"; it must be an address such as https://giaoban.example.");
    }
}
