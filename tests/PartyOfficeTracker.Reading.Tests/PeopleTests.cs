namespace PartyOfficeTracker.Reading.Tests;

public class PeopleTests
{
    [Theory]
    [InlineData("Đồng chí Trần Văn Mẫu, Phó Trưởng Ban Dân vận phát biểu.", "Trần Văn Mẫu|Phó Trưởng Ban Dân vận")]
    [InlineData("Phó Trưởng Ban Dân vận Trần Văn Mẫu phát biểu.", "Trần Văn Mẫu|Phó Trưởng Ban Dân vận")]
    [InlineData("Bà Lê Thị Thử cảm ơn các đại biểu.", "Lê Thị Thử|")]
    [InlineData("Đồng chí Trần Văn Mẫu (Chánh Văn phòng Huyện ủy) dự.", "Trần Văn Mẫu|Chánh Văn phòng Huyện ủy")]
    [InlineData("Ông Võ Minh Thử - Giám đốc Sở Nội vụ trình bày.", "Võ Minh Thử|Giám đốc Sở Nội vụ")]
    [InlineData("Đồng chí Trần Văn Mẫu, Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức kết luận.", "Trần Văn Mẫu|Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức")]
    [InlineData("Đồng chí Trần Văn Mẫu, Tỉnh ủy viên, Bí thư Đảng ủy Khối chủ trì.", "Trần Văn Mẫu|Tỉnh ủy viên, Bí thư Đảng ủy Khối")]
    [InlineData("Đồng chí Trần Văn Mẫu, Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì.", "Trần Văn Mẫu|Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy")]
    public void Person_HasTheTitleBeforeOrAfterTheName(string text, string person) => Assert.Equal([person], In(text));

    [Fact]
    public void TitleAfterADash_IsThatOfAllNamesJoinedBeforeIt() =>
        Assert.Equal(
            ["Trần Văn Mẫu|Phó Trưởng Ban Dân vận", "Lê Thị Thử|Phó Trưởng Ban Dân vận", "Võ Minh Vẽ|Phó Trưởng Ban Dân vận"],
            In("Dự có các đồng chí Trần Văn Mẫu, Lê Thị Thử và Võ Minh Vẽ - Phó Trưởng Ban Dân vận."));

    [Fact]
    public void TitleAfterAComma_IsOnlyThatOfTheLastName() =>
        Assert.Equal(["Trần Văn Mẫu|", "Lê Thị Thử|Phó Trưởng Ban Dân vận"], In("Dự có các đồng chí Trần Văn Mẫu, Lê Thị Thử, Phó Trưởng Ban Dân vận."));

    [Fact]
    public void ShortFormInBrackets_StaysInsideTheTitle() =>
        Assert.Equal(["Trần Văn Mẫu|Chủ nhiệm Ủy ban Kiểm tra (UBKT) Tỉnh ủy"], In("Đồng chí Trần Văn Mẫu, Chủ nhiệm Ủy ban Kiểm tra (UBKT) Tỉnh ủy chủ trì."));

    [Fact]
    public void TwoPeopleJoinedByAnd_HaveTheirOwnTitles() =>
        Assert.Equal(
            ["Trần Văn Mẫu|Trưởng Ban Dân vận", "Lê Thị Thử|Chánh Văn phòng Tỉnh ủy"],
            In("Đồng chí Trần Văn Mẫu, Trưởng Ban Dân vận và đồng chí Lê Thị Thử, Chánh Văn phòng Tỉnh ủy chủ trì."));

    [Fact]
    public void Title_DoesNotRunOnOverWhatSomebodyDoes()
    {
        const string text = "Đồng chí Lê Thị Mẫu, Phó Bí thư Tỉnh ủy chủ trì tại điểm cầu tỉnh Ninh Th uận.";

        Assert.DoesNotContain(In(text), person => person.Contains("chủ trì", StringComparison.Ordinal));
        Assert.NotNull(MinutesReader.Read(text));
    }

    [Fact]
    public void TitleBeforeAnd_IsNotThatOfTheNextPerson() =>
        Assert.Equal(
            ["Trần Văn Mẫu|Thứ trưởng", "Lê Thị Thử|Phó Bí thư Thường trực Đảng ủy Bộ"],
            In("Thứ trưởng Trần Văn Mẫu, Bí thư Đảng ủy Bộ và đồng chí Lê Thị Thử, Phó Bí thư Thường trực Đảng ủy Bộ chủ trì."));

    [Theory]
    [InlineData("Hội nghị họp tại số 2A Hoàng Văn Mẫu.")]
    [InlineData("Đoàn xe đi dọc đường Trần Văn Mẫu.")]
    [InlineData("Học tập tư tưởng Hồ Chí Minh.")]
    [InlineData("Văn phòng Tỉnh ủy gửi báo cáo.")]
    [InlineData("Cán bộ ở Kim Bảng làm tốt.")]
    public void PlaceOrBody_IsNoPerson(string text) => Assert.Empty(In(text));

    [Fact]
    public void Chair_TitledOnlyInAnotherSentence_HasThatTitle()
    {
        var draft = MinutesReader.Read(
            "Sáng 6/1/2021, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết công tác năm 2020. Đồng chí Phan Thị Mẫu chủ trì hội nghị.\n\n" +
            "Phát biểu kết luận, đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy yêu cầu các văn phòng gửi báo cáo trước ngày 15/2.");

        var chair = Assert.Single(draft.Chairs);
        Assert.Equal(("Phan Thị Mẫu", "Chánh Văn phòng Tỉnh ủy"), (chair.Name.Text, chair.Title?.Text));
    }

    [Fact]
    public void Chairs_SharingATitle_AllCarryIt()
    {
        var draft = MinutesReader.Read(
            "Sáng 6/1/2021, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết công tác năm 2020. "
            + "Các đồng chí Phan Thị Mẫu, Lê Văn Thử - Phó Chánh Văn phòng Tỉnh ủy đồng chủ trì hội nghị.");

        Assert.Equal(
            ["Phan Thị Mẫu|Phó Chánh Văn phòng Tỉnh ủy", "Lê Văn Thử|Phó Chánh Văn phòng Tỉnh ủy"],
            draft.Chairs.Select(chair => chair.Name.Text + "|" + chair.Title?.Text));
    }

    private static List<string> In(string text)
    {
        var view = SourceView.Of(text);
        return [.. People.In(view, 0, view.Length)
            .Select(p => view.Text[p.NameStart..p.NameEnd] + "|" + (p.HasTitle ? view.Text[p.TitleStart..p.TitleEnd] : ""))];
    }
}
