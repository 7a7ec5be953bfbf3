using static PartyOfficeTracker.Reading.Tests.WordFile;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>The numbers of lists, the columns of tables, and the letters of old fonts in Word files.</summary>
public class WordListTests
{
    private static readonly string Outline = Abstract(
        1, Level(0, "upperRoman", "%1."), Level(1, "decimal", "%2."), Level(2, "decimal", "%2.%3."), Level(3, "lowerLetter", "%4)"), Level(4, "bullet", "+"));

    [Fact]
    public void Levels_are_drawn_as_their_patterns_say_and_start_anew_below() => Assert.Equal(
        "I. A\n1. B\n1.1. C\na) D\n+ E\nb) F\n1.2. G\na) H\n2. I\nII. K\n1. L",
        Text(
            Listed("A", 1) + Listed("B", 1, 1) + Listed("C", 1, 2) + Listed("D", 1, 3) + Listed("E", 1, 4) + Listed("F", 1, 3) + Listed("G", 1, 2) +
            Listed("H", 1, 3) + Listed("I", 1, 1) + Listed("K", 1) + Listed("L", 1, 1),
            Outline + Num(1, 1)));

    [Fact]
    public void A_list_starts_where_it_says_and_where_its_use_says_otherwise()
    {
        var numbering = Abstract(1, Level(0, "decimal", "%1/", "<w:start w:val='3'/>")) + Num(1, 1) + Num(2, 1, "<w:startOverride w:val='7'/>");

        Assert.Equal("3/ A\n4/ B", Text(Listed("A", 1) + Listed("B", 1), numbering));
        Assert.Equal("7/ A\n8/ B", Text(Listed("A", 2) + Listed("B", 2), numbering));
    }

    [Fact]
    public void Two_uses_of_one_list_go_on_counting_unless_one_starts_anew() => Assert.Equal("1. A\n2. B\n1. C\n2. D\n3. E", Text(
        Listed("A", 1) + Listed("B", 2) + Listed("C", 3) + Listed("D", 3) + Listed("E", 1),
        Abstract(1, Level(0, "decimal", "%1.")) + Num(1, 1) + Num(2, 1) + Num(3, 1, "<w:startOverride w:val='1'/>")));

    [Fact]
    public void A_list_goes_on_behind_a_paragraph_between() =>
        Assert.Equal("I. A\nXen.\nII. B", Text(Listed("A", 1) + Line("Xen.") + Listed("B", 1), Outline + Num(1, 1)));

    [Fact]
    public void A_level_that_never_starts_anew_counts_on() => Assert.Equal("I. A\nĐiều 1. B\nII. C\nĐiều 2. D", Text(
        Listed("A", 1) + Listed("B", 1, 1) + Listed("C", 1) + Listed("D", 1, 1),
        Abstract(1, Level(0, "upperRoman", "%1."), Level(1, "decimal", "Điều %2.", "<w:lvlRestart w:val='0'/>")) + Num(1, 1)));

    [Fact]
    public void A_use_of_a_list_may_draw_a_level_its_own_way() => Assert.Equal("a) A\nb) B", Text(
        Listed("A", 2) + Listed("B", 2), Abstract(1, Level(0, "decimal", "%1.")) + Num(2, 1, Level(0, "lowerLetter", "%1)"))));

    [Fact]
    public void Numbers_come_from_the_style_of_a_paragraph_and_from_what_it_is_based_on()
    {
        const string Styles =
            "<w:style w:type='paragraph' w:styleId='Viec'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>" +
            "<w:style w:type='paragraph' w:styleId='ViecCon'><w:basedOn w:val='Viec'/></w:style>" +
            "<w:style w:type='paragraph' w:styleId='ViecNho'><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>" +
            "<w:style w:type='paragraph' w:styleId='Thuong'><w:basedOn w:val='Viec'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr></w:style>";

        Assert.Equal("I. A\n1. B\nII. C\nD", Text(
            Styled("Viec", "A") + Styled("ViecNho", "B") + Styled("ViecCon", "C") + Styled("Thuong", "D"), Outline + Num(1, 1), Styles));
    }

    [Fact]
    public void A_level_bound_to_a_style_is_the_level_of_its_paragraphs() => Assert.Equal("1. A\n1.1. B\n1.2. C\n2. D", Text(
        Styled("C1", "A") + Styled("C2", "B") + Styled("C2", "C") + Styled("C1", "D"),
        Abstract(1, Level(0, "decimal", "%1.", "<w:pStyle w:val='C1'/>"), Level(1, "decimal", "%1.%2.", "<w:pStyle w:val='C2'/>")) + Num(1, 1),
        "<w:style w:type='paragraph' w:styleId='C1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>" +
        "<w:style w:type='paragraph' w:styleId='C2'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"));

    [Fact]
    public void A_paragraph_can_put_its_number_away_and_an_unknown_list_gives_a_dash() =>
        Assert.Equal("A\n- B", Text(Listed("A", 0) + Listed("B", 99), Outline + Num(1, 1)));

    [Fact]
    public void A_table_is_a_line_a_row_with_tabs_between_the_cells() => Assert.Equal(
        "STT\tNội dung\tChủ trì\tThời hạn\n1\tLập danh mục hồ sơ\tPhòng Lưu trữ\t20/4/2021\n2\tKiểm kê con dấu\t\t30/6/2021",
        Text($"<w:tbl>{Row("STT", "Nội dung", "Chủ trì", "Thời hạn")}{Row("1", "Lập danh mục hồ sơ", "Phòng Lưu trữ", "20/4/2021")}" +
            $"{Row("2", "Kiểm kê con dấu", "", "30/6/2021")}</w:tbl>"));

