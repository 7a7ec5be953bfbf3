using System.Text.RegularExpressions;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>A citation as typed, taken apart: "Chỉ thị số 48-CT/TW", "Công điện ngày 05/01/2021 của Thường trực Ban Bí thư".</summary>
public sealed partial record DocumentReference(
    string AsPrinted, string TypeWord, string? Number, string? Symbol, string? Issuer, DateOnly? IssuedOn, string? Name)
{
    /// <summary>The words documents are called by, longest first where one begins another.</summary>
    private static readonly string[] TypeWords =
    [
        "Thông báo kết luận", "Nghị quyết", "Nghị định", "Quyết định", "Quy định", "Quy chế", "Chỉ thị", "Kết luận", "Kế hoạch",
        "Hướng dẫn", "Thông báo", "Thông tư", "Thông tri", "Công điện", "Công văn", "Báo cáo", "Đề án", "Chương trình", "Tờ trình", "Luật", "Pháp lệnh",
    ];

    private const string OtherType = "Văn bản";

    /// <summary>Folded type, number, symbol, day and name. Documents with one key are one document.</summary>
    public string Key
    {
        get
        {
            var day = IssuedOn is { } d && Number is null ? d.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture) : "";
            var name = Number is null && IssuedOn is null ? VietnameseText.Fold(Name ?? AsPrinted) : "";
            var key = string.Join('|', VietnameseText.Fold(TypeWord), VietnameseText.Fold(Number ?? ""), VietnameseText.Fold(Symbol ?? ""), day, name);
            return key.Length > CitedDocument.KeyLength ? key[..CitedDocument.KeyLength] : key;
        }
    }

    /// <summary>
    /// Whether two accounts of one conference mean one document: the same key, or the same type and number where one of them leaves the symbol or its
    /// end out; the symbol's beginning stands for a type that was not written: "48CT" is "Chỉ thị số 48-CT/TW".
    /// </summary>
    public bool IsSameAs(DocumentReference other) =>
        string.Equals(Key, other.Key, StringComparison.Ordinal)
        || (Number is not null && Number == other.Number
            && (VietnameseText.Fold(TypeWord) == VietnameseText.Fold(other.TypeWord)
                ? Symbol is null || other.Symbol is null || IsSymbolOf(Symbol, other.Symbol)
                : (TypeWord == OtherType || other.TypeWord == OtherType)
                    && Symbol is not null && other.Symbol is not null && IsSymbolOf(Symbol, other.Symbol)));

    /// <summary>Whether this names more of the document than the other does.</summary>
    public bool IsFullerThan(DocumentReference other) => (Symbol?.Length ?? 0) > (other.Symbol?.Length ?? 0);

    public static DocumentReference Of(CitedDocument document) =>
        new(document.Name ?? "", document.TypeWord, document.Number, document.Symbol, document.Issuer, document.IssuedOn, document.Name);

    /// <summary>Takes apart several citations separated by semicolons or lines.</summary>
    public static IReadOnlyList<DocumentReference> ParseAll(string? text) => [.. Entries(text).Select(Parse)];

    /// <summary>What of a box names one document each, as it was typed.</summary>
    public static IEnumerable<string> Entries(string? text) =>
        (text ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static DocumentReference Parse(string text)
    {
        var printed = VietnameseText.Normalise(text).TrimEnd('.', ',');
        var type = Array.Find(TypeWords, w => printed.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        var rest = type is null ? printed : printed[type.Length..].TrimStart();
        string? number = null;
        string? symbol = null;
        var match = NumberAndSymbol().Match(rest);
        if (match.Success)
        {
            number = match.Groups["n"].Value;
            symbol = match.Groups["s"].Success ? match.Groups["s"].Value : null;
            rest = rest[match.Length..].TrimStart(' ', ',');
        }

        DateOnly? issued = null;
        var day = IssueDay().Match(rest);
        if (day.Success && DayText.TryParse(day.Groups["d"].Value, out var parsed))
        {
            issued = parsed;
            rest = rest.Remove(day.Index, day.Length).Trim(' ', ',');
        }

        var subject = rest.IndexOf("về ", StringComparison.Ordinal);
        var name = subject >= 0 ? rest[subject..] : null;
        rest = subject >= 0 ? rest[..subject].TrimEnd(' ', ',') : rest;

        string? issuer = null;
        var from = IssuerPart().Match(rest);
        if (from.Success)
        {
            issuer = from.Groups["i"].Value.Trim();
            rest = rest.Remove(from.Index, from.Length).Trim(' ', ',');
        }

        name = string.Join(' ', new[] { rest, name }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return new DocumentReference(
            Cut(printed, CitedDocument.NameLength)!,
            type ?? OtherType,
            number,
            symbol,
            Cut(issuer, CitedDocument.IssuerLength),
            issued,
            name.Length == 0 ? null : Cut(name, CitedDocument.NameLength));
    }

    private static bool IsSymbolOf(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return (longer + "/").StartsWith(shorter + "/", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Cut(string? text, int length) => text is not null && text.Length > length ? text[..length] : text;

    [GeneratedRegex(@"^(số\s*:?\s*)?(?<n>\d{1,6}(/\d{4})?)(\s*[-/]\s*(?<s>\p{Lu}\p{L}*([-/]\p{L}+)*)|(?<s>\p{Lu}{2,5}(/\p{Lu}+)?))?\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAndSymbol();

    [GeneratedRegex(@"(^|\s)ngày\s+(?<d>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex IssueDay();

    [GeneratedRegex(@"(^|\s)của\s+(?<i>\p{Lu}[\p{L}\s,]*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IssuerPart();
}
