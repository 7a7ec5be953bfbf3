using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Lists;

/// <summary>A saved view as a list offers it.</summary>
/// <param name="IsOwn">The actor made it, and may remove it.</param>
public sealed record ViewItem(int Id, string Name, string Query, bool IsShared, bool IsOwn);

/// <summary>Filters of lists under a name. Read once and kept for a minute, since every list shows them.</summary>
public sealed class SavedViewService(AppDbContext db, IMemoryCache cache, IValidator<SaveView> validator)
{
    /// <summary>Lists that have views, by their address.</summary>
    public static readonly string?[] Lists = ["/conferences", "/directives", "/documents", "/findings", "/my-tasks", "/recommendations"];

    /// <summary>Views of one person and list; more nobody finds again.</summary>
    private const int Most = 50;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>One's own and those of the office, by name. A province has its own only.</summary>
    public async Task<IReadOnlyList<ViewItem>> ReadAsync(Actor actor, string list, CancellationToken cancel)
    {
        if (!cache.TryGetValue(Key(list), out List<SavedView>? all))
        {
            all = await db.SavedViews.AsNoTracking().Where(v => v.List == list).OrderBy(v => v.Id).ToListAsync(cancel);
            cache.Set(Key(list), all, Lifetime);
        }

        return
        [
            .. all!.Where(v => v.UserId == actor.UserId || (v.IsShared && actor.Role != UserRole.Province))
                .OrderBy(v => v.IsShared).ThenBy(v => VietnameseText.Fold(v.Name), StringComparer.Ordinal)
                .Select(v => new ViewItem(v.Id, v.Name, v.Query, v.IsShared, v.UserId == actor.UserId)),
        ];
    }

    public async Task<Result> SaveAsync(Actor actor, SaveView command, CancellationToken cancel)
    {
        if (command.IsShared && actor.Role == UserRole.Province)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var name = VietnameseText.Normalise(command.Name!);
        var mine = await db.SavedViews.Where(v => v.UserId == actor.UserId && v.List == command.List).OrderBy(v => v.Id).ToListAsync(cancel);
        db.RemoveRange(mine.Where(v => v.Name == name));
        db.RemoveRange(mine.Where(v => v.Name != name).SkipLast(Most - 1));
        db.Add(new SavedView { UserId = actor.UserId, List = command.List!, Name = name, Query = command.Query ?? "", IsShared = command.IsShared });
        return await EndAsync(command.List!, cancel);
    }

    /// <summary>Removes a view of one's own.</summary>
    public async Task<Result> RemoveAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id && v.UserId == actor.UserId, cancel) is not { } view)
        {
            return Failure.NotFound;
        }

        db.Remove(view);
        return await EndAsync(view.List, cancel);
    }

    private async Task<Result> EndAsync(string list, CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        cache.Remove(Key(list));
        return Result.Of(conflict);
    }

    private static string Key(string list) => "views:" + list;
}
