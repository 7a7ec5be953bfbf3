using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>
/// Writes one letter a person and working morning into the outbox: what is due in 7, 3 and 1 days and today, what is late (the first morning
/// and once a week), what was returned or urged, and what waits for a decision. Who has nothing gets nothing. A day off is made up for on
/// the next working day.
/// </summary>
public sealed class DigestWriter(AppDbContext db, UnitDirectory units, DigestText text, MailOptions options, TimeProvider time)
{
    /// <summary>Tasks named in one part of a letter; the rest is a number.</summary>
    public const int MostLines = 20;

    private static readonly int[] s_daysBefore = [7, 3, 1, 0];

    /// <returns>How many letters were written.</returns>
    public async Task<int> WriteAsync(CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var calendar = await units.CalendarAsync(cancel);
        if (!options.IsOn || !calendar.IsWorkingDay(today))
        {
            return 0;
        }

        var people = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && u.WantsDigest && u.Email != null)
            .OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.Email, u.Role, u.UnitId })
            .ToListAsync(cancel);
        var morning = new Morning(today, LastWorkingDay(calendar, today));
        var written = 0;
        foreach (var person in people)
        {
            var parts = await PartsAsync(person.Id, person.Role, person.UnitId, morning, cancel);
            if (parts.Count > 0 && await AddAsync(person.Id, person.Email!, parts, today, cancel))
            {
                written++;
            }
        }

        return written;
    }

    private static DateOnly LastWorkingDay(WorkCalendar calendar, DateOnly today)
    {
        var day = today.AddDays(-1);
        while (!calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private async Task<List<DigestPart>> PartsAsync(int userId, UserRole role, int? unitId, Morning morning, CancellationToken cancel)
    {
        var open = db.Assignments.AsNoTracking().Where(a => a.ClosedOn == null && a.VisibleOn != null);
        var parts = new List<DigestPart>();
        if (unitId is { } unit)
        {
            var mine = open.Where(a => a.UnitId == unit && a.Turn == Turn.Unit);
            var urged = open.Where(a => a.UnitId == unit && a.UrgedOn != null);
            await AddPartAsync(parts, "Digest.Urged", urged.OrderBy(a => a.AnswerDueOn).ThenBy(a => a.Id), cancel);
            await AddPartAsync(parts, "Digest.Returned", mine.Where(a => a.ReturnedOn >= morning.Last).OrderBy(a => a.Id), cancel);
            foreach (var days in s_daysBefore)
            {
                var (after, until) = (morning.Last.AddDays(days), morning.Today.AddDays(days));
                var key = days == 0 ? "Digest.DueToday" : "Digest.DueInDays";
                var due = mine.Where(a => a.DueOn > after && a.DueOn <= until && a.DueOn >= morning.Today);
                await AddPartAsync(parts, key, due.OrderBy(a => a.DueOn).ThenBy(a => a.Id), cancel, days);
            }

            var late = mine.Where(a => a.LateAfter < morning.Today);
            var told = morning.IsFirstOfWeek ? late : late.Where(a => a.LateAfter >= morning.Last);
            await AddPartAsync(parts, "Digest.Late", told.OrderBy(a => a.LateAfter).ThenBy(a => a.Id), cancel);
            var answered = Recommended(userId, NoticeKind.RecommendationAnswered, morning);
            await AddPartAsync(parts, "Digest.RecommendationsAnswered", answered.Where(l => l.AnsweringDocument != null), cancel);
        }
        else if (role == UserRole.Lead)
        {
            await AddPartAsync(
                parts, "Digest.Waiting", open.Where(a => a.Turn != Turn.Unit && a.Turn != Turn.Nobody).OrderBy(a => a.TurnSince).ThenBy(a => a.Id), cancel);
        }

        if (unitId is null)
        {
            // What reached the inbox since the last morning and was not read: answers for clerks, lateness for those above.
            var entries = db.Notices.Where(n => n.UserId == userId && n.Unread == 1 && n.At >= morning.Since
                && (n.Kind == NoticeKind.LateForLead || n.Kind == NoticeKind.LateForLeadership || n.Kind == NoticeKind.Answered));
            await AddPartAsync(parts, "Digest.Told",
                open.Where(a => entries.Any(n => n.AssignmentId == a.Id)).OrderBy(a => a.LateAfter).ThenBy(a => a.Id), cancel);
            var written = Recommended(userId, NoticeKind.RecommendationWritten, morning);
            await AddPartAsync(parts, "Digest.RecommendationsWritten", written.Where(l => l.AnsweringDocument == null), cancel);
        }

        return parts;
    }

    /// <summary>The recommendations the inbox tells of since the last morning, unread; a corrected answer is told of once.</summary>
    private IQueryable<DigestLine> Recommended(int userId, NoticeKind kind, Morning morning)
    {
        var entries = db.Notices.Where(n => n.UserId == userId && n.Unread == 1 && n.At >= morning.Since && n.Kind == kind);
        return db.Recommendations.AsNoTracking().Where(r => r.WithdrawnOn == null && entries.Any(n => n.RecommendationId == r.Id))
            .OrderBy(r => r.SortKey).ThenBy(r => r.Id)
            .Select(r => new DigestLine
            {
                Id = r.Id,
                UnitId = kind == NoticeKind.RecommendationWritten ? r.UnitId : null,
                Text = r.Text,
                AnsweringDocument = r.AnsweringDocument,
                IsRecommendation = true,
            });
    }

    private static Task AddPartAsync(
        List<DigestPart> parts, string key, IQueryable<Assignment> assignments, CancellationToken cancel, params object[] arguments) => AddPartAsync(
            parts,
            key,
            assignments.Select(a => new DigestLine
            {
                Id = a.Id,
                UnitId = a.UnitId,
                Text = a.Directive!.Text,
                DueOn = a.DueOn,
                AnswerDueOn = a.AnswerDueOn,
                Turn = a.Turn,
                TurnSince = a.TurnSince,
            }),
            cancel,
            arguments);

    private static async Task AddPartAsync(
        List<DigestPart> parts, string key, IQueryable<DigestLine> found, CancellationToken cancel, params object[] arguments)
    {
        var lines = await found.Take(MostLines + 1).ToListAsync(cancel);
        if (lines.Count > 0)
        {
            var more = lines.Count > MostLines ? await found.CountAsync(cancel) - MostLines : 0;
            parts.Add(new DigestPart(key, arguments, lines.Take(MostLines).ToList(), more));
        }
    }

    private async Task<bool> AddAsync(int userId, string address, List<DigestPart> parts, DateOnly today, CancellationToken cancel)
    {
        var names = await units.NamesAsync(cancel);
        var letter = text.Of(parts, names, today);
        var now = time.GetUtcNow().UtcDateTime;
        db.OutboxMails.Add(new OutboxMail
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"digest:{today:yyyyMMdd}:{userId}"),
            UserId = userId,
            Address = address,
            Subject = letter.Subject,
            Text = letter.Text,
            Html = letter.Html,
            CreatedAt = now,
            NextAttemptAt = now,
        });
        var clash = await db.SaveOrConflictAsync(cancel);
        db.ChangeTracker.Clear();
        return clash is null;
    }

    /// <summary>The morning a letter is for, and the working day before it.</summary>
    private readonly record struct Morning(DateOnly Today, DateOnly Last)
    {
        public bool IsFirstOfWeek => ISOWeek.GetWeekOfYear(Today.ToDateTime(TimeOnly.MinValue)) != ISOWeek.GetWeekOfYear(Last.ToDateTime(TimeOnly.MinValue));

        /// <summary>When the letters of the last working day were written, UTC.</summary>
        public DateTime Since => HanoiTime.ToUtc(Last.ToDateTime(new TimeOnly(DailyWork.DigestHour, 0)));
    }
}
