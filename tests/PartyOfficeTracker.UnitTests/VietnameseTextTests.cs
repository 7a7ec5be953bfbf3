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
    public void Normalise_OfControlCharacters_LeavesBlanks() => Assert.Equal("a b c", VietnameseText.Normalise("a\0b\u000Bc"));

    [Theory]
    [InlineData("\u200B\u200B")]
    [InlineData("\u00AD \u2060\uFEFF")]
    [InlineData("\u3164\u2800\u202E")]
    public void TextThatNobodySees_IsNoText(string text) => Assert.Null(VietnameseText.NormaliseOrNull(text));

    [Theory]
    [InlineData("khuyến h\u200Bọc", "khuyến học")]
    [InlineData("thủy l\u00ADợi", "thủy lợi")]
    public void WordsSplitByWhatNobodySees_AreWholeWords(string stored, string typed)
    {
        Assert.Equal(typed, VietnameseText.Normalise(stored));
        Assert.Equal(VietnameseText.Fold(typed), VietnameseText.Fold(stored));
    }

    [Theory]
    [InlineData("05–01–2021")]
    [InlineData("05\u201101\u20112021")]
    [InlineData("05−01−2021")]
    [InlineData("05/01/2021\u200B")]
    [InlineData("０５／０１／２０２１")]
    public void DaysTypedWithAnyDash_AreRead(string typed)
    {
        Assert.True(DayText.TryParse(typed, out var day));
        Assert.Equal(new DateOnly(2021, 1, 5), day);
    }

    [Theory]
    [InlineData("5/2/21", 2021)]
    [InlineData("05-02-21", 2021)]
    [InlineData("5.2.68", 2068)]
    public void TwoDigitsOfAYear_AreOneOfThisCentury(string typed, int year)
    {
        Assert.True(DayText.TryParse(typed, out var day));
        Assert.Equal(new DateOnly(year, 2, 5), day);
    }

    [Theory]
    [InlineData("5/2/1")]
    [InlineData("5/2/021")]
    [InlineData("31/2/21")]
    public void WhatIsNoDay_IsNoDay_WithAShortYearEither(string typed) => Assert.False(DayText.TryParse(typed, out _));
}
