using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// A document conferences cite: by number and symbol (Chỉ thị số 48-CT/TW), by date (Công điện ngày 05/01/2021), or by name.
/// The type is the printed word, never derived from the symbol: QĐ stands for both Quyết định and Quy định.
/// </summary>
public sealed class CitedDocument : IVersioned, ISearchable
{
    public const int TypeLength = 60;
    public const int NumberLength = 40;
    public const int IssuerLength = 200;
    public const int NameLength = 500;
    public const int KeyLength = 200;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public required string TypeWord { get; set; }

    public string? Number { get; set; }

    public string? Symbol { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? Name { get; set; }

    /// <summary>Folded type, number, symbol, date and name: two citations with one key are one document.</summary>
    public required string Key { get; set; }

    public List<Citation> Citations { get; init; } = [];

    /// <summary>Number and symbol as printed; see <see cref="Join"/>.</summary>
    public string PrintedNumber => Join(Number, Symbol);

    /// <summary>The party writes 48-CT/TW, the state 130/2020/NĐ-CP: where the symbol itself has a hyphen, a stroke stands before it.</summary>
    public static string Join(string? number, string? symbol) =>
        symbol is null ? number ?? ""
        : symbol.Contains('-', StringComparison.Ordinal) && !symbol.Contains('/', StringComparison.Ordinal) ? number + "/" + symbol
        : number + "-" + symbol;

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => TypeWord + " " + Number;

    string ISearchable.SearchText => string.Join(
        ' ', TypeWord, Number is null ? null : "số " + Number, Symbol, IssuedOn is { } day ? DayText.ToText(day) : null, Issuer, Name);
}

/// <summary>One place that cites a document: a conference, and the row of it where that is known.</summary>
public sealed class Citation : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int DocumentId { get; set; }

    public CitedDocument? Document { get; set; }

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    /// <summary>The row that cites it; null when the conference as a whole does.</summary>
    public int? RowId { get; set; }

    public Row? Row { get; set; }

    /// <summary>The citation as it was typed.</summary>
    public required string AsPrinted { get; set; }

    public Guid Version { get; set; }
}
