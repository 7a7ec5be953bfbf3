using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>Hands letters to the relay, or writes them into a folder as files.</summary>
public sealed class MailTransport(MailOptions options, DataFolder folder)
{
    private const int TimeoutMilliseconds = 30_000;

    public bool IsOn => options.IsOn;

    /// <summary>Where letters go, for people.</summary>
    public string Place => options.Host is { } host ? FormattableString.Invariant($"{host}:{options.Port}, {options.Security}") : Folder;

    private string Folder => Path.GetFullPath(Path.Combine(folder.Path, options.Folder ?? "mail"));

    /// <exception cref="SmtpCommandException">The relay refuses this letter.</exception>
    /// <exception cref="IOException">The relay cannot be reached.</exception>
    public async Task SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var message = MessageOf(mail);
        if (options.Host is null)
        {
            Directory.CreateDirectory(Folder);
            await message.WriteToAsync(Path.Combine(Folder, mail.Uid.ToString("N") + ".eml"), cancel);
            return;
        }

        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await ConnectAsync(client, cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    /// <summary>Whether the exception means that the relay is away or wants something else, rather than a fault of ours.</summary>
    public static bool IsTrouble(Exception e) =>
        e is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException or IOException
            or System.Net.Sockets.SocketException or TimeoutException or NotSupportedException;

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancel)
    {
        var security = options.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(options.Host!, options.Port, security, cancel);
        if (options.UserName is { } name)
        {
            await client.AuthenticateAsync(name, options.Password ?? "", cancel);
        }
    }

    private MimeMessage MessageOf(OutboxMail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = new DateTimeOffset(DateTime.SpecifyKind(mail.CreatedAt, DateTimeKind.Utc)),
            MessageId = mail.Uid.ToString("N") + "@" + new Uri(options.PublicAddress).Host,
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(mail.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
