using System.Globalization;
using System.Linq.Expressions;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using Calendar = Ical.Net.Calendar;

namespace PartyOfficeTracker.Core.Feeds;

/// <summary>
/// The days by which open work is due, in iCalendar (RFC 5545), for programs that subscribe to an address. A unit has one entry a task; the
/// centre one a directive and day, with how many units have not finished. Entries keep their UID as long as what they tell of exists.
/// </summary>
public sealed class CalendarFeed(AppDbContext db, UnitDirectory units, MailOptions options, IStringLocalizer<Strings> text, TimeProvider time)
{
    /// <summary>Entries of one calendar at most, the nearest days first.</summary>
    public const int MostEntries = 500;

    private const int DaysBack = 60;
    private const int LongestSummary = 120;
    private const string UidHost = "@giaoban.vanphong";

    /// <param name="key">The secret of the address.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <returns>The calendar as text; not found for a key that opens none, or whose account is closed.</returns>
    public async Task<Result<string>> ReadAsync(string key, CancellationToken cancel)
    {
        var hash = CalendarKey.HashOf(key);
        var owner = await db.Users.AsNoTracking().Where(u => u.CalendarKeyHash == hash && u.DisabledAt == null)
            .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.UnitId)).SingleOrDefaultAsync(cancel);
        if (owner is null)
        {
            return Failure.NotFound;
        }

        owner = await units.WithUnitsAsync(owner, cancel);

        var calendar = new Calendar { ProductId = "-//Van phong Trung uong//Giao ban//VI", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", text["Feed.Name", owner.DisplayName].Value);
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.Events.AddRange(owner.UnitId is null ? await OfficeEntriesAsync(owner, cancel) : await UnitEntriesAsync(owner, cancel));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private async Task<List<CalendarEvent>> UnitEntriesAsync(Actor owner, CancellationToken cancel)
    {
        var first = FirstDay();
        var open = db.Assignments.AsNoTracking().VisibleTo(owner).Where(a => a.ClosedOn == null && a.SuspendedOn == null);
        Expression<Func<Assignment, Entry>> entry = a =>
            new Entry(a.Uid, a.Id, a.Directive!.Number, a.Directive.Text, a.DueOn, a.OrderedDueOn, a.AnswerDueOn, a.EventCount);
        var due = await open.Where(a => a.DueOn >= first).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(MostEntries).Select(entry).ToListAsync(cancel);
        var answers = await open.Where(a => a.AnswerDueOn >= first).OrderBy(a => a.AnswerDueOn).ThenBy(a => a.Id).Take(MostEntries).Select(entry)
            .ToListAsync(cancel);
        return
        [
            .. due.Select(e => EventOf(
                "task-" + e.Uid.ToString("N"), e.DueOn!.Value, text["Feed.Due", Title(e.Number, e.Text)], Description(e),
                Address("my-tasks", e.Id), e.Changes)),
            .. answers.Select(e => EventOf(
                "answer-" + e.Uid.ToString("N"), e.AnswerDueOn!.Value, text["Feed.Answer", Title(e.Number, e.Text)], Description(e),
                Address("my-tasks", e.Id), e.Changes)),
        ];
    }

    private async Task<List<CalendarEvent>> OfficeEntriesAsync(Actor owner, CancellationToken cancel)
    {
        var first = FirstDay();
        var open = db.Assignments.AsNoTracking().VisibleTo(owner)
            .Where(a => a.ClosedOn == null && a.SuspendedOn == null && a.DueOn >= first);
        var own = await db.Portfolio.Where(p => p.UserId == owner.UserId && p.UnitId != null).Select(p => p.UnitId!.Value).ToListAsync(cancel);
        if (own.Count > 0)
        {
            open = open.Where(a => own.Contains(a.UnitId));
        }

        var days = await open
            .GroupBy(a => new { a.DirectiveId, a.DueOn })
            .Select(g => new { g.Key.DirectiveId, g.Key.DueOn, Open = g.Count() })
            .OrderBy(g => g.DueOn).ThenBy(g => g.DirectiveId).Take(MostEntries)
            .ToListAsync(cancel);
        var ids = days.Select(d => d.DirectiveId).Distinct().ToArray();
        var directives = await db.Rows.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Uid, r.Number, r.Text })
            .ToDictionaryAsync(r => r.Id, cancel);
        return
        [
            .. days.Select(d => (Day: d, Directive: directives[d.DirectiveId])).Select(e => EventOf(
                string.Create(CultureInfo.InvariantCulture, $"directive-{e.Directive.Uid:N}-{e.Day.DueOn:yyyyMMdd}"),
                e.Day.DueOn!.Value,
                text["Feed.DueOfUnits", Title(e.Directive.Number, e.Directive.Text), e.Day.Open],
                e.Directive.Text,
                Address("directives", e.Directive.Id),
                sequence: 0)),
        ];
    }

    private CalendarEvent EventOf(string uid, DateOnly day, string summary, string description, Uri address, int sequence) => new()
    {
        Uid = uid + UidHost,
        DtStamp = new CalDateTime(time.GetUtcNow().UtcDateTime, "UTC"),
        Start = new CalDateTime(day),
        End = new CalDateTime(day.AddDays(1)),
        Summary = summary,
        Description = description + "\n" + address,
        Url = address,
        Sequence = sequence,
        Transparency = "TRANSPARENT",
    };

    private DateOnly FirstDay() => time.TodayInHanoi().AddDays(-DaysBack);

    private Uri Address(string page, int id) => new(string.Create(CultureInfo.InvariantCulture, $"{options.PublicAddress}/{page}/{id}"));

    private static string Title(string? number, string words)
    {
        var shown = VietnameseText.Shorten(words, LongestSummary);
        return number is null ? shown : $"({number}) {shown}";
    }

    private string Description(Entry entry) =>
        entry.OrderedDueOn is { } ordered ? entry.Text + "\n" + text["Feed.Moved", DayText.ToText(ordered)].Value : entry.Text;

    private sealed record Entry(
        Guid Uid, int Id, string? Number, string Text, DateOnly? DueOn, DateOnly? OrderedDueOn, DateOnly? AnswerDueOn, int Changes);
}
