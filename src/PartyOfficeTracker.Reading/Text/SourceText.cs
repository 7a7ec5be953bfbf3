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

    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">Its name; only the extension is looked at, and the content decides.</param>
    public static DecodedSource Read(byte[] bytes, string fileName)
    {
        if (bytes.Length > LargestFile) return DecodedSource.Refused(SourceRefusal.TooLarge);
        if (bytes.Length == 0) return DecodedSource.Refused(SourceRefusal.Empty);
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (DocxText.IsCompoundFile(bytes)) return DecodedSource.Refused(extension == ".docx" ? SourceRefusal.Encrypted : SourceRefusal.UnsupportedType);
        if (extension == ".docm") return DecodedSource.Refused(SourceRefusal.Macros);
        if (DocxText.IsZip(bytes)) return extension is ".docx" ? DocxText.Read(bytes) : DecodedSource.Refused(SourceRefusal.UnsupportedType);
        if (extension is not (".txt" or ".text" or ".md" or ""))
        {
            return DecodedSource.Refused(extension == ".docx" ? SourceRefusal.Damaged : SourceRefusal.UnsupportedType);
        }

        return TextDecoder.Decode(bytes);
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
