using System.Text;
using DocumentFormat.OpenXml.Packaging;
using static PartyOfficeTracker.Reading.Tests.WordFile;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>A Word file is read as Word draws it.</summary>
public class WordTextTests
{
    [Theory]
    [InlineData("<w:smartTag w:element='date'>{0}</w:smartTag>")]
    [InlineData("<w:smartTag w:element='place'><w:smartTag w:element='date'>{0}</w:smartTag></w:smartTag>")]
    [InlineData("<w:customXml w:element='x'>{0}</w:customXml>")]
    [InlineData("<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>")]
    [InlineData("<w:hyperlink w:anchor='x'>{0}</w:hyperlink>")]
    [InlineData("<w:ins w:id='1' w:author='a'>{0}</w:ins>")]
    [InlineData("<w:moveTo w:id='1' w:author='a'>{0}</w:moveTo>")]
    [InlineData("<w:fldSimple w:instr='DATE'>{0}</w:fldSimple>")]
    [InlineData("<w:bdo w:val='ltr'>{0}</w:bdo>")]
    public void Words_inside_any_wrapper_of_a_sentence_are_read(string wrapper) => Assert.Equal(
        "Gửi báo cáo trước ngày 20/4/2021.",
        Text($"<w:p>{Run("Gửi báo cáo trước ngày ")}{wrapper.Replace("{0}", Run("20/4/2021"), StringComparison.Ordinal)}{Run(".")}</w:p>"));

    [Theory]
    [InlineData("<w:customXml w:element='x'>{0}</w:customXml>")]
    [InlineData("<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>")]
    [InlineData("<w:tbl><w:tr><w:tc>{0}</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{0}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>")]
    [InlineData("<w:tbl><w:customXml w:element='x'><w:tr><w:sdt><w:sdtContent><w:tc>{0}</w:tc></w:sdtContent></w:sdt></w:tr></w:customXml></w:tbl>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{0}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>")]
    public void Paragraphs_inside_any_wrapper_of_a_page_are_read_once(string wrapper) => Assert.Equal(
        "Trước.\nKiểm kê con dấu.\nSau.", Text(Line("Trước.") + wrapper.Replace("{0}", Line("Kiểm kê con dấu."), StringComparison.Ordinal) + Line("Sau.")));

    [Fact]
    public void What_asks_for_typing_and_a_table_of_contents_are_not_read() => Assert.Equal("Một.", Text(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Line("Bấm để nhập.") + "</w:sdtContent></w:sdt>" +
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>" + Line("I. Mở đầu 3") +
        "</w:sdtContent></w:sdt>" + Styled("MucLuc1", "I. Mở đầu 3") + Line("Một."),
        styles: "<w:style w:type='paragraph' w:styleId='MucLuc1'><w:name w:val='toc 1'/></w:style>"));

    [Fact]
    public void Struck_out_and_moved_away_words_are_not_read() => Assert.Equal("Lập kế hoạch mới.\nHai.", Text(
        $"<w:p>{Run("Lập kế hoạch ")}<w:del w:id='1'><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id='2'>{Run("mới")}</w:ins>{Run(".")}</w:p>" +
        $"<w:p><w:moveFrom w:id='3'>{Run("Một.")}</w:moveFrom></w:p>" + Line("Hai.")));

    [Fact]
    public void A_paragraph_whose_end_is_struck_out_goes_on_in_the_next() => Assert.Equal("1. Rà soát quy chế làm việc.", Text(
        $"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{Run("Rà soát quy chế ")}</w:p>" + Listed("làm việc.", 1), Decimal));

    [Fact]
    public void A_struck_out_paragraph_of_a_list_takes_no_number() => Assert.Equal("1. Một.\n2. Hai.", Text(
        Listed("Một.", 1) + "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:del w:id='2'><w:r><w:delText>Bỏ" +
        "</w:delText></w:r></w:del></w:p>" + Listed("Hai.", 1), Decimal));

