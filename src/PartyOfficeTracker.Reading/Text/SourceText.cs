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
}

/// <summary>The text of an upload, or why it was refused. <see cref="Encoding"/> names what was recognised.</summary>
public sealed record DecodedSource(string Text, string Encoding, SourceRefusal? Refusal)
{
    internal static DecodedSource Refused(SourceRefusal refusal) => new("", "", refusal);
}

/// <summary>Turns the bytes of an upload (.txt or .docx) into text, or refuses them with a reason. Nothing is written to disk.</summary>
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
        if (OfficePackage.IsCompoundFile(bytes)) return DecodedSource.Refused(extension == ".docx" ? SourceRefusal.Encrypted : SourceRefusal.UnsupportedType);
        if (extension == ".docm") return DecodedSource.Refused(SourceRefusal.Macros);
        if (OfficePackage.IsZip(bytes)) return extension is ".docx" ? DocxText.Read(bytes) : DecodedSource.Refused(SourceRefusal.UnsupportedType);
        if (extension is not (".txt" or ".text" or ".md" or ""))
        {
            return DecodedSource.Refused(extension == ".docx" ? SourceRefusal.Damaged : SourceRefusal.UnsupportedType);
        }

        var decoded = TextDecoder.Decode(bytes);
        return decoded.Refusal is null ? decoded with { Text = Pasted(decoded.Text) } : decoded;
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
        SourceRefusal.UnsupportedType => "chỉ nhận tệp .txt và .docx",
        SourceRefusal.UnknownEncoding => "không nhận ra bảng mã của tệp; hãy lưu lại bằng UTF-8",
        SourceRefusal.Encrypted => "tệp Word có mật khẩu hoặc ở định dạng cũ, không nhận",
        SourceRefusal.Macros => "tệp Word có macro, không nhận",
        SourceRefusal.ExternalRelations => "tệp Word có liên kết tải nội dung từ bên ngoài, không nhận",
        SourceRefusal.ArchiveBomb => "tệp nén bất thường, không nhận",
        SourceRefusal.Damaged => "tệp Word bị hỏng",
        SourceRefusal.SecrecyMarking => "văn bản có dấu chỉ độ mật, không nhận vào hệ thống này",
        _ => "không nhận tệp",
    };
}
