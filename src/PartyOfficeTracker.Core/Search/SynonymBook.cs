using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Search;

/// <summary>
/// Other wordings of what is typed: abbreviations and what they stand for, the names a unit has borne, and for a unit that was merged the
/// name of the one that carries on its work.
/// </summary>
public sealed class SynonymBook(IMemoryCache cache, IServiceScopes scopes, UnitDirectory directory)
{
    private const string Key = "synonyms";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <returns>By folded words with blanks between.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string[]>>> ReadAsync(CancellationToken cancel)
    {
        if (cache.TryGetValue(Key, out IReadOnlyDictionary<string, IReadOnlyList<string[]>>? known))
        {
            return known!;
        }

        var abbreviations = await scopes.RunAsync(db => db.Abbreviations.AsNoTracking().ToListAsync(cancel));
        var book = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var group in abbreviations.GroupBy(a => KeyOf(a.Long), StringComparer.Ordinal))
        {
            AddGroup(book, [.. group.Select(a => a.Short), group.First().Long]);
        }

        AddUnits(book, await directory.UnitsAsync(cancel));
        var made = book.ToDictionary(b => b.Key, b => (IReadOnlyList<string[]>)b.Value, StringComparer.Ordinal);
        return cache.Set(Key, made, Lifetime);
    }

    /// <summary>Called after the table of abbreviations was changed.</summary>
    public void Forget() => cache.Remove(Key);

    private static void AddUnits(Dictionary<string, List<string[]>> book, IReadOnlyList<UnitInfo> units)
    {
        var all = units.ToDictionary(u => u.Id);
        foreach (var unit in units)
        {
            var names = unit.Names.Select(n => n.Name).ToList();
            AddGroup(book, names);
            if (UnitDirectory.Today(unit, all) is var today && today.Id != unit.Id)
            {
                names.ForEach(name => Add(book, name, today.CurrentName));
            }
        }
    }

    private static void AddGroup(Dictionary<string, List<string[]>> book, IReadOnlyList<string> wordings)
    {
        foreach (var wording in wordings)
        {
            foreach (var other in wordings)
            {
                Add(book, wording, other);
            }
        }
    }

    private static void Add(Dictionary<string, List<string[]>> book, string typed, string other)
    {
        var (key, words) = (KeyOf(typed), SearchWords.Of(other).ToArray());
        if (string.Equals(key, string.Join(' ', words), StringComparison.Ordinal))
        {
            return;
        }

        var known = book.TryGetValue(key, out var list) ? list : book[key] = [];
        if (!known.Exists(w => w.SequenceEqual(words, StringComparer.Ordinal)))
        {
            known.Add(words);
        }
    }

    private static string KeyOf(string wording) => string.Join(' ', SearchWords.Of(wording));
}
