using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Caching.Memory;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Notices;

namespace PartyOfficeTracker.Core.Data;

/// <summary>What every request must know of the account it comes from.</summary>
/// <param name="Actor">On whose behalf the request works, without the units it carries on.</param>
/// <param name="Stamp">Changes with everything that ends the account's sessions; a cookie holds the one it was signed in under.</param>
/// <param name="MustChangePassword">Before anything else.</param>
/// <param name="HasSecondFactor">Whether sign-in asks for a code.</param>
/// <param name="Unread">The notices that wait, as far as the badge counts.</param>
public sealed record KnownAccount(Actor Actor, string? Stamp, bool MustChangePassword, bool HasSecondFactor, int Unread);

/// <summary>
/// The accounts at work, each read once and remembered for a minute: what this process changes of one it forgets in the same moment, what another node changes
/// holds here within that minute. A disabled account is remembered as none.
/// </summary>
public sealed class KnownAccounts(IMemoryCache cache, IServiceScopes scopes)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>Counts what was forgotten: what was read before something changed must not be remembered after it.</summary>
    private long _forgotten;

    /// <param name="id">The account.</param>
    /// <param name="stamp">The cookie's. Where it is not the remembered one the database decides: the person may have signed in anew at another node.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Null where the account is gone, disabled, or has ended the sessions of that stamp.</returns>
    public async Task<KnownAccount?> FindAsync(int id, string? stamp, CancellationToken cancel)
    {
        if (!cache.TryGetValue(Key(id), out KnownAccount? known) || known is null || !IsOf(known, stamp))
        {
            known = await ReadAsync(id, cancel);
        }

        return known is not null && IsOf(known, stamp) ? known : null;
    }

    public void Forget(int id)
    {
        Interlocked.Increment(ref _forgotten);
        cache.Remove(Key(id));
    }

    /// <summary>The accounts of which a save changes what is remembered.</summary>
    internal static IEnumerable<int> ChangedBy(IEnumerable<EntityEntry> entries) => entries
        .Select(e => e.Entity switch { AppUser user => user.Id, Notice notice => notice.UserId, _ => 0 })
        .Where(id => id > 0)
        .Distinct();

    private static (Type Owner, int Id) Key(int id) => (typeof(KnownAccounts), id);

    private static bool IsOf(KnownAccount account, string? stamp) => string.Equals(account.Stamp, stamp, StringComparison.Ordinal);

    private async Task<KnownAccount?> ReadAsync(int id, CancellationToken cancel)
    {
        var before = Interlocked.Read(ref _forgotten);
        var known = await scopes.RunAsync(db => ReadAsync(db, id, cancel));
        if (known is not null && before == Interlocked.Read(ref _forgotten))
        {
            cache.Set(Key(id), known, Lifetime);
        }

        return known;
    }

    private static async Task<KnownAccount?> ReadAsync(AppDbContext db, int id, CancellationToken cancel)
    {
        var found = await db.Users.AsNoTracking()
            .Where(u => u.Id == id && u.DisabledAt == null)
            .Select(u => new
            {
                u.UserName,
                u.DisplayName,
                u.Role,
                u.UnitId,
                u.SecurityStamp,
                u.MustChangePassword,
                u.TwoFactorEnabled,
                Unread = db.Notices.Where(n => n.UserId == id && n.Unread == 1).OrderBy(n => n.Id).Take(InboxService.CountCap).Count(),
            })
            .SingleOrDefaultAsync(cancel);
        return found is null
            ? null
            : new KnownAccount(
                new Actor(id, found.UserName!, found.DisplayName, found.Role, found.UnitId),
                found.SecurityStamp,
                found.MustChangePassword,
                found.TwoFactorEnabled,
                found.Unread);
    }
}
