namespace PartyOfficeTracker.Reading.Tests;

public class OpenersTests
{
    [Theory]
    [InlineData("Một số hạn chế:", nameof(Announced.Faults))]
    [InlineData("Phần chưa tròn, ông Mẫu nói thẳng:", nameof(Announced.Faults))]
    [InlineData("Nguyên nhân của những hạn chế trên:", nameof(Announced.Causes))]
    [InlineData("Nhiệm vụ trọng tâm:", nameof(Announced.Tasks))]
    [InlineData("Ông giao hai việc:", nameof(Announced.Tasks))]
    [InlineData("Điểm sáng của quý:", nameof(Announced.Results))]
    [InlineData("Kết quả nổi bật:", nameof(Announced.Results))]
    [InlineData("Các huyện kiến nghị:", nameof(Announced.Requests))]
    [InlineData("Nguyện vọng của cơ sở:", nameof(Announced.Requests))]
    [InlineData("Những khó khăn gặp phải:", nameof(Announced.Hardships))]
    [InlineData("Kế hoạch mùa hè:", nameof(Announced.Plans))]
    [InlineData("Kế hoạch của văn phòng:", nameof(Announced.OwnPlans))]
    [InlineData("Phần việc do dự thảo vạch ra:", nameof(Announced.OwnPlans))]
    public void HeadBeforeAColon_AnnouncesWhatItNames(string head, string announced)
    {
        const string content = "sổ trực ghi từng buổi một";
        var opener = Of(head + " " + content + ".");

        Assert.Equal(announced, opener?.Announced.ToString());
        Assert.Equal(head.Length + 1, opener?.ContentStart);
    }

    [Theory]
    [InlineData("Hạn chế lớn nhất là ", "sổ trực để trống nhiều buổi.", nameof(Announced.Faults))]
    [InlineData("Điều đáng lo là ", "sổ trực để trống nhiều buổi.", nameof(Announced.Faults))]
    [InlineData("Cái khó là ", "đường lên bản xa.", nameof(Announced.Hardships))]
    [InlineData("Việc phải làm ngay là ", "ghi lại sổ trực.", nameof(Announced.Orders))]
    public void WordsBeforeIs_AnnounceWhatFollowsThem(string front, string content, string announced)
    {
        var opener = Of(front + content);

        Assert.Equal(announced, opener?.Announced.ToString());
        Assert.Equal(front.Length, opener?.ContentStart);
    }

    [Theory]
    [InlineData("Nguyên nhân là do thiếu người trực đêm.", nameof(Announced.Causes))]
    [InlineData("Có tình trạng trên là do sổ trực không ai giữ.", nameof(Announced.Causes))]
    [InlineData("Bức tranh ấy vẫn có mảng tối.", nameof(Announced.Faults))]
    [InlineData("Báo cáo nêu nhiều kết quả trong quý", nameof(Announced.Results))]
    public void SentenceThatOnlyAnnounces_HasNoContent(string text, string announced)
    {
        var opener = Of(text);

        Assert.Equal(announced, opener?.Announced.ToString());
        Assert.Null(opener?.ContentStart);
    }

    [Fact]
    public void HeadWithNothingBehindItsColon_HasNoContent()
    {
        var opener = Of("Một số hạn chế:");

        Assert.Equal(Announced.Faults, opener?.Announced);
        Assert.Null(opener?.ContentStart);
    }

    [Theory]
    [InlineData("Văn phòng mở hai lớp học về soạn thảo.")]
    [InlineData("Thành phần dự: các trưởng phòng và tổ giúp việc.")]
    [InlineData("Việc khắc phục hạn chế: ba phòng ghi lại sổ trực.")]
    [InlineData("Cuộc họp bắt đầu lúc 7:30 và kết thúc buổi trưa.")]
    public void OrdinarySentence_AnnouncesNothing(string text) => Assert.Null(Of(text));

    [Fact]
    public void WordsThatNameAFault_AreToldFromThoseThatMendOne()
    {
        Assert.True(NamesFault("Soi vào phần chưa tròn, báo cáo"));
        Assert.False(NamesFault("Nhằm khắc phục những hạn chế"));
        Assert.False(NamesFault("Nói về sổ trực, báo cáo"));
    }

    [Fact]
    public void WordsThatNameAHardship_AreKnown()
    {
        Assert.True(NamesHardship("Về những khó khăn gặp phải, đồng chí"));
        Assert.False(NamesHardship("Về lịch trực, đồng chí"));
    }

    private static Opener? Of(string text)
    {
        var view = SourceView.Of(text);
        return Opener.Of(view, 0, view.Length);
    }

    private static bool NamesFault(string text) => Opener.NamesFault(SourceView.Of(text), 0, text.Length);

    private static bool NamesHardship(string text) => Opener.NamesHardship(SourceView.Of(text), 0, text.Length);
}
