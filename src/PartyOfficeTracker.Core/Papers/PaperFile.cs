using System.Globalization;
using System.Text;
using System.Xml;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>A file made for one person at one moment.</summary>
public sealed record PaperFile(Stream Content, string ContentType, string FileName)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestName = 60;

    /// <exception cref="ArgumentOutOfRangeException">The format is a page and no file.</exception>
    public static async Task<PaperFile> OfAsync(PaperTable table, PaperFormat format, CancellationToken cancel)
    {
        var content = new MemoryStream();
        switch (format)
        {
            case PaperFormat.Docx:
                await WordTable.WriteAsync(table, content, cancel);
                break;
            case PaperFormat.Xlsx:
                await ExcelTable.WriteAsync(table, content, cancel);
                break;
            case PaperFormat.Csv:
                await CsvTable.WriteAsync(table, content, cancel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of files.");
        }

        return Of(content, format, table.Title, table.Day);
    }

    internal static PaperFile Of(Stream content, PaperFormat format, string title, DateOnly day)
    {
        content.Position = 0;
        var (type, ending) = format switch
        {
            PaperFormat.Docx => (Word, "docx"),
            PaperFormat.Xlsx => (Excel, "xlsx"),
            _ => ("text/csv; charset=utf-8", "csv"),
        };
        return new PaperFile(content, type, string.Create(CultureInfo.InvariantCulture, $"{NameOf(title)}-{day:yyyy-MM-dd}.{ending}"));
    }

    /// <summary>Without what a file cannot hold: XML knows no control characters and no halves of a pair.</summary>
    internal static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                result.Append(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                result.Append(text[i]).Append(text[++i]);
            }
        }

        return result.ToString();
    }

    /// <summary>A title as the name of a file: lower case, no marks, hyphens; any mail program carries it.</summary>
    private static string NameOf(string title)
    {
        var result = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            var lower = char.ToLowerInvariant(c) is 'đ' ? 'd' : char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(lower))
            {
                result.Append(lower);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        var name = result.ToString().Trim('-');
        return name.Length <= LongestName ? name : name[..(name.LastIndexOf('-', LongestName) is > 0 and var border ? border : LongestName)];
    }
}
