using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Forms;

/// <param name="Form">The address of the form, and its name where the page has several.</param>
public sealed record SavedDraft(string Form, IReadOnlyDictionary<string, string> Values, DateTime SavedAt);

/// <summary>What a person typed into a long form and has not sent yet: one draft for each person and form.</summary>
public sealed class DraftService(AppDbContext db, IStringLocalizer<Strings> text, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public async Task<Result> SaveAsync(Actor actor, string? formId, string? values, CancellationToken cancel)
    {
        if (formId is null || formId.Length > FormDraft.FormIdLength || !formId.StartsWith('/'))
        {
            return Failure.Invalid("form", text["Validation.Unknown"]);
        }

        if (values is null || values.Length > FormDraft.MaximumLength)
        {
            return Failure.Invalid("values", text["Validation.TooLong", values?.Length ?? 0, FormDraft.MaximumLength]);
        }

        if (Read(values) is not { } read)
        {
            return Failure.Invalid("values", text["Validation.Unknown"]);
        }

        // An update in place passes no save, so the door is here as well; a field's name is as free as its value.
        if (read.Keys.Concat(read.Values).Any(v => SecrecyMarking.Find(v) is not null))
        {
            return Failure.Invalid("values", text["Validation.Secret"]);
        }

        var kept = JsonSerializer.Serialize(read.Where(f => IsKept(f.Key)).ToDictionary());
        var now = time.GetUtcNow().UtcDateTime;
        var updated = await db.FormDrafts
            .Where(d => d.UserId == actor.UserId && d.FormId == formId)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.Values, kept).SetProperty(d => d.SavedAt, now), cancel);
        if (updated == 0)
        {
            var tooOld = now - Lifetime;
            await db.FormDrafts.Where(d => d.UserId == actor.UserId && d.SavedAt < tooOld).ExecuteDeleteAsync(cancel);
            db.FormDrafts.Add(new FormDraft { UserId = actor.UserId, FormId = formId, Values = kept, SavedAt = now });
            if (await db.SaveOrConflictAsync(cancel) is not null)
            {
                // Another window of the same form was first; what was typed last is kept.
                await db.FormDrafts
                    .Where(d => d.UserId == actor.UserId && d.FormId == formId)
                    .ExecuteUpdateAsync(s => s.SetProperty(d => d.Values, kept).SetProperty(d => d.SavedAt, now), cancel);
            }
        }

        return Result.Success();
    }

    /// <summary>What the actor has left in the forms of one page.</summary>
    public async Task<IReadOnlyList<SavedDraft>> ListAsync(Actor actor, string? page, CancellationToken cancel)
    {
        var named = page + "#";
        var tooOld = time.GetUtcNow().UtcDateTime - Lifetime;
        var drafts = await db.FormDrafts.AsNoTracking()
            .Where(d => d.UserId == actor.UserId && d.SavedAt >= tooOld && (d.FormId == page || d.FormId.StartsWith(named)))
            .ToListAsync(cancel);
        return drafts.ConvertAll(d => new SavedDraft(d.FormId, Read(d.Values)!, d.SavedAt));
    }

    public Task DiscardAsync(Actor actor, string? formId, CancellationToken cancel) =>
        db.FormDrafts.Where(d => d.UserId == actor.UserId && d.FormId == formId).ExecuteDeleteAsync(cancel);

    /// <summary>Passwords, keys and tokens are never kept.</summary>
    private static bool IsKept(string field) =>
        !field.StartsWith("__", StringComparison.Ordinal) && !field.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string>? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
