using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Files made part by part, so that each holds a stamp in one place only.</summary>
public class FileSecrecyTests
{
    private const string Names =
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' " +
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml' " +
        "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' " +
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' " +
        "xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram' xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'";

    private const string Sheet = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    private const string Ordinary = "<w:p><w:r><w:t>Chi nhánh báo cáo việc sắp xếp kho sách quý hai.</w:t></w:r></w:p>";

    [Theory]
    [InlineData("<w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>M</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Ậ</w:t></w:r><w:r><w:t>T</w:t></w:r></w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Số 7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Tối mật</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>")]
    [InlineData(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r>" +
        "</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r><w:r><w:t>Chữ quanh hộp</w:t></w:r></w:p>")]
    [InlineData(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'/><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Mật</w:t>" +
        "</w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Chữ quanh hộp</w:t></w:r>" +
        "</w:p>")]
    [InlineData("<w:p><w:r><w:pict><v:shape><v:textpath string='TỐI MẬT'/></v:shape></w:pict></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:pict><v:shape alt='Dấu: MẬT'/></w:pict></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:drawing><a:p><a:r><a:rPr cap='all'/><a:t>tối mật</a:t></a:r></a:p></w:drawing></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:drawing><wp:docPr id='1' name='x' descr='(Tuyệt mật)'/></w:drawing></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:drawing><wp:docPr id='1' name='x' title='MẬT'/></w:drawing></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>MẬT</w:t></w:r><w:r><w:t>Chữ nhìn thấy</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>M</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>xyz</w:t></w:r><w:r><w:t>ẬT</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del><w:ins><w:r><w:t>Thường</w:t></w:r></w:ins></w:p>")]
    [InlineData("<w:p><w:moveFrom><w:r><w:t>MẬT</w:t></w:r></w:moveFrom><w:r><w:t>Chữ ở lại</w:t></w:r></w:p>")]
    [InlineData("<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:sdtContent></w:sdt>")]
    [InlineData("<w:p><w:r><w:instrText>QUOTE \"TỐI MẬT\"</w:instrText></w:r><w:r><w:t>kết quả</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:fldSimple w:instr='DOCPROPERTY (Mật)'><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr><w:t>Tèi mËt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>Tỉnh ủy    </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii='.VnArialH'/></w:rPr><w:t>mËt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rFonts w:ascii='VNI-Times'/></w:rPr><w:t>TOÁI MAÄT</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t xml:space='preserve'>Chi nhánh    </w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t>mật</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>M</w:t><w:softHyphen/><w:t>Ậ</w:t><w:tab/><w:t>T</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>M</w:t></w:r></w:p><w:p><w:r><w:t>Ậ</w:t></w:r></w:p><w:p><w:r><w:t>T</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>M</w:t><w:sym w:font='.VnTime' w:char='F0CB'/><w:t>T</w:t></w:r></w:p>")]
    public void A_stamp_anywhere_in_the_body_of_a_word_file_is_found(string body) => Assert.Equal(FileFinding.Marked, Word(body + Ordinary));

    [Theory]
    [InlineData("word/header2.xml", "<w:hdr {0}><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:hdr>")]
    [InlineData("word/footer1.xml", "<w:ftr {0}><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:ftr>")]
    [InlineData("word/footnotes.xml", "<w:footnotes {0}><w:footnote><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:footnote></w:footnotes>")]
    [InlineData("word/comments.xml", "<w:comments {0}><w:comment w:author='x'><w:p><w:r><w:t>Độ mật: Mật</w:t></w:r></w:p></w:comment></w:comments>")]
    [InlineData("word/glossary/document.xml", "<w:glossaryDocument {0}><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:glossaryDocument>")]
    [InlineData("word/diagrams/data1.xml", "<dgm:dataModel {0}><dgm:pt><dgm:t><a:p><a:r><a:t>MẬT</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>")]
    [InlineData("word/charts/chart1.xml", "<c:chartSpace {0}><c:strCache><c:pt><c:v>TỐI MẬT</c:v></c:pt></c:strCache></c:chartSpace>")]
    [InlineData("word/numbering.xml", "<w:numbering {0}><w:lvl><w:lvlText w:val='MẬT'/></w:lvl></w:numbering>")]
    [InlineData("docProps/core.xml", "<coreProperties><category>Mật</category></coreProperties>")]
    [InlineData("docProps/custom.xml", "<Properties><property name='Loại'><lpwstr>Tối mật</lpwstr></property></Properties>")]
    [InlineData("customXml/item1.xml", "<data><dau>MẬT</dau></data>")]
    [InlineData("word/afchunk.htm", "<html><body><p>M&#7852;T</p></body></html>")]
    [InlineData("word/afchunk.txt", "Chi nhánh\nMẬT\n")]
    [InlineData("word/odd.dat", "<x>TUYỆT MẬT</x>")]
    public void A_stamp_in_any_other_part_of_a_word_file_is_found(string part, string content) =>
        Assert.Equal(FileFinding.Marked, Look(("word/document.xml", Document(Ordinary)), (part, content.Replace("{0}", Names, StringComparison.Ordinal))));

