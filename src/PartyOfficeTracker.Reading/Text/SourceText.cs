using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>Why a file is not read.</summary>
public enum SourceRefusal
{
    TooLarge,
    Empty,
    UnsupportedType,
    UnknownEncoding,
    Encrypted,
    Macros,
    ExternalRelations,
    ArchiveBomb,
    Damaged,
    SecrecyMarking,

    /// <summary>A .doc or .xls of before 2007.</summary>
    OldFormat,

    /// <summary>A .pdf of pictures of pages.</summary>
    NoText,
}

/// <summary>The text of an upload, or why it was refused. <see cref="Encoding"/> names what was recognised.</summary>
public sealed record DecodedSource(string Text, string Encoding, SourceRefusal? Refusal)
{
    internal static DecodedSource Refused(SourceRefusal refusal) => new("", "", refusal);
}

/// <summary>Turns the bytes of an upload (.txt, .docx, .xlsx, .pdf) into text, or refuses them with a reason. Nothing is written to disk.</summary>
public static class SourceText
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>A picture of a symbol font whose shape no other font has.</summary>
    internal const char Glyph = '\uF0B7';

    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">Its name; only the extension is looked at, and the content decides.</param>
    public static DecodedSource Read(byte[] bytes, string fileName)
    {
        if (bytes.Length > LargestFile) return DecodedSource.Refused(SourceRefusal.TooLarge);
        if (bytes.Length == 0) return DecodedSource.Refused(SourceRefusal.Empty);
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (OfficePackage.IsCompoundFile(bytes)) return DecodedSource.Refused(OfCompound(bytes, extension));
        if (PdfText.IsPdf(bytes)) return PdfText.Read(bytes);
        if (extension is ".docm" or ".dotm" or ".xlsm" or ".xlsb") return DecodedSource.Refused(SourceRefusal.Macros);
        if (OfficePackage.IsZip(bytes))
        {
            return extension switch
            {
                ".docx" => DocxText.Read(bytes),
                ".xlsx" => XlsxText.Read(bytes),
                _ => DecodedSource.Refused(SourceRefusal.UnsupportedType),
            };
        }

        if (extension is not (".txt" or ".text" or ".md" or ""))
        {
            return DecodedSource.Refused(extension is ".docx" or ".xlsx" or ".pdf" ? SourceRefusal.Damaged : SourceRefusal.UnsupportedType);
        }

        var decoded = TextDecoder.Decode(bytes);
        return decoded.Refusal is null ? decoded with { Text = Pasted(decoded.Text) } : decoded;
    }

    /// <summary>A new file with a password is a compound file too; what else is one is of before 2007.</summary>
    private static SourceRefusal OfCompound(byte[] bytes, string extension)
    {
        if (OfficePackage.HasStream(bytes, "EncryptedPackage")) return SourceRefusal.Encrypted;
        var isOld = OfficePackage.HasStream(bytes, "WordDocument") || OfficePackage.HasStream(bytes, "Workbook");
        return extension is ".docx" or ".xlsx" && !isOld ? SourceRefusal.Encrypted : SourceRefusal.OldFormat;
    }

    /// <summary>
    /// What a person pasted, as a file with the same text would read: letters of the old fonts converted, signs of symbol fonts and soft line ends made plain.
    /// </summary>
    public static string Pasted(string text) => WithoutGlyphs(LegacyFonts.Unmixed(text));

    /// <summary>
    /// Signs of symbol fonts (the private area, drawn as boxes elsewhere): a dash where a line begins, nothing within it. A soft line end is a line end.
    /// </summary>
    internal static string WithoutGlyphs(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF') && !text.AsSpan().ContainsAny("\v\f\u2028\u2029")) return text;
        var result = new StringBuilder(text.Length);
        var isStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '\v' or '\f' or '\u2028' or '\u2029' ? '\n' : text[i];
            if (c is >= '\uE000' and <= '\uF8FF')
            {
                if (isStart) result.Append(i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) ? "-" : "- ");
                isStart = false;
                continue;
            }

            isStart = c == '\n' || (isStart && char.IsWhiteSpace(c));
            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>One clear line for the person who uploaded the file.</summary>
    public static string Describe(SourceRefusal refusal) => refusal switch
    {
        SourceRefusal.TooLarge => "tệp lớn hơn 5 MB, không nhận",
        SourceRefusal.Empty => "tệp rỗng",
        SourceRefusal.UnsupportedType => "chỉ nhận tệp .txt, .docx, .xlsx và .pdf có chữ; hãy lưu lại thành .docx",
        SourceRefusal.UnknownEncoding => "không nhận ra bảng mã của tệp; hãy lưu lại bằng UTF-8",
        SourceRefusal.Encrypted => "tệp có mật khẩu, không nhận; hãy lưu lại không mật khẩu",
        SourceRefusal.Macros => "tệp có macro, không nhận; hãy lưu lại thành .docx hoặc .xlsx",
        SourceRefusal.ExternalRelations => "một phần văn bản nằm ở tệp khác, không nhận; hãy gộp vào một tệp",
        SourceRefusal.ArchiveBomb => "tệp nén bất thường, không nhận",
        SourceRefusal.Damaged => "tệp bị hỏng, không mở được",
        SourceRefusal.SecrecyMarking => "văn bản có dấu chỉ độ mật, không nhận vào hệ thống này",
        SourceRefusal.OldFormat => "tệp Word hoặc Excel kiểu cũ (.doc, .xls); hãy mở tệp, chọn Lưu thành .docx hoặc .xlsx rồi gửi lại",
        SourceRefusal.NoText => "tệp .pdf là bản chụp, không có chữ để đọc; hãy gửi bản Word hoặc dán phần chữ vào ô",
        _ => "không nhận tệp",
    };
}
