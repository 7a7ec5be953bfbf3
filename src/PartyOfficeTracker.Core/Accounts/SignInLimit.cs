using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>How often one key was tried within a few seconds. The key is a hash: who tried from where is nobody's to read.</summary>
public sealed class SignInAttempts
{
    public const int KeyLength = 64;

    public required string Key { get; init; }

    /// <summary>When the seconds began.</summary>
    public DateTime Since { get; init; }

    public int Count { get; init; }
}

/// <summary>What is counted, and how often it may happen within a minute.</summary>
public sealed record SignInCounter(string Name, int Most);

/// <summary>Counts what checks a password, over all nodes of one database. Tries that were refused are not counted.</summary>
public sealed class SignInLimit(IServiceScopes scopes, TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The window slides in these steps.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <returns>False when one of the counters has reached its most.</returns>
    public Task<bool> TakeAsync(IReadOnlyList<SignInCounter> counters, CancellationToken cancel) => scopes.RunAsync(async db =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var most = counters.ToDictionary(c => Key(c.Name), c => c.Most, StringComparer.Ordinal);
        var keys = most.Keys.ToArray();
        if (await IsReachedAsync(db, now, most, spare: 0, cancel))
        {
            return false;
        }

        // First the count, then the question again: of two tries at once, at whichever node, both are counted before either goes on.
        foreach (var key in keys)
        {
            await CountAsync(db, key, new DateTime(now.Ticks - (now.Ticks % Step.Ticks), DateTimeKind.Utc), now, cancel);
        }

        return !await IsReachedAsync(db, now, most, spare: 1, cancel);
    });

    private static async Task<bool> IsReachedAsync(AppDbContext db, DateTime now, Dictionary<string, int> most, int spare, CancellationToken cancel)
    {
        var from = now - Window;
        var keys = most.Keys.ToArray();
        var counts = await db.SignInAttempts.Where(a => keys.Contains(a.Key) && a.Since > from)
            .GroupBy(a => a.Key)
            .Select(g => new { g.Key, Count = g.Sum(a => a.Count) })
            .ToListAsync(cancel);
        return counts.Exists(c => c.Count - spare >= most[c.Key]);
    }

    private static async Task CountAsync(AppDbContext db, string key, DateTime since, DateTime now, CancellationToken cancel)
    {
        if (await AddOneAsync(db, key, since, cancel))
        {
            return;
        }

        var tooOld = now - Window;
        await db.SignInAttempts.Where(a => a.Since < tooOld).ExecuteDeleteAsync(cancel);
        db.SignInAttempts.Add(new SignInAttempts { Key = key, Since = since, Count = 1 });
        if (await db.SaveOrConflictAsync(cancel) is not null)
        {
            // Another try at the same moment was the first of these seconds.
            await AddOneAsync(db, key, since, cancel);
        }
    }

    private static async Task<bool> AddOneAsync(AppDbContext db, string key, DateTime since, CancellationToken cancel) =>
        await db.SignInAttempts.Where(a => a.Key == key && a.Since == since)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Count, a => a.Count + 1), cancel) > 0;

    private static string Key(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
