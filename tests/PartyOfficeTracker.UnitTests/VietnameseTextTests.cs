using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.UnitTests;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("uỷ ban", "ủy ban")]
    [InlineData("Hoà Bình", "HÒA BÌNH")]
    [InlineData("quí IV", "quý IV")]
    [InlineData("Ðảng", "Đảng")]
    [InlineData("văn phòng phục vụ chung", "van phong phuc vu chung")]
    [InlineData("kỉ luật", "kỷ luật")]
    [InlineData("ﬁn", "fin")]
    [InlineData("ＡＢＣ １２", "abc 12")]
    [InlineData("điểm  cầu,\u00A0Cà Mau", "diem cau ca mau")]
    public void Fold_OfTwoSpellingsOfOneWord_IsTheSame(string one, string other) =>
        Assert.Equal(VietnameseText.Fold(one), VietnameseText.Fold(other));

    [Theory]
    [InlineData("quy định", "qua định")]
    [InlineData("tay", "tai")]
    public void Fold_OfDifferentWords_StaysDifferent(string one, string other) =>
        Assert.NotEqual(VietnameseText.Fold(one), VietnameseText.Fold(other));

    [Fact]
    public void Normalise_OfDecomposedTextWithWindowsLines_IsComposedWithUnixLines() =>
        Assert.Equal("Đảng bộ\ntỉnh", VietnameseText.Normalise("\u00D0a\u0309ng\u00A0b\u00F4\u0323\r\nti\u0309nh\r\n"));

    [Fact]
    public void Normalise_OfANullCharacter_DropsIt() => Assert.Equal("ab", VietnameseText.Normalise("a\0b"));
}