    [Fact]
    public void A_struck_out_or_hidden_row_is_not_read() => Assert.Equal("Một\tHai", Text(
        $"<w:tbl>{Row("Một", "Hai")}{Row("Ba", "Bốn").Replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>", StringComparison.Ordinal)}" +
        $"{Row("Năm", "Sáu").Replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", StringComparison.Ordinal)}</w:tbl>"));

    [Theory]
    [InlineData("<w:vanish/>", false)]
    [InlineData("<w:vanish w:val='1'/>", false)]
    [InlineData("<w:rStyle w:val='An'/>", false)]
    [InlineData("<w:rStyle w:val='AnCon'/>", false)]
    [InlineData("<w:vanish w:val='0'/>", true)]
    [InlineData("<w:rStyle w:val='An'/><w:vanish w:val='false'/>", true)]
    [InlineData("<w:webHidden/>", true)]
    public void Hidden_words_are_not_read_whether_the_run_or_its_style_hides_them(string properties, bool read) => Assert.Equal(
        read ? "Thấy khuất" : "Thấy",
        Text($"<w:p>{Run("Thấy")}<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'> khuất</w:t></w:r></w:p>", styles: Styles));

    [Fact]
    public void A_paragraph_of_a_hidden_style_is_not_read() => Assert.Equal("Thấy.", Text(Styled("DoanAn", "Ghi chú riêng.") + Line("Thấy."), styles: Styles));

    [Fact]
    public void One_branch_of_an_alternative_is_read_and_the_fallback_when_the_other_is_not_known()
    {
        string Alternative(string requires) =>
            $"<w:p xmlns:z='urn:z'><w:r><mc:AlternateContent><mc:Choice Requires='{requires}'><w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t>" +
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>";

        Assert.Equal("mới\ncũ", Text(Alternative("wps") + Alternative("z")));
    }

    [Fact]
    public void A_text_box_is_read_once_as_paragraphs_of_its_own()
    {
        var box = $"<w:txbxContent>{Line("Hạn chế:")}{Line("Chậm số hóa.")}</w:txbxContent>";
        var drawn = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wps:wsp><wps:txbx>" + box +
            "</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        Assert.Equal("Hạn chế:\nChậm số hóa.\nMột.", Text($"<w:p>{drawn}{Run("Một.")}</w:p>"));
        Assert.Equal("Một.\nHạn chế:\nChậm số hóa.\nHai.", Text($"<w:p>{Run("Một.")}{drawn}</w:p>{Line("Hai.")}"));
        Assert.Equal("Một.\nHạn chế:\nChậm số hóa.", Text($"{Line("Một.")}<w:p>{drawn}</w:p>"));
    }

    [Fact]
    public void A_text_box_of_old_word_and_wordart_are_read() => Assert.Equal("GIAO BAN QUÝ II\nTrong hộp.\nNgoài hộp.", Text(
        "<w:p><w:r><w:pict><v:shape><v:textpath string='GIAO BAN QUÝ II'/></v:shape></w:pict></w:r><w:r><w:pict><v:rect><v:textbox><w:txbxContent>" +
        Line("Trong hộp.") + "</w:txbxContent></v:textbox></v:rect></w:pict></w:r>" + Run("Ngoài hộp.") + "</w:p>"));

    [Fact]
    public void The_code_of_a_field_is_not_read_but_its_result_is() => Assert.Equal("Trang 7 của 9", Text(
        $"<w:p>{Run("Trang ")}<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{Run("mã")}" +
        $"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{Run("7")}<w:r><w:fldChar w:fldCharType='end'/></w:r>{Run(" của 9")}</w:p>"));

    [Fact]
    public void Breaks_tabs_and_hyphens_are_read_as_drawn() => Assert.Equal("Số 04-QĐ/TW\nnăm 2021 quý một", Text(
        "<w:p><w:r><w:t>Số 04</w:t><w:noBreakHyphen/><w:t>QĐ/TW</w:t><w:br/>" +
        "<w:t>năm</w:t><w:tab/><w:t>2021 qu</w:t><w:softHyphen/><w:t>ý&#10;một</w:t></w:r></w:p>"));

    [Fact]
    public void Columns_typed_with_tabs_stay_columns() => Assert.Equal("1\tLập danh mục\tPhòng Lưu trữ\t20/4/2021", Text(
        "<w:p><w:r><w:t>1</w:t><w:tab/><w:t>Lập danh mục</w:t><w:tab/><w:tab/><w:t>Phòng Lưu trữ</w:t><w:tab/><w:t>20/4/2021</w:t></w:r></w:p>"));

    [Fact]
    public void A_sign_of_a_symbol_font_is_a_list_mark_or_nothing()
    {
        Assert.Equal("- Lập danh mục.", Text($"<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A7'/></w:r>{Run(" Lập danh mục.")}</w:p>"));
        Assert.Equal("- Lập danh mục.", Text($"<w:p>{RunIn("Wingdings", "ü")}{Run(" Lập danh mục.")}</w:p>"));
        Assert.Equal("tỷ lệ ≥ 90%", Text($"<w:p>{Run("tỷ lệ ")}<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>{Run(" 90%")}</w:p>"));
    }

    [Fact]
    public void A_short_note_stands_at_its_sign_and_a_long_one_behind_the_paragraph()
    {
        var notes = $"<w:footnote w:id='2'>{Line("Quy định số 08-QĐ/TW.")}</w:footnote><w:footnote w:id='3'>{Line("Câu một. Câu hai.")}</w:footnote>";

        Assert.Equal("Theo quy định mới (Quy định số 08-QĐ/TW).", Text($"<w:p>{Run("Theo quy định mới.")}{Sign(2)}</w:p>", footnotes: notes));
        Assert.Equal("Theo quy định mới.\nCâu một. Câu hai.\nHết.", Text($"<w:p>{Run("Theo quy định mới.")}{Sign(3)}</w:p>{Line("Hết.")}", footnotes: notes));

        static string Sign(int id) => $"<w:r><w:footnoteReference w:id='{id}'/></w:r>";
    }

    [Fact]
    public void A_file_nested_to_exhaust_the_stack_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:customXml>", 5000)) + Line("a") + string.Concat(Enumerable.Repeat("</w:customXml>", 5000));

        Assert.Equal(SourceRefusal.Damaged, SourceText.Read(Of(deep), "a.docx").Refusal);
    }

    [Fact]
    public void A_link_whose_address_is_no_address_and_the_strict_form_of_the_standard_are_no_reason_to_refuse()
    {
        const string Usual = "http://schemas.openxmlformats.org/";
        const string Strict = "http://purl.oclc.org/ooxml/";
        var strict = Repacked(Of(Line("Một.")), (_, xml) => xml
            .Replace(Usual + "wordprocessingml/2006/main", Strict + "wordprocessingml/main", StringComparison.Ordinal)
            .Replace(Usual + "officeDocument/2006/relationships", Strict + "officeDocument/relationships", StringComparison.Ordinal));
        var linked = Repacked(Of(Line("Một."), ""), (name, xml) => !name.EndsWith("document.xml.rels", StringComparison.Ordinal) ? xml : xml.Replace(
            "</Relationships>",
            "<Relationship Id='z' TargetMode='External' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' " +
            "Target='mailto:a@b.vn; c@d[e'/><Relationship Id='y' TargetMode='External' " +
            "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' Target='http://'/></Relationships>",
            StringComparison.Ordinal));

        Assert.Equal("Một.\n", SourceText.Read(linked, "a.docx").Text);
        Assert.Equal("Một.\n", SourceText.Read(strict, "a.docx").Text);
    }

    [Fact]
    public void A_file_put_whole_into_a_word_file_is_read_at_its_place()
    {
        var page = "<html><head><title>x</title><style>p { color: red }</style></head>" +
            "<body><p>Lập danh mục\n hồ sơ.</p><p>Kiểm kê <b>con dấu</b>.</p></body></html>";
        byte[] html = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(page)];

        Assert.Equal("Trước.\nLập danh mục hồ sơ.\nKiểm kê con dấu.\nSau.\n", Read(Around(AlternativeFormatImportPartType.Html, html)));
        Assert.Equal("Trước.\nTrong.\nSau.\n", Read(Around(AlternativeFormatImportPartType.WordprocessingML, Of(Line("Trong.")))));

        static string Read(byte[] file) => SourceText.Read(file, "a.docx").Text;
    }

    [Fact]
    public void A_word_file_with_anything_missing_or_doubled_inside_is_read_or_refused_and_never_throws()
    {
        var body = Listed("Một", 1) + Styled("C1", "Hai") +
            $"<w:tbl>{Row(Cell("A", "<w:vMerge w:val='restart'/>"), "B")}{Row(Cell("", "<w:vMerge/>"), "C")}</w:tbl>" +
            $"<w:p><w:sdt><w:sdtContent>{Run("Ba")}</w:sdtContent></w:sdt>" +
            "<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:footnoteReference w:id='2'/></w:r></w:p>";
        var file = Of(body, Decimal, Styles, $"<w:footnote w:id='2'>{Line("Ghi chú.")}</w:footnote>");
        var random = new Random(20210113);
        for (var i = 0; i < 400; i++)
        {
            var broken = Repacked(file, (name, xml) =>
            {
                if (!name.StartsWith("word/", StringComparison.Ordinal) || xml.Length < 20) return xml;
                var at = random.Next(xml.Length - 10);
                var length = random.Next(1, 10);
                return random.Next(3) switch
                {
                    0 => xml.Remove(at, length),
                    1 => xml.Insert(at, xml.Substring(at, length)),
                    _ => xml.Replace("w:val='1'", $"w:val='{random.Next(-5, int.MaxValue)}'", StringComparison.Ordinal),
                };
            });

            Assert.True(SourceText.Read(broken, "a.docx").Refusal is null or SourceRefusal.Damaged);
        }
    }

    private const string Decimal = "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>" +
        "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";

    private const string Styles =
        "<w:style w:type='character' w:styleId='An'><w:rPr><w:vanish/></w:rPr></w:style>" +
        "<w:style w:type='character' w:styleId='AnCon'><w:basedOn w:val='An'/></w:style>" +
        "<w:style w:type='paragraph' w:styleId='DoanAn'><w:rPr><w:vanish/></w:rPr></w:style>";
}
