using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>A code printed at the start of one node; only its hash is stored, and not for long.</summary>
public sealed class FirstAdministratorCode
{
    public const int HashLength = 64;

    /// <summary>SHA-256 of the code as it is compared, in hexadecimal digits; the code itself has a hundred bits of chance.</summary>
    public required string Hash { get; init; }

    public DateTime ExpiresAt { get; init; }
}

/// <summary>
/// The one-time codes that make the first administrator of an empty installation. Each start of a node prints one, and all of them hold at
/// every node until an account exists or the code expires.
/// </summary>
public sealed class FirstAdministrator(AppDbContext db, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<bool> IsOpenAsync(CancellationToken cancel)
    {
        var now = Now;
        return await db.FirstAdministratorCodes.AnyAsync(c => c.ExpiresAt > now, cancel) && !await db.Users.AnyAsync(cancel);
    }

    /// <returns>A new code, to be shown once.</returns>
    public async Task<string> OpenAsync(CancellationToken cancel)
    {
        var now = Now;
        await db.FirstAdministratorCodes.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        var code = TemporaryPassword.Create();
        db.FirstAdministratorCodes.Add(new FirstAdministratorCode { Hash = Hash(code), ExpiresAt = now + Lifetime });
        await db.SaveChangesAsync(cancel);
        return code;
    }

    public async Task<bool> AcceptsAsync(string? code, CancellationToken cancel)
    {
        var (now, hash) = (Now, Hash(code ?? ""));
        return await db.FirstAdministratorCodes.AnyAsync(c => c.Hash == hash && c.ExpiresAt > now, cancel);
    }

    /// <summary>Takes every code back in the save that follows: of two people who use two codes at once, the second one's save finds them gone.</summary>
    public async Task CloseWithNextSaveAsync(CancellationToken cancel) =>
        db.FirstAdministratorCodes.RemoveRange(await db.FirstAdministratorCodes.ToListAsync(cancel));

    private static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(PasswordRules.Fold(code))));
}
