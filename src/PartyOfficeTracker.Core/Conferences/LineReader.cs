using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>A deadline as a row keeps it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="DueOn">The day, for the kinds that have one.</param>
/// <param name="Words">How the text says it.</param>
public sealed record TypedDue(DeadlineKind Kind, DateOnly? DueOn, string Words);

/// <summary>What a typed line names besides what it says: each is offered, and taken only by whoever types.</summary>
public sealed record LineHints
{
    public TypedDue? Due { get; init; }

    /// <summary>The unit behind an @.</summary>
    public UnitInfo? Unit { get; init; }

    /// <summary>The @ and what belongs to it, as typed; it goes when the unit is taken.</summary>
    public string? UnitMark { get; init; }

    /// <summary>The field behind a #, else the one whose words stand in the line.</summary>
    public FieldInfo? Field { get; init; }

    /// <summary>The # and what belongs to it, as typed; null where the field was found by its words.</summary>
    public string? FieldMark { get; init; }

    public bool IsEmpty => Due is null && Unit is null && Field is null;
}

/// <summary>Reads single lines and cells that somebody types or pastes: deadlines, units, fields of work.</summary>
public sealed class LineReader(UnitDirectory units)
{
    /// <summary>Words behind an @ or # that can be a name.</summary>
    private const int LongestName = 8;

    /// <summary>"… trước 15/3 @Cà Mau #tham mưu": what can be offered for the line.</summary>
    /// <param name="line">What is typed so far.</param>
    /// <param name="kind">The kind of row it becomes; only a directive has a deadline.</param>
    /// <param name="held">The day of the conference.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<LineHints> ReadAsync(string line, RowKind kind, DateOnly held, CancellationToken cancel)
    {
        var tables = await units.ReaderTablesAsync(cancel);
        var all = (await units.UnitsAsync(cancel)).Where(u => u.IsValidOn(held)).ToList();
        var fields = (await units.FieldsAsync(cancel)).Where(f => !f.IsRetired).ToList();
        var unit = Marked(
            line, '@',
            name => PlaceNames.UnitOf(all, name, held) ?? OfCode(all, name) ?? OnlyOne(all, u => PlaceNames.KeyOf(u.NameOn(held)), PlaceNames.KeyOf(name)));
        var field = Marked(line, '#', name => OnlyOne(fields, f => VietnameseText.Fold(f.Name), VietnameseText.Fold(name)));
        return new LineHints
        {
            Due = kind == RowKind.Directive ? DueOf(TypedLine.Deadline(line, tables.Anchors, held)) : null,
            Unit = unit.Found,
            UnitMark = unit.Mark,
            Field = field.Found ?? fields.Find(f => f.Name == TypedLine.Field(line, tables.Fields)),
            FieldMark = field.Mark,
        };
    }

    /// <summary>A deadline as a row keeps it; null for none.</summary>
    public static TypedDue? DueOf(DeadlineReading? read) => read switch
    {
        { Kind: Reading.DeadlineKind.Fixed, End: { } day } => new TypedDue(DeadlineKind.Fixed, day, read.Phrase),
        { Kind: Reading.DeadlineKind.PeriodEnd, End: { } day } => new TypedDue(DeadlineKind.PeriodEnd, day, read.Phrase),
        { Kind: Reading.DeadlineKind.Standing } => new TypedDue(DeadlineKind.Standing, null, read.Phrase),
        { Kind: Reading.DeadlineKind.Conditional or Reading.DeadlineKind.PeriodEnd } => new TypedDue(DeadlineKind.Conditional, null, read.Phrase),
        _ => null,
    };

    /// <summary>What stands behind a mark, the most words first that name something.</summary>
    private static (T? Found, string? Mark) Marked<T>(string line, char mark, Func<string, T?> find)
        where T : class
    {
        for (var at = line.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = line.IndexOf(mark, at + 1))
        {
            var ends = new List<int>();
            for (var i = at + 1; i <= line.Length && ends.Count < LongestName; i++)
            {
                if (i == line.Length || char.IsWhiteSpace(line[i]) || line[i] is ',' or ';' or '@' or '#')
                {
                    ends.Add(i);
                }

                if (i < line.Length && line[i] is ',' or ';' or '@' or '#' or '\n')
                {
                    break;
                }
            }

            foreach (var end in Enumerable.Reverse(ends).Where(e => e > at + 1))
            {
                if (find(line[(at + 1)..end].Trim(' ', '.')) is { } found)
                {
                    return (found, line[at..end].TrimEnd());
                }
            }
        }

        return (null, null);
    }

    /// <summary>"vptw", "ca-mau": the unit of a code.</summary>
    private static UnitInfo? OfCode(List<UnitInfo> all, string typed)
    {
        var code = typed.Trim().Replace(' ', '-');
        return all.Find(u => string.Equals(u.Code, code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What begins with the words typed, or has them at the beginning of a word; null for none and for several.</summary>
    private static T? OnlyOne<T>(IReadOnlyCollection<T> all, Func<T, string> key, string typed)
        where T : class
    {
        if (typed.Length < 2)
        {
            return null;
        }

        var first = all.Where(x => key(x).StartsWith(typed, StringComparison.Ordinal)).Take(2).ToList();
        var found = first.Count > 0 ? first : [.. all.Where(x => (" " + key(x)).Contains(" " + typed, StringComparison.Ordinal)).Take(2)];
        return found.Count == 1 ? found[0] : null;
    }
}
