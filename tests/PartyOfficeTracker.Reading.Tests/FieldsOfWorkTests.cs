namespace PartyOfficeTracker.Reading.Tests;

public class FieldsOfWorkTests
{
    [Theory]
    [InlineData("Tham mưu cấp ủy sửa quy chế làm việc.", "Tham mưu, tổng hợp")]
    [InlineData("Nắm tình hình và dư luận ở các xã ven sông.", "Thông tin, báo cáo")]
    [InlineData("Rà lại biên chế và vị trí việc làm của ba phòng.", "Tổ chức bộ máy, cán bộ")]
    [InlineData("Kho lưu trữ số hóa thêm 300 mét giá.", "Văn thư – lưu trữ")]
    [InlineData("Phần mềm mới chạy ổn định, an ninh mạng giữ vững.", "Cơ yếu – công nghệ thông tin")]
    [InlineData("Kinh phí mua sắm được quyết toán gọn.", "Tài chính, tài sản")]
    [InlineData("Lịch tiếp công dân dán ở cổng.", "Tiếp dân, đơn thư")]
    [InlineData("Đội lái xe lo hậu cần cho cuộc họp.", "Lễ tân, phục vụ")]
    [InlineData("Ngày bầu cử diễn ra trọn vẹn.", "Đại hội, bầu cử")]
    [InlineData("Tổ dân phố chống dịch bệnh suốt mùa mưa.", "Phòng, chống dịch")]
    [InlineData("Mặt trận tuyên truyền trên loa ở bản.", "Tuyên truyền")]
    [InlineData("Ban giám sát hai cuộc ở cơ sở.", "Kiểm tra, giám sát")]
    [InlineData("Trao bằng khen cho bốn tập thể.", "Thi đua, khen thưởng")]
    [InlineData("Mở lớp bồi dưỡng cho người mới.", "Tập huấn, bồi dưỡng")]
    public void Clause_BelongsToTheFieldItsWordsSpeakOf(string text, string field) => Assert.Equal(field, Of(text)?.Value);

    [Fact]
    public void Field_RestsOnTheWordItWasReadFrom()
    {
        const string text = "Ở xã Mẫu, ĐƠN THƯ được trả lời trong tuần.";

        var field = Of(text);

        Assert.Equal("Tiếp dân, đơn thư", field?.Value);
        Assert.Equal(InferenceReason.FieldWord, field?.Reason);
        Assert.Equal("ĐƠN THƯ", text[field!.Basis!.Value.Start..field.Basis.Value.End]);
    }

    [Theory]
    [InlineData("Trời hôm ấy mưa to.")]
    [InlineData("Người lái xeo dừng lại bên kia sông.")]
    public void ClauseWithoutAnyOfTheWords_HasNoField(string text) => Assert.Null(Of(text));

    [Fact]
    public void WordNearTheFront_OutweighsOneFarBehind()
    {
        const string far = "Hồ sơ của bốn mươi xã phường ven sông và trên núi nay xếp lại theo năm, kể cả y tế.";

        Assert.Equal("Văn thư – lưu trữ", Of(far)?.Value);
    }

    [Fact]
    public void OnlyTheGivenStretch_IsRead()
    {
        const string text = "Đơn thư đã trả lời; kinh phí đã cấp.";
        var view = SourceView.Of(text);
        var cut = text.IndexOf(';', StringComparison.Ordinal);

        Assert.Equal("Tiếp dân, đơn thư", FieldsOfWork.Default.Of(view, 0, cut)?.Value);
        Assert.Equal("Tài chính, tài sản", FieldsOfWork.Default.Of(view, cut, view.Length)?.Value);
    }

    [Fact]
    public void FieldsOfAnOffice_ReplaceTheDefault()
    {
        var fields = new FieldsOfWork([new FieldWords("Vườn cây", ["vườn", " Cây Xanh "])]);
        var view = SourceView.Of("Cây xanh trước trụ sở được cắt tỉa.");

        Assert.Equal("Vườn cây", fields.Of(view, 0, view.Length)?.Value);
    }

    [Fact]
    public void TwoFieldsWithTheSameWord_GiveNone()
    {
        var fields = new FieldsOfWork([new FieldWords("Một", ["vườn"]), new FieldWords("Hai", ["vườn"])]);
        var view = SourceView.Of("Tỉa vườn trước trụ sở.");

        Assert.Null(fields.Of(view, 0, view.Length));
    }

    [Fact]
    public void ItemsOfAReport_CarryTheirField()
    {
        var draft = MinutesReader.Read(
            "Sáng 6/1/2021, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết công tác năm 2020. " +
            "Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì hội nghị.\n\n" +
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng: (1) Trả lời đơn thư trong tuần. (2) Sắp lại kho lưu trữ.");

        Assert.Equal(["Tiếp dân, đơn thư", "Văn thư – lưu trữ"], draft.ItemsOf(ItemKind.Directive).Select(item => item.Field?.Value));
    }

    [Theory]
    [InlineData(null, new string[0])]
    [InlineData("vườn, cây xanh; hoa\n\n sân ", new[] { "vườn", "cây xanh", "hoa", "sân" })]
    public void Words_AsTyped_AreSplitAtCommasSemicolonsAndLines(string? typed, string[] words) => Assert.Equal(words, FieldWords.Parse(typed));

    [Fact]
    public void DefaultWords_OfAFieldOfTheOfficesOwn_AreNone()
    {
        Assert.Contains("đơn thư", FieldsOfWork.DefaultWords("Tiếp dân, đơn thư"));
        Assert.Empty(FieldsOfWork.DefaultWords("Vườn cây"));
    }

    private static Inferred<string>? Of(string text)
    {
        var view = SourceView.Of(text);
        return FieldsOfWork.Default.Of(view, 0, view.Length);
    }
}
