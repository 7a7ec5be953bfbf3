using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>
/// What Development starts with, so that every page of a first run shows something: four conferences of 2020 to 2022 with true dates,
/// organisers, chairs, points and documents, in our own words, and an office that is at work today. It depends on nothing but the day:
/// what has not come by then is not there. Only for an empty database.
/// </summary>
public sealed class DemoData(AppDbContext db, CitationRegister citations, TimeProvider time)
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Saved with the demo: of two nodes that start at once, the second one's save clashes in it.</summary>
    private static readonly Guid OnlyOnce = new("7d1c2d3a-5a4f-4f0e-9a51-3f0b8a1c6e02");

    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (await db.Conferences.AnyAsync(cancel))
        {
            return;
        }

        var units = await db.Units.AsNoTracking().Include(u => u.Names).OrderBy(u => u.Id).ToDictionaryAsync(u => u.Code, StringComparer.Ordinal, cancel);
        var fields = await db.FieldsOfWork.AsNoTracking().ToDictionaryAsync(f => f.Name, StringComparer.Ordinal, cancel);
        var users = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.UserName!, StringComparer.Ordinal, cancel);
        var special = await db.SpecialDays.AsNoTracking().ToDictionaryAsync(d => d.Day, d => d.IsWorked, cancel);
        var days = new DemoDays(time.TodayInHanoi(), new WorkCalendar(special));
        var build = new DemoBuild(
            new DemoMinutes(units, fields, days.Today), new DemoUnits(units), days, users["chuyenvien"].Id, users["lanhdao"].Id,
            users.Values.Where(u => u.UnitId is not null).ToDictionary(u => u.UnitId!.Value, u => u.Id));
        var made = build.Years(Read<List<DemoConference>>("demo-years.json"));
        if (days.Today >= DemoOffice.Began)
        {
            made = [.. made, .. build.Office(Read<DemoOfficeFile>("demo-office.json"))];
        }

        // The minutes were typed by the clerk the day after the conference, as the trail of any office says.
        var clerk = users["chuyenvien"];
        var typed = made.SelectMany(m => m.Conference.Rows.Prepend<IVersioned>(m.Conference).Select(r => (r.Uid, m.Conference.Date))).ToDictionary();
        db.Change.WrittenBy = record => typed.TryGetValue(record.Uid, out var held)
            ? new Hand(clerk.Id, clerk.UserName!, DemoDays.At(held.AddDays(days.Came(held.AddDays(1)) ? 1 : 0)))
            : null;
        await SaveAsync(made, cancel);
        await ReadOldNoticesAsync(days.Today, cancel);
    }

    /// <summary>Nobody at work has years of unread notices.</summary>
    private async Task ReadOldNoticesAsync(DateOnly today, CancellationToken cancel)
    {
        const int readAfterDays = 4;
        var old = DemoDays.At(today.AddDays(-readAfterDays));
        await db.Notices.Where(n => n.At < old).ExecuteUpdateAsync(s => s.SetProperty(n => n.Unread, 0).SetProperty(n => n.ReadAt, n => n.At), cancel);
    }

    /// <summary>One save: the demo is there as a whole or not at all.</summary>
    private async Task SaveAsync(IReadOnlyList<DemoMade> made, CancellationToken cancel)
    {
        // Everything is new and added with what hangs on it: there are no changes to look for, again and again, in thousands of records.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.UsedFormKeys.Add(new UsedFormKey { Key = OnlyOnce, UsedAt = time.GetUtcNow().UtcDateTime });
        foreach (var (conference, plan, _) in made)
        {
            db.Conferences.Add(conference);
            await DemoMinutes.CiteAsync(citations, conference, plan, cancel);
        }

        db.Assignments.AddRange(made.SelectMany(m => m.Assignments));

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (FormAlreadySubmittedException)
        {
            // Another node has just made it.
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.Change.WrittenBy = null;
        }
    }

    internal static T Read<T>(string resource)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("Missing resource: " + resource);
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
