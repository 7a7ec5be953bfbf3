using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>
/// Sends what lies in the outbox. A letter is taken by moving its next attempt, so two nodes never send one at once; one that the relay
/// did not take is tried again, later each time. Only a process that dies between the relay's yes and our mark sends a letter again, with
/// the same Message-Id.
/// </summary>
public sealed partial class MailSender(AppDbContext db, MailTransport transport, TimeProvider time, ILogger<MailSender> log)
{
    private const int BatchSize = 50;
    private const int LongestWaitMinutes = 60;
    private const int MostDoublings = 6;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <returns>How many letters the relay took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        if (!transport.IsOn)
        {
            return 0;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.OutboxMails.AsNoTracking()
            .Where(m => m.SentAt == null && m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Take(BatchSize).ToListAsync(cancel);
        var sent = 0;
        foreach (var mail in due)
        {
            var lease = now + Lease;
            var taken = await db.OutboxMails.Where(m => m.Id == mail.Id && m.SentAt == null && m.NextAttemptAt == mail.NextAttemptAt)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancel);
            if (taken == 1 && await TrySendAsync(mail, cancel))
            {
                sent++;
            }
        }

        return sent;
    }

    private async Task<bool> TrySendAsync(OutboxMail mail, CancellationToken cancel)
    {
        try
        {
            await transport.SendAsync(mail, cancel);
        }
        catch (Exception e) when (MailTransport.IsTrouble(e))
        {
            NotTaken(log, e, mail.Id, mail.Attempts + 1);
            var next = time.GetUtcNow().UtcDateTime.AddMinutes(Math.Min(1 << Math.Min(mail.Attempts, MostDoublings), LongestWaitMinutes));
            var error = e.Message.Length > OutboxMail.ErrorLength ? e.Message[..OutboxMail.ErrorLength] : e.Message;
            await db.OutboxMails.Where(m => m.Id == mail.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, next).SetProperty(m => m.LastError, error), cancel);
            return false;
        }

        // Whatever ends the request now, the letter is gone: it must not be sent again.
        var at = time.GetUtcNow().UtcDateTime;
        await db.OutboxMails.Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, at).SetProperty(m => m.LastError, (string?)null), CancellationToken.None);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Mail} was not taken at attempt {Attempt}")]
    private static partial void NotTaken(ILogger log, Exception e, int mail, int attempt);
}
