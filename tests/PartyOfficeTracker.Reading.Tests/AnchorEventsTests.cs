namespace PartyOfficeTracker.Reading.Tests;

public class AnchorEventsTests
{
    private static readonly AnchorEvent First = Event("Hội thao khối văn phòng", new(2021, 5, 10), new(2021, 5, 12));
    private static readonly AnchorEvent Second = Event("Hội thao khối văn phòng", new(2022, 5, 9), new(2022, 5, 11));
    private static readonly AnchorEvent Longer = Event("Hội thao khối văn phòng cấp huyện", new(2021, 9, 1), new(2021, 9, 2));
    private static readonly AnchorEvent Alone = Event("Ngày sách xã Mẫu", new(2021, 4, 21), new(2021, 4, 21));

    private static readonly AnchorEvents Table = new([Second, Longer, First, Alone, .. AnchorEvents.Default.Events]);

    [Theory]
    [InlineData("trước Ngày sách xã Mẫu")]
    [InlineData("sau NGÀY SÁCH XÃ MẪU năm nay")]
    public void Event_IsFoundByItsNameInThePhrase_InAnySpelling(string phrase)
    {
        Assert.Same(Alone, Table.Named(phrase, reference: null));
        Assert.Same(Alone, Table.Named(phrase, new DateOnly(2030, 1, 1)));
    }

    [Theory]
    [InlineData("2021-01-06", 2021)]
    [InlineData("2021-05-12", 2021)]
    [InlineData("2021-05-13", 2022)]
    [InlineData("2022-05-11", 2022)]
    [InlineData("2022-05-12", null)]
    public void OfSeveralWithOneName_TheFirstNotYetOverIsMeant(string day, int? year)
    {
        var reference = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(year, Table.Named("trước Hội thao khối văn phòng", reference)?.Start.Year);
    }

    [Fact]
    public void OfSeveralWithOneName_NoneIsMeantWithoutADay() => Assert.Null(Table.Named("trước Hội thao khối văn phòng", reference: null));

    [Fact]
    public void LongestName_Wins() => Assert.Same(Longer, Table.Named("trước Hội thao khối văn phòng cấp huyện", new DateOnly(2021, 1, 6)));

    [Theory]
    [InlineData("trước Tết Nguyên đán Tân Sửu")]
    [InlineData("trước Hội thao")]
    [InlineData("")]
    public void OtherKindsAndOtherNames_AreNotFound(string phrase) => Assert.Null(Table.Named(phrase, new DateOnly(2021, 1, 6)));

    [Fact]
    public void DeadlineBeforeANamedEvent_EndsTheDayBefore()
    {
        var reading = DeadlinePhraseReader.Read("trước Ngày sách xã Mẫu", Table, new DateOnly(2021, 1, 6));

        Assert.Equal((DeadlineKind.PeriodEnd, new DateOnly(2021, 4, 20)), (reading.Kind, reading.End));
    }

    private static AnchorEvent Event(string name, DateOnly start, DateOnly end) => new(AnchorKind.Other, start.Year, name, start, end);
}