    [Theory]
    [InlineData("xl/sharedStrings.xml", "<sst {0}><si><r><t>TỐI </t></r><r><t>MẬT</t></r></si></sst>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet {0}><sheetData><row><c t='inlineStr'><is><t>MẬT</t></is></c></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet2.xml", "<worksheet {0}><sheetData><row><c t='str'><f>\"MẬT\"</f><v>MẬT</v></c></row></sheetData></worksheet>")]
    [InlineData(
        "xl/worksheets/sheet3.xml",
        "<worksheet {0}><headerFooter><oddHeader>&amp;C&amp;\"Times New Roman,Bold\"&amp;14&amp;KFF0000MẬT</oddHeader></headerFooter></worksheet>")]
    [InlineData(
        "xl/worksheets/sheet4.xml",
        "<worksheet {0}><headerFooter><firstFooter>&amp;LTrang &amp;P&amp;RTối mật</firstFooter></headerFooter></worksheet>")]
    [InlineData("xl/comments1.xml", "<comments {0}><commentList><comment><text><r><t>MẬT</t></r></text></comment></commentList></comments>")]
    [InlineData(
        "xl/threadedComments/threadedComment1.xml",
        "<ThreadedComments><threadedComment><text>Độ mật: Tối mật</text></threadedComment></ThreadedComments>")]
    [InlineData("xl/workbook2.xml", "<workbook {0}><sheets><sheet name='MẬT'/></sheets></workbook>")]
    [InlineData("xl/workbook3.xml", "<workbook {0}><definedNames><definedName name='Dau'>\"MẬT\"</definedName></definedNames></workbook>")]
    [InlineData("xl/styles.xml", "<styleSheet {0}><numFmts><numFmt formatCode='\"MẬT\"'/></numFmts></styleSheet>")]
    [InlineData("xl/drawings/vmlDrawing1.vml", "<xml><div>MẬT<br></div></xml>")]
    [InlineData("xl/drawings/drawing1.xml", "<d xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:p><a:r><a:t>MẬT</a:t></a:r></a:p></d>")]
    [InlineData("docProps/app.xml", "<Properties><TitlesOfParts><lpstr>MẬT</lpstr></TitlesOfParts></Properties>")]
    public void A_stamp_anywhere_in_a_workbook_is_found(string part, string content) => Assert.Equal(
        FileFinding.Marked,
        Look(
            ("xl/workbook.xml", $"<workbook {Sheet}><sheets><sheet name='Quý hai'/></sheets></workbook>"),
            (part, content.Replace("{0}", Sheet, StringComparison.Ordinal))));

    [Fact]
    public void A_stamp_in_a_file_within_a_file_is_found()
    {
        var inner = Zip(("word/document.xml", Encoding.UTF8.GetBytes(Document("<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>"))));

        var outer = Zip(("word/document.xml", Encoding.UTF8.GetBytes(Document(Ordinary))), ("word/embeddings/a.docx", inner));

        Assert.Equal(FileFinding.Marked, FileSecrecy.Look(outer, "a.docx"));
    }

