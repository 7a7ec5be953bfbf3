using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// The door: every text and file a save would store passes here, whatever form, service or import it comes from. A new string property is guarded from its
/// first day; one that no person types is named in <see cref="Untyped"/>, with the reason.
/// </summary>
internal static class SecrecyGuard
{
    /// <summary>What holds nothing a person typed, or only what was checked where it was typed.</summary>
    public static readonly IReadOnlySet<string> Untyped = new HashSet<string>(StringComparer.Ordinal)
    {
        // Hashes, stamps and keys the system makes; to look for words in them would find chance.
        Name<AppUser>(nameof(AppUser.PasswordHash)),
        Name<AppUser>(nameof(AppUser.SecurityStamp)),
        Name<AppUser>(nameof(AppUser.ConcurrencyStamp)),
        Name<IdentityUserToken<int>>(nameof(IdentityUserToken<>.Value)),

        // The same names in capitals, made from the ones that are checked.
        Name<AppUser>(nameof(AppUser.NormalizedUserName)),
        Name<AppUser>(nameof(AppUser.NormalizedEmail)),

        // The old and new values of properties that are checked in this very save, as JSON; its reason is checked.
        Name<AuditEntry>(nameof(AuditEntry.Changes)),

        Name<PublishedChange>(nameof(PublishedChange.Changes)),

        // What records were before, as JSON: they were checked when they were stored, and are again when they come back.
        Name<UndoStep>(nameof(UndoStep.Data)),

        // Single words of texts that are checked: of "bảo mật" one is "mật".
        Name<SearchTerm>(nameof(SearchTerm.Term)),
    };

    /// <exception cref="SecretTextException">Something to be stored carries a marking. Nothing was written yet.</exception>
    public static void Check(IEnumerable<EntityEntry> entries, string? reason, Func<string> sentence)
    {
        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (Marked(entry) is { } property) throw new SecretTextException(entry.Metadata.ClrType.Name, property) { Sentence = sentence() };
        }

        if (IsMarked(reason)) throw new SecretTextException(nameof(AuditEntry), nameof(AuditEntry.Reason)) { Sentence = sentence() };
    }

    public static string Name<T>(string property) => NameOf(typeof(T), property);

    public static string NameOf(Type entity, string property) => entity.Name + "." + property;

    private static string? Marked(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            if ((entry.State == EntityState.Added || property.IsModified)
                && !Untyped.Contains(NameOf(entry.Metadata.ClrType, property.Metadata.Name))
                && IsMarked(entry.Entity, property.CurrentValue))
            {
                // The form calls the file's content by the name of the whole.
                return property.Metadata.ClrType == typeof(byte[]) ? nameof(Evidence.File) : property.Metadata.Name;
            }
        }

        return null;
    }

    private static bool IsMarked(object entity, object? value) => value switch
    {
        string json when entity is FormDraft => IsMarked(json) || Inside(json).Any(IsMarked),
        string text => IsMarked(text),
        IEnumerable<string> texts => texts.Any(IsMarked),
        byte[] content when entity is StoredFile file => FileDoor.Look(content, file.FileName) == FileFinding.Marked,
        _ => false,
    };

    private static bool IsMarked(string? text) => text is not null && SecrecyMarking.Find(text) is not null;

    /// <summary>Names and values of a form kept as JSON, whose letters are escaped there.</summary>
    private static IEnumerable<string> Inside(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json)?.SelectMany(f => new[] { f.Key, f.Value }) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