    [Fact]
    public void Merged_cells_say_their_words_in_every_row_and_keep_the_columns() => Assert.Equal(
        "STT\tNội dung\tĐơn vị\t\tHạn\nSTT\tNội dung\tChủ trì\tPhối hợp\tHạn\n" +
        "1\tLập danh mục\tPhòng A\tPhòng B\t20/4/2021\n1\tLập danh mục\tPhòng C\tPhòng D\t20/4/2021",
        Text("<w:tbl>" +
            Row(Down("STT"), Down("Nội dung"), Cell("Đơn vị", "<w:gridSpan w:val='2'/>"), Down("Hạn")) +
            Row(Below(), Below(), "Chủ trì", "Phối hợp", Below()) +
            Row(Down("1"), Down("Lập danh mục"), "Phòng A", "Phòng B", Down("20/4/2021")) +
            Row(Below(), Below(), "Phòng C", "Phòng D", Below()) + "</w:tbl>"));

    [Fact]
    public void A_heading_across_a_table_stands_alone_and_an_empty_column_is_left_out() => Assert.Equal(
        "I. Nhiệm vụ chung\n1\tMột\tPhòng A",
        Text("<w:tbl>" + Row(Cell("I. Nhiệm vụ chung", "<w:gridSpan w:val='4'/>")) + Row("1", "Một", "", "Phòng A") + "</w:tbl>"));

    [Fact]
    public void Numbers_Word_draws_in_a_column_are_read_and_rows_with_nothing_else_are_not() => Assert.Equal("1.\tMột\n2.\tHai", Text(
        $"<w:tbl>{Row(Numbered(), "Một")}{Row(Numbered(), "Hai")}{Row(Numbered(), "")}</w:tbl>", Abstract(1, Level(0, "decimal", "%1.")) + Num(1, 1)));

    [Fact]
    public void Several_paragraphs_of_a_cell_stay_apart_in_one_line() => Assert.Equal(
        "1\tLập danh mục hồ sơ năm 2021\tPhòng A; Phòng B\ttrước 20/4/2021",
        Text($"<w:tbl>{Row("1", "Lập danh mục hồ sơ|năm 2021", "Phòng A|Phòng B", "trước|20/4/2021")}</w:tbl>"));

    [Fact]
    public void The_two_columns_of_a_letterhead_are_lines() => Assert.Equal(
        "TỈNH ỦY AN BÌNH\nVĂN PHÒNG\nSố 15-TB/VPTU\nAn Bình, ngày 05 tháng 4 năm 2021",
        Text($"<w:tbl>{Row("TỈNH ỦY AN BÌNH|VĂN PHÒNG|Số 15-TB/VPTU", "An Bình, ngày 05 tháng 4 năm 2021")}</w:tbl>"));

    [Theory]
    [InlineData("<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>")]
    [InlineData("<w:rFonts w:ascii='.VnTime'/>")]
    [InlineData("<w:rStyle w:val='ChuCu'/>")]
    [InlineData("<w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/>")]
    [InlineData("")]
    public void Letters_of_an_old_font_are_read_wherever_the_font_is_named(string properties) => Assert.Equal("Kiểm kê con dấu. Vương", Text(
        $"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>KiÓm kª con dÊu. V­</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>¬ng</w:t></w:r></w:p>",
        styles: "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='.VnArial' w:hAnsi='.VnArial'/></w:rPr></w:rPrDefault></w:docDefaults>" +
            "<w:style w:type='character' w:styleId='ChuCu'><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr></w:style>",
        theme: "<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface='.VnTime'/></a:minorFont></a:fontScheme></a:themeElements>"));

    [Fact]
    public void Fonts_of_capitals_and_of_vni_and_new_ones_stand_in_one_paragraph() => Assert.Equal("KẾT LUẬN Thực hiện tốt. Đã xong", Text(
        $"<w:p>{RunIn(".VnTimeH", "kÕt luËn")}{RunIn("VNI-Times", " Thöïc hie")}{RunIn("VNI-Times", "än toát.")}{RunIn("Times New Roman", " Đã xong")}</w:p>"));

    [Fact]
    public void A_converted_paper_that_kept_the_name_of_its_old_font_is_read_as_it_stands() =>
        Assert.Equal("Rà soát quy chế.\ncác", Text($"<w:p>{RunIn(".VnTime", "Rà soát quy chế.")}</w:p><w:p>{RunIn(".VnTime", "các")}</w:p>"));

    [Fact]
    public void Old_letters_without_a_font_are_read_beside_new_ones() =>
        Assert.Equal("Rà soát quy chế.\nThực hiện tốt nhiệm vụ được giao.", Text(Line("Rà soát quy chế.") + Line("Thùc hiÖn tèt nhiÖm vô ®­îc giao.")));

    private static string Down(string text) => Cell(text, "<w:vMerge w:val='restart'/>");

    private static string Below() => Cell("", "<w:vMerge/>");

    private static string Numbered() => $"<w:tc>{Listed("", 1)}</w:tc>";

    private static string Abstract(int id, params string[] levels) => $"<w:abstractNum w:abstractNumId='{id}'>{string.Concat(levels)}</w:abstractNum>";

    private static string Num(int id, int of, string change = "") => $"<w:num w:numId='{id}'><w:abstractNumId w:val='{of}'/>" +
        (change.Length == 0 ? "" : $"<w:lvlOverride w:ilvl='0'>{change}</w:lvlOverride>") + "</w:num>";
}