    [Fact]
    public void Words_about_secrecy_a_column_of_that_name_and_the_styles_of_a_template_are_no_stamp()
    {
        var spoken = Word("<w:p><w:r><w:t>Giữ bí mật nhà nước, bảo mật, mật mã, cơ yếu.</w:t></w:r></w:p><w:p><w:r><w:t>Mật độ, mật ong.</w:t></w:r></w:p>");
        var column = Look(("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", "<sst><si><t>Độ mật</t></si><si><t>Thường</t></si></sst>"));
        var styles = Look(
            ("word/document.xml", Document(Ordinary)),
            ("word/styles.xml", $"<w:styles {Names}><w:style><w:name w:val='Mật'/></w:style></w:styles>"));

        Assert.Equal((FileFinding.Clear, FileFinding.Clear, FileFinding.Clear), (spoken, column, styles));
    }

    [Fact]
    public void A_picture_cannot_be_looked_into_and_neither_can_a_word_file_with_one()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1];
        var withPicture = Zip(("word/document.xml", Encoding.UTF8.GetBytes(Document(Ordinary))), ("word/media/image1.png", picture));

        Assert.Equal(FileFinding.Unseen, FileSecrecy.Look(picture, "a.png"));
        Assert.Equal(FileFinding.Unseen, FileSecrecy.Look(withPicture, "a.docx"));
    }

    [Fact]
    public void An_office_file_that_is_broken_inside_is_damaged_and_a_broken_pdf_is_unseen()
    {
        Assert.Equal(FileFinding.Damaged, Look(("word/document.xml", "<w:document><w:body>")));
        Assert.Equal(FileFinding.Unseen, FileSecrecy.Look("%PDF-1.7 nothing more"u8.ToArray(), "a.pdf"));
    }

    [Theory]
    [InlineData("Công văn (Mật).docx")]
    [InlineData("TỐI_MẬT.docx")]
    [InlineData("TOI MAT.docx")]
    [InlineData("bao-cao-toi-mat.docx")]
    [InlineData("bc_TUYET_MAT_2021.docx")]
    [InlineData("BC_MẬT_2021.docx")]
    public void A_stamp_in_the_name_of_a_file_is_found(string name) =>
        Assert.Equal(FileFinding.Marked, FileSecrecy.Look(Zip(("word/document.xml", Encoding.UTF8.GetBytes(Document(Ordinary)))), name));

    [Theory]
    [InlineData("Báo cáo bảo mật.docx")]
    [InlineData("bao-mat-thong-tin.docx")]
    [InlineData("toi-match-2021.docx")]
    [InlineData("Kế hoạch bảo vệ bí mật nhà nước 2021.docx")]
    public void The_name_of_an_ordinary_file_is_no_stamp(string name) =>
        Assert.Equal(FileFinding.Clear, FileSecrecy.Look(Zip(("word/document.xml", Encoding.UTF8.GetBytes(Document(Ordinary)))), name));

    [Theory]
    [InlineData("MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n<p>T=E1=BB=90I M=E1=BA=\n=ACT</p>", FileFinding.Marked)]
    [InlineData("From: <x>\nContent-Transfer-Encoding: quoted-printable\n\n<p>Quy b=E1=BA=A3o m=E1=BA=ADt</p>", FileFinding.Unseen)]
    public void A_page_kept_as_a_mail_inside_a_word_file_is_read_and_what_cannot_be_is_said(string page, FileFinding finding) =>
        Assert.Equal(finding, Look(("word/document.xml", Document(Ordinary)), ("word/afchunk.mht", page)));

    [Fact]
    public void A_stamp_below_a_guide_to_its_sound_is_found() => Assert.Equal(
        FileFinding.Marked,
        Word("<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>MẬT</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"));

    [Theory]
    [InlineData("MẬT", FileFinding.Marked)]
    [InlineData("T Ố I  M Ậ T", FileFinding.Marked)]
    [InlineData("Chi nhánh giữ bí mật nhà nước", FileFinding.Clear)]
    public void A_pdf_with_text_is_looked_into(string line, FileFinding finding) => Assert.Equal(finding, FileSecrecy.Look(Pdf(line, "Kho sách"), "a.pdf"));

    [Fact]
    public void The_properties_of_a_pdf_are_looked_into() => Assert.Equal(FileFinding.Marked, FileSecrecy.Look(Pdf("Chi nhánh", "TỐI MẬT"), "a.pdf"));

    [Fact]
    public void A_page_without_letters_cannot_be_looked_into() => Assert.Equal(FileFinding.Unseen, FileSecrecy.Look(Pdf("", "Bản quét"), "a.pdf"));

    [Fact]
    public void The_reader_refuses_what_the_look_finds_and_reads_past_a_linked_picture()
    {
        const string Drawn = "<w:p><w:r><w:pict><v:shape><v:textpath string='MẬT'/></v:shape></w:pict></w:r></w:p>";
        var marked = Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes(Types)), ("_rels/.rels", Encoding.UTF8.GetBytes(Relations)),
            ("word/document.xml", Encoding.UTF8.GetBytes(Document(Drawn + Ordinary))));
        var linked = Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes(Types)), ("_rels/.rels", Encoding.UTF8.GetBytes(Relations)),
            ("word/document.xml", Encoding.UTF8.GetBytes(Document(Ordinary))), ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(LinkedPicture)));

        Assert.Equal(SourceRefusal.SecrecyMarking, SourceText.Read(marked, "a.docx").Refusal);
        Assert.Equal("Chi nhánh báo cáo việc sắp xếp kho sách quý hai.\n", SourceText.Read(linked, "a.docx").Text);
    }

    [Fact]
    public void The_shared_cases_of_stamps_are_refused()
    {
        SkipWithoutCases();
        var files = Directory.EnumerateFiles(Path.Combine(SharedFiles.Shared!, "cases"), "03?-*.docx")
            .Where(f => string.CompareOrdinal(Path.GetFileName(f), "032") > 0).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(FileFinding.Marked, FileSecrecy.Look(File.ReadAllBytes(file), "a.docx")));
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(SharedFiles.Shared!, "cases"), "041-*.docx"),
            file => Assert.Null(SourceText.Read(File.ReadAllBytes(file), file).Refusal));
    }

    [Fact]
    public void No_other_shared_file_is_taken_for_a_marked_one()
    {
        SkipWithoutCases();
        var files = Directory.EnumerateFiles(Path.Combine(SharedFiles.Shared!, "cases"))
            .Where(f => Path.GetExtension(f) is ".docx" or ".txt" && !Path.GetFileName(f).StartsWith("03", StringComparison.Ordinal));

        Assert.All(files, file => Assert.Equal(FileFinding.Clear, FileSecrecy.Look(File.ReadAllBytes(file), "a")));
    }

    private const string Types =
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>" +
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>" +
        "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";

    private const string Relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' " +
        "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>";

    private const string LinkedPicture =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' TargetMode='External' " +
        "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/image' Target='http://example.invalid/a.png'/></Relationships>";

    private static void SkipWithoutCases() => Assert.SkipWhen(
        SharedFiles.Shared is null || !Directory.Exists(Path.Combine(SharedFiles.Shared, "cases")), "The shared cases are not beside this repository.");

    private static string Document(string body) => $"<w:document {Names}><w:body>{body}</w:body></w:document>";

    private static FileFinding Word(string body) => Look(("word/document.xml", Document(body)));

    private static FileFinding Look(params (string Name, string Content)[] parts) =>
        FileSecrecy.Look(Zip([.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content)))]), "a");

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>One page with one line, each letter a code of its own that a table maps to its character, as office programs write it.</summary>
    private static byte[] Pdf(string line, string title)
    {
        var letters = string.Concat(Enumerable.Range(0, line.Length).Select(i => $"{i + 1:X4}"));
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def " +
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (var i = 0; i < line.Length; i++) map.Append(CultureInfo.InvariantCulture, $"1 beginbfchar <{i + 1:X4}> <{(int)line[i]:X4}> endbfchar\n");
        map.Append("endcmap end end");
        var content = line.Length == 0 ? "q Q" : $"BT /F1 14 Tf 72 720 Td <{letters}> Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
                "/DW 600 /FontDescriptor 8 0 R >>",
            $"<< /Length {map.Length} >>\nstream\n{map}\nendstream",
            "<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 600 800] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >>",
            $"<< /Title <FEFF{string.Concat(title.Select(c => $"{(int)c:X4}"))}> >>",
        ];
        return PdfFile.Written(objects, " /Info 9 0 R");
    }
}
