using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Auditing;

/// <summary>
/// Takes the oldest part of the audit trail out of the database, once it lies on the disk as a file. Nothing else removes an entry, and nothing does it by
/// itself. The trail says of itself what was taken out.
/// </summary>
public sealed class AuditRetention(AppDbContext db, TimeProvider time)
{
    private const int BatchSize = 1000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes every entry from before a day (in Hà Nội) as a line of JSON, waits until the disk has them, and removes these very entries.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">The file is there already, or cannot be written: nothing was removed.</exception>
    public async Task<int> ForgetAsync(DateOnly before, string file, CancellationToken cancel)
    {
        var moment = HanoiTime.ToUtc(before.ToDateTime(TimeOnly.MinValue));
        var batches = await WriteAsync(moment, file, cancel);
        var removed = 0;
        foreach (var (first, last) in batches)
        {
            removed += await db.AuditEntries.Where(a => a.Id >= first && a.Id <= last && a.At < moment).ExecuteDeleteAsync(cancel);
        }

        if (removed > 0)
        {
            db.AuditEntries.Add(new AuditEntry
            {
                At = time.GetUtcNow().UtcDateTime,
                UserName = "system",
                Action = AuditAction.Removed,
                Entity = nameof(AuditEntry),
                EntityUid = Guid.NewGuid(),
                Label = string.Create(CultureInfo.InvariantCulture, $"< {before:dd/MM/yyyy}: {removed}"),
                Changes = AuditChange.Write([]),
                Reason = Path.GetFileName(file),
            });
            await db.SaveChangesAsync(cancel);
        }

        return removed;
    }

    /// <returns>The first and last number of what was written, batch by batch.</returns>
    private async Task<List<(long First, long Last)>> WriteAsync(DateTime moment, string file, CancellationToken cancel)
    {
        var batches = new List<(long First, long Last)>();
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        for (var last = 0L; ;)
        {
            var after = last;
            var batch = await db.AuditEntries.AsNoTracking().Where(a => a.Id > after && a.At < moment).OrderBy(a => a.Id).Take(BatchSize).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                break;
            }

            foreach (var entry in batch)
            {
                await JsonSerializer.SerializeAsync(stream, entry, Json, cancel);
                stream.WriteByte((byte)'\n');
            }

            last = batch[^1].Id;
            batches.Add((batch[0].Id, last));
        }

        stream.Flush(flushToDisk: true);
        return batches;
    }
}
