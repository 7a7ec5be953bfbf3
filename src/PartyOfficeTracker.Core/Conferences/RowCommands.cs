using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Quick entry: one row for each line of the text, all of one kind and with the same facts.</summary>
public sealed class AddRows : RowFacts
{
    /// <summary>What quick entry of a kind starts with: to whom the last row of the kind went and of what field it is. What that row
    /// says of itself – when, who, which number – is never another row's.</summary>
    public static AddRows After(MinutesRow? last, RowKind kind)
    {
        if (last is null)
        {
            return new AddRows { Kind = kind };
        }

        return new AddRows
        {
            Kind = kind,
            Addressee = last.Addressee == Addressee.OneUnit ? Addressee.NotStated : last.Addressee,
            FieldOfWorkId = kind == RowKind.Directive ? last.FieldOfWorkId : null,
        };
    }
}

/// <summary>Everything of one row; the facts its kind does not have are ignored. Another kind than it has moves the row.</summary>
public sealed class EditRow : RowFacts
{
    /// <summary>One figure a line: "trên 85 % vấn đề được thông qua". See <see cref="FigureText"/>.</summary>
    public string? Figures { get; set; }

    /// <summary>Cited documents, separated by semicolons or lines.</summary>
    public string? Citations { get; set; }

    /// <summary>Shortcomings the directive is meant to cure.</summary>
    public List<int> Cures { get; set; } = [];

    /// <summary>Why a published row is changed; needed for one and ignored for a draft's.</summary>
    public string? Reason { get; set; }

    public Guid Version { get; set; }
}

public sealed class AddRowsValidator : RowFactsRules<AddRows>
{
    public AddRowsValidator(IStringLocalizer<Strings> text)
        : base(text)
    {
        RuleFor(c => c.Text).Filled(text).WithoutSecrecyMarking(text);
        RuleFor(c => c.AddresseeUnitId).NotNull().When(c => c.Addressee == Addressee.OneUnit).WithMessage(_ => text["Row.AddresseeUnitNeeded"]);
        RuleForEach(c => RowText.Entries(c.Text).Select(e => e.Text)).EachNoLongerThan(RowFacts.TextLength, text).OverridePropertyName(nameof(AddRows.Text));
    }
}

public sealed class EditRowValidator : RowFactsRules<EditRow>
{
    public EditRowValidator(IStringLocalizer<Strings> text)
        : base(text)
    {
        RequireWholeRow(text);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text);
        RuleForEach(c => DocumentReference.Entries(c.Citations))
            .EachNoLongerThan(CitedDocument.NameLength, text).OverridePropertyName(nameof(EditRow.Citations));
        RuleFor(c => c.Figures).Must(f => FigureText.ParseAll(f) is not null).When(c => c.Kind.IsFinding()).WithMessage(_ => text["Row.FiguresUnreadable"]);
    }
}

/// <summary>Text typed or pasted into quick entry.</summary>
public static partial class RowText
{
    private const string Bullets = "•·▪▫◦●○■□◆◇►▶➢➤✓✔*";

    /// <summary>The non-blank lines, each without the bullet the minutes print in front.</summary>
    public static IReadOnlyList<string> Lines(string? text) => text is null
        ? []
        : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WithoutBullet).Where(l => l.Length > 0)];

    /// <summary>The rows of a text: each line without its bullet, the number in front of it taken off and kept.</summary>
    public static IReadOnlyList<(string? Number, string Text)> Entries(string? text) => [.. Lines(text).Select(Entry)];

    private static (string? Number, string Text) Entry(string line)
    {
        var match = NumberInFront().Match(line);
        if (!match.Success || WithoutBullet(line[match.Length..].Trim()) is not { Length: > 0 } rest)
        {
            return (null, line);
        }

        return (match.Groups["n"].Value, rest);
    }

    /// <summary>
    /// A dash or plus before a figure is its sign and stays, also with a blank before a share ("– 3,5%"); before words it is a bullet. Word's own
    /// bullets lie in the private area.
    /// </summary>
    private static string WithoutBullet(string line)
    {
        var at = 0;
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || IsBullet(line, at)))
        {
            at++;
        }

        return line[at..];
    }

    private static bool IsBullet(string line, int at)
    {
        var next = at + 1 < line.Length ? line[at + 1] : ' ';
        return line[at] switch
        {
            '-' or '–' or '—' or '+' => !char.IsAsciiDigit(next) && next is not ('.' or ',') && !SignedShare().IsMatch(line.AsSpan(at)),
            '§' => char.IsWhiteSpace(next) && !(at + 2 < line.Length && char.IsAsciiDigit(line[at + 2])),
            'o' => next == '\t',
            >= '\uE000' and <= '\uF8FF' => true,
            var c => Bullets.Contains(c, StringComparison.Ordinal),
        };
    }

    /// <summary>"– 3,5%", "+ 12 %".</summary>
    [GeneratedRegex(@"^[-–—+]\s+\d{1,9}(?:[.,]\d{1,9})?\s?%", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignedShare();

    /// <summary>
    /// "1.", "(6)", "a)", "1-", "1/", "1.1-", "IV."; not "13/01/2021", "1/3 số đơn vị", "5-7 ngày", "1.200 văn bản" or "48-CT/TW". Glued to
    /// the words only where these begin like a sentence.
    /// </summary>
    [GeneratedRegex(
        @"^(?:\((?<n>\d{1,3}|[a-zđ])\)\s*|(?<n>\d{1,3}(?:\.\d{1,2}){0,3}|[a-zđ])\)\s*|(?<n>[IVX]{1,4})[./)]\s+"
        + @"|(?<n>\d{1,3}(?:\.\d{1,2}){0,3})[./-](?:\s+(?!\d)|(?=\p{Lu}\p{Ll}))|(?<n>\d{1,3})\.\s+|(?<n>[a-zđ])[./]\s+)",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberInFront();
}
