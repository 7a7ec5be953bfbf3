using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyOfficeTracker.Reading.Tests;

public class SourceTextTests
{
    private const string Sentence = "Hội nghị giao ban quý II: các văn phòng cấp ủy đã thực hiện tốt nhiệm vụ được giao, còn chậm số hóa tài liệu.";

    [Fact]
    public void Utf8_with_and_without_mark_is_read()
    {
        Assert.Equal(Sentence, Read(Encoding.UTF8.GetBytes(Sentence)).Text);
        Assert.Equal(Sentence, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)]).Text);
    }

    [Fact]
    public void Utf16_is_read_in_both_orders_with_and_without_mark()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(Sentence, Read(encoding.GetBytes(Sentence)).Text);
            Assert.Equal(Sentence, Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Sentence)]).Text);
        }
    }

    [Fact]
    public void Windows_1258_is_recognised_and_composed()
    {
        var bytes = Windows1258(Sentence);

        var source = Read(bytes);

        Assert.Equal("windows-1258", source.Encoding);
        Assert.Equal(Sentence, source.Text);
    }

    [Fact]
    public void Tcvn3_is_recognised_and_converted()
    {
        // "Thực hiện tốt nhiệm vụ được giao" as .VnTime bytes.
        byte[] bytes = [.. "Th"u8, 0xF9, .. "c hi"u8, 0xD6, .. "n t"u8, 0xE8, .. "t nhi"u8, 0xD6, .. "m v"u8, 0xF4, .. " "u8, 0xAE, 0xAD, 0xEE, .. "c giao"u8];

        var source = Read(bytes);

        Assert.Equal("TCVN3", source.Encoding);
        Assert.Equal("Thực hiện tốt nhiệm vụ được giao", source.Text);
    }

    [Fact]
    public void Vni_is_recognised_and_converted()
    {
        var bytes = Encoding.Latin1.GetBytes("Thöïc hieän toát nhieäm vuï ñöôïc giao");

        var source = Read(bytes);

        Assert.Equal("VNI", source.Encoding);
        Assert.Equal("Thực hiện tốt nhiệm vụ được giao", source.Text);
    }

    [Fact]
    public void Legacy_letters_pasted_into_utf8_are_converted()
    {
        var source = Read(Encoding.UTF8.GetBytes("Thöïc hieän toát nhieäm vuï ñöôïc giao"));

        Assert.Equal("Thực hiện tốt nhiệm vụ được giao", source.Text);
    }

    [Fact]
    public void Bytes_in_no_known_encoding_are_refused()
    {
        byte[] bytes = [.. Enumerable.Range(0, 600).Select(i => (byte)(0x80 + (i * 37 % 0x1F)))];

        Assert.Equal(SourceRefusal.UnknownEncoding, Read(bytes).Refusal);
    }

    [Theory]
    [InlineData("report.pdf", SourceRefusal.Damaged)]
    [InlineData("report.rtf", SourceRefusal.UnsupportedType)]
    [InlineData("report.xlsx", SourceRefusal.Damaged)]
    [InlineData("report.docm", SourceRefusal.Macros)]
    [InlineData("report.docx", SourceRefusal.Damaged)]
    public void Other_types_are_refused_with_a_reason(string name, SourceRefusal refusal) =>
        Assert.Equal(refusal, SourceText.Read("plain text"u8.ToArray(), name).Refusal);

    [Fact]
    public void Files_over_five_megabytes_are_refused() =>
        Assert.Equal(SourceRefusal.TooLarge, Read(new byte[SourceText.LargestFile + 1]).Refusal);

    [Theory]
    [InlineData("a.docx", "", SourceRefusal.Encrypted)]
    [InlineData("a.doc", "", SourceRefusal.OldFormat)]
    [InlineData("a.doc", "EncryptedPackage", SourceRefusal.Encrypted)]
    [InlineData("a.docx", "WordDocument", SourceRefusal.OldFormat)]
    [InlineData("a.xls", "Workbook", SourceRefusal.OldFormat)]
    public void A_compound_file_is_a_new_one_with_a_password_or_one_of_an_old_format(string name, string stream, SourceRefusal refusal)
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, .. Encoding.Unicode.GetBytes(stream)];

        Assert.Equal(refusal, SourceText.Read(ole, name).Refusal);
    }

    [Fact]
    public void A_docx_gives_paragraphs_numbers_and_table_rows()
    {
        var bytes = Docx(body =>
        {
            body.Append(new Paragraph(new Run(new Text("Kết quả"))));
            body.Append(Listed("Việc thứ nhất."), Listed("Việc thứ hai."));
            body.Append(new Table(new TableRow(Cell("Điểm cầu"), Cell("Chủ trì"))));
        });

        var source = SourceText.Read(bytes, "a.docx");

        Assert.Null(source.Refusal);
        Assert.Equal("Kết quả\n1. Việc thứ nhất.\n2. Việc thứ hai.\nĐiểm cầu\tChủ trì\n", source.Text);
    }

    [Theory]
    [InlineData("attachedTemplate")]
    [InlineData("oleObject")]
    [InlineData("image")]
    public void What_a_docx_would_fetch_from_outside_is_passed_over(string type)
    {
        var fetching = Docx(body => body.Append(new Paragraph(new Run(new Text("Rà soát quy chế.")))), part => part.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type, new Uri("http://example.invalid/t.dotm")));

        Assert.Equal("Rà soát quy chế.\n", SourceText.Read(fetching, "a.docx").Text);
    }

    [Fact]
    public void A_docx_whose_text_lies_in_another_file_is_refused_but_one_with_a_hyperlink_is_not()
    {
        var elsewhere = Docx(body => body.Append(new Paragraph()), part => part.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/subDocument", new Uri("file:///C:/phan2.docx")));
        var linking = Docx(body => body.Append(new Paragraph()), part => part.AddHyperlinkRelationship(new Uri("http://example.invalid/"), isExternal: true));

        Assert.Equal(SourceRefusal.ExternalRelations, SourceText.Read(elsewhere, "a.docx").Refusal);
        Assert.Null(SourceText.Read(linking, "a.docx").Refusal);
    }

    [Fact]
    public void A_docx_with_a_marking_in_its_header_or_footer_is_refused()
    {
        var marked = Docx(body => body.Append(new Paragraph(new Run(new Text("Sáng 6/1/2021, hội nghị tổng kết.")))),
            part => part.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(new Run(new Text("TUYỆT MẬT")))));
        var plain = Docx(body => body.Append(new Paragraph(new Run(new Text("Sáng 6/1/2021, hội nghị tổng kết.")))),
            part => part.AddNewPart<FooterPart>().Footer = new Footer(new Paragraph(new Run(new Text("Trang 1, lưu hành nội bộ")))));

        Assert.Equal(SourceRefusal.SecrecyMarking, SourceText.Read(marked, "a.docx").Refusal);
        Assert.Null(SourceText.Read(plain, "a.docx").Refusal);
    }

    [Fact]
    public void A_docx_with_macros_inside_is_refused()
    {
        var bytes = Zip(("word/vbaProject.bin", "x"u8.ToArray()));

        Assert.Equal(SourceRefusal.Macros, SourceText.Read(bytes, "a.docx").Refusal);
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_its_directory()
    {
        var dense = Zip(("word/document.xml", new byte[30 * 1024 * 1024]));
        var many = Zip([.. Enumerable.Range(0, 2500).Select(i => ($"f{i}", Array.Empty<byte>()))]);

        Assert.Equal(SourceRefusal.ArchiveBomb, SourceText.Read(dense, "a.docx").Refusal);
        Assert.Equal(SourceRefusal.ArchiveBomb, SourceText.Read(many, "a.docx").Refusal);
    }

    [Fact]
    public void A_broken_docx_is_refused_as_damaged()
    {
        var bytes = Zip(("word/document.xml", "not xml"u8.ToArray()));

        Assert.Equal(SourceRefusal.Damaged, SourceText.Read(bytes, "a.docx").Refusal);
        Assert.Equal(SourceRefusal.Damaged, SourceText.Read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "a.docx").Refusal);
    }

    [Fact]
    public void Every_refusal_has_words_of_its_own()
    {
        var words = Enum.GetValues<SourceRefusal>().Select(SourceText.Describe).ToList();

        Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
    }

    private static DecodedSource Read(byte[] bytes) => SourceText.Read(bytes, "a.txt");

    /// <summary>The code page has the letters with hat, horn and breve; the tone follows as a combining mark.</summary>
    private static byte[] Windows1258(string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1258, new EncoderReplacementFallback(""), DecoderFallback.ReplacementFallback)!;
        var bytes = new List<byte>();
        foreach (var c in text)
        {
            var whole = encoding.GetBytes([c]);
            if (whole.Length > 0)
            {
                bytes.AddRange(whole);
                continue;
            }

            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.First(part => part is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
            var rest = parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC);
            bytes.AddRange(encoding.GetBytes(rest));
            bytes.AddRange(encoding.GetBytes([tone]));
        }

        return [.. bytes];
    }

    private static Paragraph Listed(string text) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
        new Run(new Text(text)));

    private static TableCell Cell(string text) => new(new Paragraph(new Run(new Text(text))));

    private static byte[] Docx(Action<Body> fill, Action<MainDocumentPart>? relate = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = document.AddMainDocumentPart();
            var body = new Body();
            part.Document = new Document(body);
            part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Decimal }) { LevelIndex = 0 }) { AbstractNumberId = 0 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
            fill(body);
            relate?.Invoke(part);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
