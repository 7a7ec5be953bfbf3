using FsCheck;
using FsCheck.Fluent;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>
/// Nothing listed is furniture: a word of the page in front of an entry, two entries swapped, one doubled, a heading between them — every other entry
/// is read as before.
/// </summary>
public class ListedLinesProperties
{
    private const string Opening =
        "Sáng 14/02/2022, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị giao ban với văn phòng các huyện ủy. Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh " +
            "ủy chủ trì.\n";

    private static readonly string[] PageWords =
    [
        "Thống kê", "Bình luận", "Nơi nhận", "Liên hệ", "Cập nhật", "Tìm kiếm", "Đăng ký", "Đăng nhập", "Giới thiệu", "Chia sẻ", "Thư viện", "Hình ảnh",
        "Video", "Xếp hạng", "Chuyên mục", "Lịch công tác", "Hộp thư", "Thăm dò", "Xem thêm", "Từ khóa", "Bản quyền", "Quảng cáo", "Liên kết", "Trang chủ",
        "Tin mới", "Tin khác", "Các tin khác", "Văn bản mới", "Thời tiết", "Ý kiến bạn đọc", "Email", "Tag", "Top", "8h00 ngày 15/3", "Thứ hai", "Chủ nhật",
        "Đăng lúc", "Ngày đăng", "Xuất bản", "Quang cảnh", "Một góc",
    ];

    private static readonly string[] Results =
    [
        "phục vụ chu đáo 12 hội nghị của cấp ủy", "hồ sơ được nộp lưu đúng hạn", "việc tiếp dân có nhiều tiến bộ", "kho lưu trữ đã được sửa chữa",
        "phần mềm văn bản vận hành ổn định",
    ];

    private static readonly string[] Faults =
    [
        "việc nộp lưu hồ sơ còn chậm", "số liệu báo cáo chưa chính xác", "kho lưu trữ chưa được chỉnh lý", "chất lượng tham mưu còn hạn chế",
        "công tác phối hợp chưa chặt chẽ",
    ];

    private static readonly string[] Tasks =
    [
        "rà soát quy chế làm việc của cấp ủy", "kiểm tra kho vật tư trước ngày 15/3/2022", "xây dựng kế hoạch trực lễ", "hoàn thành chỉnh lý tài liệu tồn đọng",
        "báo cáo kết quả chuyển đổi số của đơn vị",
    ];

    private static readonly string[] Headings = ["Một số việc khác:", "Về công tác văn thư", "Nội dung cụ thể như sau:"];

    private static int Cases => Environment.GetEnvironmentVariable("PARTYOFFICE_LONG") == "1" ? 10_000 : 300;

    private sealed record Paper(string[] Good, string[] Bad, string[] Asked, int Mark)
    {
        public string Text => Opening + "Ưu điểm:\n" + List(Good) + "Hạn chế:\n" + List(Bad) +
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng huyện ủy:\n" + List(Asked);

        public IEnumerable<string> Lines => Good.Concat(Bad).Concat(Asked);

        private string List(string[] entries) => string.Concat(entries.Select((entry, i) => entry.Length == 0 || entry[0] == '=' ? entry[1..] + "\n"
            : Marked(i) + char.ToUpperInvariant(entry[0]) + entry[1..] + ".\n"));

        private string Marked(int i) => Mark switch
        {
            0 => "- ",
            1 => $"{i + 1}. ",
            2 => $"{(char)('a' + i)}) ",
            3 => $"{i + 1}/ ",
            4 => "• ",
            _ => $"({i + 1}) ",
        };
    }

    private static readonly Gen<Paper> Papers =
        from good in Gen.Shuffle(Results)
        from bad in Gen.Shuffle(Faults)
        from asked in Gen.Shuffle(Tasks)
        from count in Gen.Choose(2, 4)
        from mark in Gen.Choose(0, 5)
        select new Paper([.. good.Take(count)], [.. bad.Take(count)], [.. asked.Take(count)], mark);

    [Fact]
    public void A_word_of_the_page_in_front_of_an_entry_takes_no_line_along() => Holds(
        from paper in Papers
        from word in Gen.Elements(PageWords)
        from at in Gen.Choose(0, paper.Asked.Length - 1)
        from list in Gen.Choose(0, 2)
        select (paper, list switch
        {
            0 => paper with { Good = Prefixed(paper.Good, at, word) },
            1 => paper with { Bad = Prefixed(paper.Bad, at, word) },
            _ => paper with { Asked = Prefixed(paper.Asked, at, word) },
        }));

    [Fact]
    public void Two_entries_swapped_are_read_in_their_new_order() => Holds(
        from paper in Papers
        select (paper, paper with { Asked = [.. paper.Asked.Reverse()], Bad = [.. paper.Bad.Reverse()], Good = [.. paper.Good.Reverse()] }));

    [Fact]
    public void An_entry_doubled_is_read_twice_or_once() => Holds(
        from paper in Papers
        from at in Gen.Choose(0, paper.Asked.Length - 1)
        select (paper, paper with { Asked = [.. paper.Asked, paper.Asked[at]], Bad = [.. paper.Bad, paper.Bad[at]] }));

    [Fact]
    public void A_heading_between_entries_changes_none() => Holds(
        from paper in Papers
        from heading in Gen.Elements(Headings)
        from at in Gen.Choose(0, paper.Asked.Length - 1)
        select (paper, paper with { Asked = [.. paper.Asked.Take(at), "=" + heading, .. paper.Asked.Skip(at)] }));

    private static string[] Prefixed(string[] entries, int at, string word) => [.. entries.Select((entry, i) => i == at ? word + " " + entry : entry)];

    /// <summary>Each entry of the changed paper is an item, in its list, and nothing else is.</summary>
    private static void Holds(Gen<(Paper Before, Paper After)> changes) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(changes.ToArbitrary(), change =>
        {
            Matches(change.Before);
            Matches(change.After);
        }));

    private static void Matches(Paper paper)
    {
        var items = MinutesReader.Read(paper.Text).Items;
        Assert.Equal(Entries(paper.Good), Texts(items, ItemKind.Achievement));
        Assert.Equal(Entries(paper.Bad), Texts(items, ItemKind.Shortcoming));
        Assert.Equal(Entries(paper.Asked), Texts(items, ItemKind.Directive));
    }

    private static IEnumerable<string> Entries(string[] entries) => entries.Where(entry => entry[0] != '=').Select(Core).Distinct();

    private static IEnumerable<string> Texts(IEnumerable<DraftItem> items, ItemKind kind) =>
        items.Where(item => item.Kind == kind).Select(item => Core(item.Text)).Distinct();

    /// <summary>The entry without the word in front: whether that is cut off as a day or an opener is another matter.</summary>
    private static string Core(string text)
    {
        var lower = text.TrimEnd('.').ToLowerInvariant();
        return Results.Concat(Faults).Concat(Tasks).FirstOrDefault(known => lower.EndsWith(known, StringComparison.Ordinal)) ?? lower;
    }
}
