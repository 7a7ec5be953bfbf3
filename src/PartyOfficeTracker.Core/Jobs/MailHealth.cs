using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>How the letters and the daily work stand.</summary>
/// <param name="Place">Where letters go; null when none are sent.</param>
/// <param name="Waiting">Letters the relay has not taken.</param>
/// <param name="WaitingSince">When the oldest of them was written, UTC.</param>
/// <param name="LastSentAt">When the relay took one last, UTC.</param>
/// <param name="LastError">What the relay said of the oldest that waits.</param>
/// <param name="Runs">The newest run of each piece of daily work.</param>
public sealed record MailState(
    string? Place, int Waiting, DateTime? WaitingSince, DateTime? LastSentAt, string? LastError, IReadOnlyList<JobRun> Runs);

/// <summary>Looks after the letters for whoever administers.</summary>
public sealed class MailDesk(AppDbContext db, MailTransport transport, MailOptions options, IStringLocalizer<Strings> text, TimeProvider time)
{
    /// <summary>A letter that waits longer than this is a trouble.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task<Result<MailState>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var oldest = await Waiting().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => new { m.CreatedAt, m.LastError }).FirstOrDefaultAsync(cancel);
        var runs = new List<JobRun>();
        foreach (var job in new[] { DailyWork.FollowUp, DailyWork.Digests })
        {
            runs.AddRange(await db.JobRuns.AsNoTracking().Where(r => r.Job == job).OrderByDescending(r => r.Day).Take(1).ToListAsync(cancel));
        }

        return new MailState(
            transport.IsOn ? transport.Place : null,
            await Waiting().CountAsync(cancel),
            oldest?.CreatedAt,
            await db.OutboxMails.MaxAsync(m => m.SentAt, cancel),
            oldest?.LastError,
            runs);
    }

    /// <summary>Sends a letter to the administrator at once, past the outbox, so that the relay's own answer is seen.</summary>
    public async Task<Result<string>> SendTestAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (!transport.IsOn)
        {
            return Failure.Invalid("", text["Notices.MailOff"]);
        }

        if (await db.Users.Where(u => u.Id == actor.UserId).Select(u => u.Email).SingleAsync(cancel) is not { Length: > 0 } address)
        {
            return Failure.Invalid("", text["Mail.NoAddress"]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var words = text["Mail.TestText", options.PublicAddress, HanoiTime.ToLocal(now)].Value;
        var letter = new OutboxMail
        {
            Key = "test",
            Address = address,
            Subject = text["Mail.TestSubject"],
            Text = words,
            Html = LetterHtml.Of(text["Mail.TestSubject"], words),
            CreatedAt = now,
        };
        try
        {
            await transport.SendAsync(letter, cancel);
        }
        catch (Exception e) when (MailTransport.IsTrouble(e))
        {
            return Failure.Invalid("", text["Mail.TestFailed", e.Message]);
        }

        return address;
    }

    /// <summary>When the oldest letter was written that has waited too long, UTC; null when none has.</summary>
    public async Task<DateTime?> StuckSinceAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow().UtcDateTime - Patience;
        return transport.IsOn ? await Waiting().Where(m => m.CreatedAt < before).MinAsync(m => (DateTime?)m.CreatedAt, cancel) : null;
    }

    private IQueryable<OutboxMail> Waiting() => db.OutboxMails.Where(m => m.SentAt == null);
}

/// <summary>For whoever watches the installation: degraded while letters wait for longer than an hour.</summary>
public sealed class MailHealthCheck(MailDesk desk) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await desk.StuckSinceAsync(cancellationToken) is { } since
            ? HealthCheckResult.Degraded(FormattableString.Invariant($"Letters wait since {since:O}."))
            : HealthCheckResult.Healthy();
}
