using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.UnitTests.Conferences;

public class DocumentReferenceTests
{
    [Theory]
    [InlineData("Chỉ thị số 48-CT/TW của Ban Bí thư", "Chỉ thị", "48", "CT/TW", "Ban Bí thư", null)]
    [InlineData("Nghị định số 130/2020/NĐ-CP", "Nghị định", "130/2020", "NĐ-CP", null, null)]
    [InlineData("Quy định số 04-QĐ/TW", "Quy định", "04", "QĐ/TW", null, null)]
    [InlineData("Quyết định số 04-QĐ/TW", "Quyết định", "04", "QĐ/TW", null, null)]
    [InlineData("Chỉ thị 48CT/TW", "Chỉ thị", "48", "CT/TW", null, null)]
    [InlineData("48CT", "Văn bản", "48", "CT", null, null)]
    [InlineData("Chỉ thị 48", "Chỉ thị", "48", null, null, null)]
    [InlineData("Công điện ngày 05/01/2021 của Thường trực Ban Bí thư về phòng dịch", "Công điện", null, null, "Thường trực Ban Bí thư", "về phòng dịch")]
    [InlineData("một tài liệu nào đó", "Văn bản", null, null, null, "một tài liệu nào đó")]
    public void Parse_TakesACitationApart(string typed, string type, string? number, string? symbol, string? issuer, string? name)
    {
        var reference = DocumentReference.Parse(typed);

        Assert.Equal((type, number, symbol, issuer, name), (reference.TypeWord, reference.Number, reference.Symbol, reference.Issuer, reference.Name));
    }

    [Theory]
    [InlineData("48CT", "Chỉ thị số 48-CT/TW", true)]
    [InlineData("Chỉ thị 48-CT", "Chỉ thị số 48-CT/TW", true)]
    [InlineData("Chỉ thị 48", "Chỉ thị số 48-CT/TW", true)]
    [InlineData("48", "Chỉ thị số 48-CT/TW", false)]
    [InlineData("48C", "Chỉ thị số 48-CT/TW", false)]
    [InlineData("Chỉ thị 48-CT/TU", "Chỉ thị số 48-CT/TW", false)]
    [InlineData("Kết luận 48-CT/TW", "Chỉ thị số 48-CT/TW", false)]
    public void AShorterCitation_IsTheDocumentItsNumberAndSymbolBegin(string typed, string full, bool same)
    {
        Assert.Equal(same, DocumentReference.Parse(typed).IsSameAs(DocumentReference.Parse(full)));
        Assert.Equal(same, DocumentReference.Parse(full).IsSameAs(DocumentReference.Parse(typed)));
    }

    [Fact]
    public void Key_OfQuyDinhAndQuyetDinhWithOneSymbol_Differs() =>
        Assert.NotEqual(DocumentReference.Parse("Quy định số 04-QĐ/TW").Key, DocumentReference.Parse("Quyết định số 04-QĐ/TW").Key);

    [Fact]
    public void Key_OfOneTelegramCitedTwice_IsTheSame() =>
        Assert.Equal(
            DocumentReference.Parse("Công điện ngày 05/01/2021").Key,
            DocumentReference.Parse("Công điện ngày 5/1/2021 của Thường trực Ban Bí thư").Key);

    [Theory]
    [InlineData("Chỉ thị số 48-CT/TW", "chỉ thị  số 48-CT/TW của Ban Bí thư")]
    [InlineData("Chỉ thị số 48-CT/TW", "Chỉ thị 48")]
    [InlineData("Chỉ thị 48", "Chỉ thị số 48-CT/TW ngày 1/2/2021")]
    [InlineData("Kế hoạch năm học tập", "kế hoạch năm học tập")]
    [InlineData("Công điện ngày 05/01/2021", "Công điện ngày 5/1/2021 của Văn phòng")]
    public void IsSameAs_OneDocumentCitedInTwoWays_IsTrueBothWays(string one, string other)
    {
        var (first, second) = (DocumentReference.Parse(one), DocumentReference.Parse(other));

        Assert.True(first.IsSameAs(second));
        Assert.True(second.IsSameAs(first));
    }

    [Theory]
    [InlineData("Chỉ thị số 48-CT/TW", "Chỉ thị số 48-CT/TU")]
    [InlineData("Chỉ thị số 48-CT/TW", "Chỉ thị 49")]
    [InlineData("Chỉ thị 48", "Kết luận 48")]
    [InlineData("Quy định 4", "Quyết định 4")]
    [InlineData("Công điện ngày 05/01/2021", "Công điện ngày 06/01/2021")]
    [InlineData("Kế hoạch năm học tập", "Kế hoạch tháng an toàn")]
    public void IsSameAs_TwoDocuments_IsFalseBothWays(string one, string other)
    {
        var (first, second) = (DocumentReference.Parse(one), DocumentReference.Parse(other));

        Assert.False(first.IsSameAs(second));
        Assert.False(second.IsSameAs(first));
    }
}
