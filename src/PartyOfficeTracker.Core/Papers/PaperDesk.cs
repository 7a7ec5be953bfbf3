using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>A column of a list: its head and what it says of a row.</summary>
/// <param name="Key">The key of its head.</param>
/// <param name="Kind">Text, day or number.</param>
/// <param name="Width">In characters.</param>
/// <param name="Value">What stands in it: a text, a day, a number, or null.</param>
public sealed record ListColumn<T>(string Key, ColumnKind Kind, int Width, Func<T, object?> Value)
{
    public ListColumn(string key, int width, Func<T, object?> value)
        : this(key, ColumnKind.Text, width, value)
    {
    }

    /// <summary>The head itself, where it is no word of the application.</summary>
    public string? Head { get; init; }
}

/// <summary>What the papers of all lists share: the words, the names, the line that says what was filtered, when and by whom.</summary>
public sealed class PaperDesk(IStringLocalizer<Strings> text, UnitDirectory units, TimeProvider time)
{
    public IStringLocalizer<Strings> Text => text;

    public DateOnly Today => time.TodayInHanoi();

    public Task<NameBook> NamesAsync(CancellationToken cancel) => units.NamesAsync(cancel);

    /// <param name="actor">Who takes it along.</param>
    /// <param name="title">What the list is.</param>
    /// <param name="filter">What it was narrowed to: keys of labels with values; those without a value were not used.</param>
    /// <param name="columns">As on the screen.</param>
    /// <param name="page">Reads the page that begins after a place; the first after null.</param>
    public PaperTable Table<T>(
        Actor actor, string title, IEnumerable<(string Key, string? Value)> filter, IEnumerable<ListColumn<T>> columns,
        Func<string?, CancellationToken, Task<PagedList<T>>> page)
    {
        ListColumn<T>[] shown = [.. columns];
        return new PaperTable(
            [.. shown.Select(c => new PaperColumn(c.Head ?? text[c.Key], c.Kind, c.Width))],
            cancel => RowsAsync(shown, page, cancel))
        {
            Title = title,
            Line = Line(actor, filter),
            CutSentence = text["Paper.Cut", PaperTable.MostRows.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))],
            EmptySentence = text["Paper.Empty"],
            Day = Today,
        };
    }

    /// <summary>A list that is there as a whole.</summary>
    public PaperTable Table<T>(
        Actor actor, string title, IEnumerable<(string Key, string? Value)> filter, IEnumerable<ListColumn<T>> columns, IReadOnlyList<T> rows) =>
        Table(actor, title, filter, columns, (_, _) => Task.FromResult(new PagedList<T>(rows, rows.Count, null)));

    public string Line(Actor actor, IEnumerable<(string Key, string? Value)> filter)
    {
        var used = filter.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{text[f.Key].Value}: {f.Value}").ToList();
        return text["Paper.Line", used.Count == 0 ? text["Paper.NoFilter"].Value : string.Join("; ", used), Now(), actor.DisplayName];
    }

    public string Now() => HanoiTime.ToLocal(time.GetUtcNow().UtcDateTime).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The label of a value that may be absent.</summary>
    public string? Label<T>(T? value)
        where T : struct, Enum => value is { } one ? text.Of(one) : null;

    /// <summary>Whom something speaks of: the unit by its name of the day, where it is one.</summary>
    public string Addressed(NameBook names, Conferences.Addressee addressee, int? unitId, DateOnly day) =>
        addressee == Conferences.Addressee.OneUnit && names.Unit(unitId, day) is { Length: > 0 } name ? name : Addressed(addressee);

    public string Addressed(Conferences.Addressee addressee) => addressee == Conferences.Addressee.NotStated ? "" : text.Of(addressee);

    public static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name, and why it stands there where that is not plain.</summary>
    public static string WithReason(string name, string? reason) => reason is null ? name : $"{name} ({reason})";

    /// <summary>A text with the number it bears in the minutes.</summary>
    public static string Numbered(string? number, string words) => number is null ? words : $"({number}) {words}";

    private static async IAsyncEnumerable<object?[]> RowsAsync<T>(
        ListColumn<T>[] columns, Func<string?, CancellationToken, Task<PagedList<T>>> page, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (string? after = null; ;)
        {
            var read = await page(after, cancel);
            foreach (var item in read.Items)
            {
                yield return [.. columns.Select(c => c.Value(item))];
            }

            if (read.Next is null)
            {
                yield break;
            }

            after = read.Next;
        }
    }
}
