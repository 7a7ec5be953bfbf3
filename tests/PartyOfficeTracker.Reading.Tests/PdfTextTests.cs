namespace PartyOfficeTracker.Reading.Tests;

/// <summary>A PDF with letters is read paragraph by paragraph, without what belongs to its pages.</summary>
public class PdfTextTests
{
    [Fact]
    public void The_lines_of_a_paragraph_are_joined_and_paragraphs_are_not() => Assert.Equal(
        "Hội nghị yêu cầu các đơn vị lập danh mục hồ sơ, nộp lưu trữ trước ngày 20/4/2021.\nKiểm kê con dấu.\nNgắn\nHai",
        Text([
            (80, 700, "Hội nghị yêu cầu các đơn vị"), (60, 685, "lập danh mục hồ sơ, nộp lưu trữ"), (60, 670, "trước ngày 20/4/2021."),
            (80, 655, "Kiểm kê con dấu."),
            (60, 640, "Ngắn"), (60, 625, "Hai"),
        ]));

    [Fact]
    public void A_full_line_before_a_list_mark_ends_its_paragraph() => Assert.Equal(
        "lập danh mục hồ sơ, nộp lưu trữ;\n- kiểm kê con dấu và ấn chỉ cũ;\n- rà soát.",
        Text([(60, 700, "lập danh mục hồ sơ, nộp lưu trữ;"), (60, 685, "- kiểm kê con dấu và ấn chỉ cũ;"), (60, 670, "- rà soát.")]));

    [Fact]
    public void Page_numbers_and_running_heads_are_set_aside_and_a_paragraph_goes_on_over_the_page() => Assert.Equal(
        "Các đơn vị lập danh mục hồ sơ theo Quyết định số 08.\nMột việc.\nHai việc.",
        Text(
            [(200, 800, "Thông báo số 15"), (60, 700, "Các đơn vị lập danh mục hồ sơ"), (300, 40, "1")],
            [(200, 800, "Thông báo số 15"), (60, 700, "theo Quyết định số 08."), (60, 685, "Một việc."), (300, 40, "2")],
            [(200, 800, "Thông báo số 15"), (60, 700, "Hai việc."), (300, 40, "- 3 -")]));

    [Fact]
    public void The_head_of_a_part_that_counts_the_pages_is_set_aside() => Assert.Equal(
        "Việc thứ nhất của năm là kiểm kê con dấu.\nViệc thứ hai của năm.\nViệc thứ ba của năm.\nViệc thứ tư của năm.\nViệc cuối cùng của năm.",
        Text(
            [(60, 700, "Việc thứ nhất của năm là kiểm kê con dấu.")],
            [(60, 800, "Phần II"), (500, 800, "11"), (60, 700, "Việc thứ hai của năm.")],
            [(60, 800, "Phần II"), (500, 800, "12"), (60, 700, "Việc thứ ba của năm.")],
            [(60, 700, "Việc thứ tư của năm.")],
            [(60, 700, "Việc cuối cùng của năm.")]));

    [Fact]
    public void Columns_stay_columns() => Assert.Equal(
        "TỈNH ỦY AN BÌNH\tAn Bình, ngày 05/4/2021\nKết luận hội nghị",
        Text([(60, 700, "TỈNH ỦY AN BÌNH"), (300, 700, "An Bình, ngày 05/4/2021"), (150, 670, "Kết luận hội nghị")]));

    [Fact]
    public void A_pdf_without_letters_says_that_it_is_a_picture_and_one_with_a_stamp_is_refused()
    {
        var stamped = PdfFile.Of([(60, 800, "TỐI MẬT"), (60, 700, "Kết luận hội nghị giao ban")]);

        Assert.Equal(SourceRefusal.NoText, SourceText.Read(PdfFile.Of([]), "a.pdf").Refusal);
        Assert.Equal(SourceRefusal.SecrecyMarking, SourceText.Read(stamped, "a.pdf").Refusal);
        Assert.Equal(SourceRefusal.Damaged, SourceText.Read("%PDF-1.7 nothing more"u8.ToArray(), "a.pdf").Refusal);
    }

    private static string Text(params (double Left, double Base, string Text)[][] pages)
    {
        var source = SourceText.Read(PdfFile.Of(pages), "a.pdf");
        Assert.Null(source.Refusal);
        return source.Text.TrimEnd('\n');
    }
}
