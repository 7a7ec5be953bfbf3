using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Notices;

/// <summary>An entry of an inbox with the facts its words are made from.</summary>
public sealed record InboxItem
{
    public int Id { get; init; }

    public NoticeKind Kind { get; init; }

    public DateTime At { get; init; }

    public bool IsUnread { get; init; }

    /// <summary>Whose task it is, or who recommends; null with a recommendation that is the reader's own.</summary>
    public int? UnitId { get; init; }

    public int? OldUnitId { get; init; }

    public string? Number { get; init; }

    /// <summary>What the task, or the recommendation, asks for; null while its conference is a draft again and the unit may not read it.</summary>
    public string? Text { get; init; }

    /// <summary>Whether there is a task to open: not when it is withdrawn, or another unit's by now.</summary>
    public bool IsOpenable { get; init; }

    public string? By { get; init; }

    public string? Reason { get; init; }

    public DateOnly? OldDueOn { get; init; }

    public DateOnly? NewDueOn { get; init; }

    /// <summary>What the unit answers for from now on, where that is what is told.</summary>
    public AssignmentRole? Role { get; init; }

    public DateOnly? AnswerDueOn { get; init; }

    public DateOnly? LateAfter { get; init; }
}

/// <summary>A place in an inbox: behind this entry the next page begins.</summary>
public readonly record struct InboxKey(int Unread, int Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Unread}-{Id}");

    public static InboxKey? Parse(string? text)
    {
        var parts = text?.Split('-');
        return parts is { Length: 2 }
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var unread) && unread is 0 or 1
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new InboxKey(unread, id)
            : null;
    }
}

/// <summary>A page of an inbox: what is unread first, each part newest first.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, InboxKey? Next);

/// <summary>A person's own inbox: nobody reads or marks another's.</summary>
public sealed class InboxService(AppDbContext db, KnownAccounts accounts, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>The badge counts no further.</summary>
    public const int CountCap = 100;

    public async Task<InboxPage> ListAsync(Actor actor, bool unreadOnly, InboxKey? after, CancellationToken cancel, int size = PageSize)
    {
        // Two exact seeks instead of one condition with an "or" that no index serves.
        var items = new List<InboxItem>();
        if (after is not { Unread: 0 })
        {
            items.AddRange(await ReadAsync(actor, unread: 1, after?.Id, size + 1, cancel));
        }

        if (!unreadOnly && items.Count <= size)
        {
            items.AddRange(await ReadAsync(actor, unread: 0, after is { Unread: 0 } read ? read.Id : null, size + 1 - items.Count, cancel));
        }

        var page = items.Take(size).ToList();
        return new InboxPage(page, items.Count > size ? new InboxKey(page[^1].IsUnread ? 1 : 0, page[^1].Id) : null);
    }

    /// <summary>Marks the entry as read and says where it leads.</summary>
    public async Task<Result<string>> OpenAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (await db.Notices.IgnoreQueryFilters().Where(n => n.Id == id && n.UserId == actor.UserId)
            .Select(n => new { n.AssignmentId, n.RecommendationId }).SingleOrDefaultAsync(cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        await MarkAsync(db.Notices.Where(n => n.Id == id), actor, cancel);
        if (found.RecommendationId is { } recommendation)
        {
            var isSeen = await db.Recommendations.VisibleTo(actor).AnyAsync(r => r.Id == recommendation, cancel);
            return isSeen ? string.Create(CultureInfo.InvariantCulture, $"/recommendations/{recommendation}") : "/inbox";
        }

        var opens = await db.Assignments.VisibleTo(actor).AnyAsync(a => a.Id == found.AssignmentId, cancel);
        return opens ? string.Create(CultureInfo.InvariantCulture, $"/my-tasks/{found.AssignmentId}") : "/inbox";
    }

    public async Task<Result> MarkReadAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!await db.Notices.AnyAsync(n => n.Id == id && n.UserId == actor.UserId, cancel))
        {
            return Failure.NotFound;
        }

        await MarkAsync(db.Notices.Where(n => n.Id == id), actor, cancel);
        return Result.Success();
    }

    /// <summary>Marks everything up to an entry; what came after the page was shown stays unread.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<Result<int>> MarkAllReadAsync(Actor actor, int newest, CancellationToken cancel) =>
        await MarkAsync(db.Notices.Where(n => n.Id <= newest), actor, cancel);

    private async Task<int> MarkAsync(IQueryable<Notice> notices, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var marked = await notices.Where(n => n.UserId == actor.UserId && n.Unread == 1)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.Unread, 0).SetProperty(n => n.ReadAt, now), cancel);
        accounts.Forget(actor.UserId);
        return marked;
    }

    private async Task<List<InboxItem>> ReadAsync(Actor actor, int unread, int? before, int most, CancellationToken cancel)
    {
        // A task that was withdrawn is told of as well; its words, and those of a recommendation, as long as the actor may read them.
        var (rows, tasks, asked) = (db.Rows.VisibleTo(actor), db.Assignments.VisibleTo(actor), db.Recommendations.VisibleTo(actor));
        var notices = db.Notices.IgnoreQueryFilters().AsNoTracking().Where(n => n.UserId == actor.UserId && n.Unread == unread);
        if (before is { } id)
        {
            notices = notices.Where(n => n.Id < id);
        }

        var found = await notices
            .OrderByDescending(n => n.Id)
            .Take(most)
            .Select(n => new
            {
                Notice = n,
                n.Event,
                By = n.Event!.EnteredBy!.DisplayName
                    ?? (n.Kind == NoticeKind.RecommendationWritten ? n.Recommendation!.EnteredBy!.DisplayName : n.Recommendation!.AnsweredBy!.DisplayName),
                UnitId = (int?)n.Assignment!.UnitId ?? (n.Kind == NoticeKind.RecommendationWritten ? n.Recommendation!.UnitId : null),
                n.Assignment.DueOn,
                n.Assignment.Directive!.Number,
                TaskText = n.Assignment.Directive.Text,
                IsRead = rows.Any(r => r.Id == n.Assignment.DirectiveId),
                IsHeld = n.Assignment.WithdrawnOn == null && tasks.Any(a => a.Id == n.AssignmentId),

                // A column each: both at once would be a join over everything that was ever asked.
                AskedText = asked.Where(r => r.Id == n.RecommendationId).Select(r => r.Text).FirstOrDefault(),
                Answer = asked.Where(r => r.Id == n.RecommendationId).Select(r => r.Answer).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return found.ConvertAll(n => new InboxItem
        {
            Id = n.Notice.Id,
            Kind = n.Notice.Kind,
            At = n.Notice.At,
            IsUnread = n.Notice.Unread == 1,
            UnitId = n.UnitId,
            OldUnitId = n.Event?.OldUnitId,
            Number = n.IsRead ? n.Number : null,
            Text = n.IsRead ? n.TaskText : n.AskedText,
            IsOpenable = (n.IsRead && n.IsHeld) || n.AskedText is not null,
            By = n.By,
            Reason = n.Event?.Reason ?? (n.Notice.Kind == NoticeKind.RecommendationWritten ? null : n.Answer),
            OldDueOn = n.Event?.OldDueOn,
            Role = n.Event?.Role,
            NewDueOn = n.Notice.Kind == NoticeKind.Given ? n.DueOn : n.Event?.NewDueOn,
            AnswerDueOn = n.Event?.AnswerDueOn,
            LateAfter = n.Notice.LateAfter,
        });
    }
}
