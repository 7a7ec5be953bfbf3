namespace PartyOfficeTracker.Reading.Tests;

public class PolarityTests
{
    [Theory]
    [InlineData("Các xã đã hoàn thành 40 báo cáo đúng hạn.")]
    [InlineData("Nền nếp trực lãnh đạo được duy trì tốt ở mọi phòng.")]
    [InlineData("Kho lưu trữ gọn hơn, tra cứu nhanh hơn.")]
    public void GoodSentence_WeighsAboveZero_AndIsNotBad(string text)
    {
        Assert.True(Score(text) > 0);
        Assert.False(IsBad(text));
        Assert.False(IsPlainlyBad(text));
    }

    [Theory]
    [InlineData("Hồ sơ gửi lên chậm, nội dung sơ sài.")]
    [InlineData("Việc phân công giữa hai phòng chồng chéo, thiếu người theo dõi.")]
    [InlineData("Cán bộ còn lúng túng khi soạn văn bản.")]
    [InlineData("Nhiều đơn thư tồn đọng từ mùa trước.")]
    public void BadSentence_WeighsBelowZero_AndIsPlainlyBad(string text)
    {
        Assert.True(Score(text) < 0);
        Assert.True(IsBad(text));
        Assert.True(IsPlainlyBad(text));
    }

    [Theory]
    [InlineData("Tài liệu họp xếp theo tập màu xanh.")]
    [InlineData("Cuộc họp dự kiến bàn ba nội dung chủ yếu.")]
    [InlineData("Đoàn gồm bốn thiếu tá.")]
    [InlineData("Máy in là thiết bị thiết yếu.")]
    public void SentenceThatJudgesNothing_WeighsNothing(string text)
    {
        Assert.Equal(0, Score(text));
        Assert.False(IsBad(text));
    }

    [Theory]
    [InlineData("Số hồ sơ chậm giảm so với mùa trước.")]
    [InlineData("Các phòng tập trung khắc phục tình trạng chậm trễ.")]
    [InlineData("Không để sót một lá đơn.")]
    [InlineData("Không hồ sơ nào quá hạn.")]
    [InlineData("Khuyết điểm của hai phòng được chấn chỉnh.")]
    [InlineData("Các ban theo dõi việc sửa chữa hạn chế, yếu kém ở cơ sở.")]
    public void FaultThatIsCuredOrDenied_IsNotBad(string text)
    {
        Assert.True(Score(text) >= 0);
        Assert.False(IsBad(text));
    }

    [Theory]
    [InlineData("khắc phục nhưng vẫn chậm")]
    [InlineData("giảm song còn lỏng lẻo")]
    public void CureBeforeABut_DoesNotReachTheFaultAfterIt(string text)
    {
        Assert.True(IsBad(text));
    }

    [Fact]
    public void ShadeOfAFault_IsNotBad() => Assert.False(IsBad("Đôi khi cuộc họp ở xa."));

    [Fact]
    public void MildFault_IsBadButNotPlainlyBad()
    {
        const string text = "Sổ sách luộm thuộm.";

        Assert.True(IsBad(text));
        Assert.False(IsPlainlyBad(text));
    }

    [Fact]
    public void OnlyTheGivenStretch_IsWeighed()
    {
        const string text = "Hồ sơ chậm; nền nếp tốt.";
        var cut = text.IndexOf(';', StringComparison.Ordinal);
        var lower = Folding.Lower(text);

        Assert.True(Polarity.IsBad(lower, 0, cut));
        Assert.False(Polarity.IsBad(lower, cut + 1, lower.Length));
        Assert.Equal(4, Polarity.Of(lower, cut + 1, lower.Length));
    }

    private static int Score(string text) => Polarity.Of(Folding.Lower(text), 0, text.Length);

    private static bool IsBad(string text) => Polarity.IsBad(Folding.Lower(text), 0, text.Length);

    private static bool IsPlainlyBad(string text) => Polarity.IsPlainlyBad(Folding.Lower(text), 0, text.Length);
}
