using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.UnitTests.Import;

public class ParticipantTextTests
{
    [Theory]
    [InlineData("Trần Văn Mẫu, Phó Trưởng Ban", "Trần Văn Mẫu", "Phó Trưởng Ban")]
    [InlineData("  Lê Thị Thử ,  Ủy viên, Vụ trưởng ", "Lê Thị Thử", "Ủy viên, Vụ trưởng")]
    [InlineData("Lê Thị Thử", "Lê Thị Thử", null)]
    [InlineData("Lê Thị Thử,", "Lê Thị Thử", null)]
    public void Person_IsTheNameUpToTheFirstCommaAndTheTitleAfterIt(string line, string name, string? title) =>
        Assert.Equal(new TypedPerson(name, title), ParticipantText.Person(line));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(", Phó Trưởng Ban")]
    [InlineData(" , ")]
    public void LineWithoutAName_IsNobody(string? line) => Assert.Null(ParticipantText.Person(line));

    [Fact]
    public void People_StandOneALine_AndWrongLinesAreLeftOut() =>
        Assert.Equal(
            [new TypedPerson("Trần Văn Mẫu", "Phó Trưởng Ban"), new TypedPerson("Lê Thị Thử", null)],
            ParticipantText.People("Trần Văn Mẫu, Phó Trưởng Ban\r\n\r\n, Chánh Văn phòng\nLê Thị Thử\n"));

    [Fact]
    public void Point_IsTakenApartAtItsSemicolons() =>
        Assert.Equal(
            [
                new TypedPoint("Cà Mau", new TypedPerson("Võ Minh Thử", "Phó Bí thư, Chủ tịch"), "Phòng họp số 1", "lãnh đạo các phòng"),
                new TypedPoint("Nghệ An", null, "Hội trường lớn", null),
                new TypedPoint("Sóc Trăng", null, null, "đại diện các ban"),
                new TypedPoint("Hà Nam", null, null, null),
            ],
            ParticipantText.Points(
                "Cà Mau; Võ Minh Thử, Phó Bí thư, Chủ tịch; Phòng họp số 1; lãnh đạo các phòng\n"
                + "Nghệ An;; Hội trường lớn\nSóc Trăng; ; ; đại diện các ban\nHà Nam"));

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ")]
    [InlineData("; Võ Minh Thử, Phó Bí thư")]
    public void LineWithoutAPlace_IsNoPoint(string? text) => Assert.Empty(ParticipantText.Points(text));

    [Fact]
    public void People_WrittenAndReadAgain_AreTheSame()
    {
        PersonMention[] people = [Person("Trần Văn Mẫu", "Ủy viên, Phó Trưởng Ban"), Person("Lê Thị Thử", null)];

        var written = ParticipantText.Of(people);

        Assert.Equal("Trần Văn Mẫu, Ủy viên, Phó Trưởng Ban\nLê Thị Thử", written);
        Assert.Equal([new TypedPerson("Trần Văn Mẫu", "Ủy viên, Phó Trưởng Ban"), new TypedPerson("Lê Thị Thử", null)], ParticipantText.People(written));
    }

    [Fact]
    public void Points_WrittenAndReadAgain_AreTheSame()
    {
        ConnectionPointMention[] points =
        [
            new(Text("Cà Mau"), Person("Võ Minh Thử", "Phó Bí thư"), Text("Phòng họp số 1"), Text("lãnh đạo các phòng")),
            new(Text("Nghệ An"), null, Text("Hội trường lớn"), null),
            new(Text("Hà Nam"), null, null, null),
        ];

        var written = ParticipantText.Of(points);

        Assert.Equal("Cà Mau; Võ Minh Thử, Phó Bí thư; Phòng họp số 1; lãnh đạo các phòng\nNghệ An; ; Hội trường lớn\nHà Nam", written);
        Assert.Equal(
            [
                new TypedPoint("Cà Mau", new TypedPerson("Võ Minh Thử", "Phó Bí thư"), "Phòng họp số 1", "lãnh đạo các phòng"),
                new TypedPoint("Nghệ An", null, "Hội trường lớn", null),
                new TypedPoint("Hà Nam", null, null, null),
            ],
            ParticipantText.Points(written));
    }

    [Fact]
    public void Semicolon_InsideAPart_DoesNotOpenAnother()
    {
        ConnectionPointMention[] points = [new(Text("Cà Mau"), null, Text("tầng 1; tầng 2"), Text("các ban"))];

        Assert.Equal([new TypedPoint("Cà Mau", null, "tầng 1, tầng 2", "các ban")], ParticipantText.Points(ParticipantText.Of(points)));
    }

    [Fact]
    public void Nobody_IsNoText()
    {
        Assert.Null(ParticipantText.Of(Array.Empty<PersonMention>()));
        Assert.Null(ParticipantText.Of(Array.Empty<ConnectionPointMention>()));
    }

    private static PersonMention Person(string name, string? title) => new(Text(name), title is null ? null : Text(title));

    private static ReadText Text(string text) => new(text, null);
}
