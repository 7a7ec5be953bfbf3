namespace PartyOfficeTracker.Reading.Tests;

/// <summary>The shared Word files that were read wrongly once: what their text must be, line by line behind the two lines that open each of them.</summary>
public class WordCaseTests
{
    [Theory]
    [InlineData("018-smart-tag.docx", "Rà soát quy chế làm việc trước ngày 15/3/2021.")]
    [InlineData("020-sdt-row.docx", "Rà soát quy chế làm việc của cấp ủy.|Bảo đảm an toàn thông tin mạng nội bộ.")]
    [InlineData("021-moved-paragraph.docx", "Rà soát quy chế làm việc của cấp ủy.|Bảo đảm an toàn thông tin mạng nội bộ.")]
    [InlineData("022-number-start-4.docx", "4. Rà soát quy chế làm việc của cấp ủy.|5. Bảo đảm an toàn thông tin mạng nội bộ.")]
    [InlineData("023-hidden-text.docx", "Rà soát quy chế làm việc của cấp ủy.")]
    [InlineData(
        "024-table-columns.docx",
        "1\tRà soát quy chế làm việc của cấp ủy.\tPhòng Tổng hợp\t15/3/2021|2\tHoàn thành số hóa hồ sơ lưu trữ.\tPhòng Lưu trữ\t30/6/2021")]
    [InlineData("025-custom-xml.docx", "Rà soát quy chế làm việc của cấp ủy.")]
    [InlineData(
        "029-number-in-style.docx",
        "1. Rà soát quy chế làm việc của cấp ủy.|2. Bảo đảm an toàn thông tin mạng nội bộ.|3. Hoàn thành số hóa hồ sơ lưu trữ trước ngày 30/6/2021.")]
    [InlineData("041-linked-picture.docx", "Rà soát quy chế làm việc của cấp ủy.")]
    public void A_shared_word_file_is_read_line_by_line(string name, string lines)
    {
        var source = SourceText.Read(Case(name), name);

        Assert.Null(source.Refusal);
        Assert.Equal(lines.Split('|'), source.Text.Split('\n').Skip(2).Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData("018-smart-tag.docx", 1)]
    [InlineData("020-sdt-row.docx", 2)]
    [InlineData("021-moved-paragraph.docx", 2)]
    [InlineData("022-number-start-4.docx", 2)]
    [InlineData("023-hidden-text.docx", 1)]
    [InlineData("025-custom-xml.docx", 1)]
    [InlineData("029-number-in-style.docx", 3)]
    [InlineData("041-linked-picture.docx", 1)]
    [InlineData("084-tcvn3-docx.docx", 1)]
    [InlineData("086-tcvn3-paste.txt", 1)]
    [InlineData("045-wingdings.txt", 2)]
    public void The_directives_of_a_shared_file_are_all_found(string name, int count)
    {
        var draft = MinutesReader.Read(SourceText.Read(Case(name), name).Text);

        Assert.Equal(count, draft.Items.Count(item => item.Kind == ItemKind.Directive));
    }

    [Fact]
    public void The_shared_text_box_is_read_once()
    {
        var text = SourceText.Read(Case("019-text-box.docx"), "a.docx").Text;

        Assert.Equal(2, MinutesReader.Read(text).Items.Count(item => item.Kind == ItemKind.Shortcoming));
        Assert.Equal(text.IndexOf("còn chậm", StringComparison.Ordinal), text.LastIndexOf("còn chậm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_shared_text_in_an_old_font_reads_alike_in_word_in_a_file_and_pasted()
    {
        var bytes = Case("086-tcvn3-paste.txt");
        var pasted = SourceText.Pasted(System.Text.Encoding.UTF8.GetString(bytes));

        Assert.Contains("trước ngày 15/3/2021", SourceText.Read(Case("084-tcvn3-docx.docx"), "a.docx").Text, StringComparison.Ordinal);
        Assert.Contains("trước ngày", pasted, StringComparison.Ordinal);
        Assert.Equal(SourceText.Read(bytes, "a.txt").Text, pasted);
    }

    private static byte[] Case(string name)
    {
        var folder = SharedFiles.Shared is { } shared ? Path.Combine(shared, "cases") : "";
        Assert.SkipUnless(Directory.Exists(folder), "The shared cases are not beside this repository.");
        return File.ReadAllBytes(Path.Combine(folder, name));
    }
}
