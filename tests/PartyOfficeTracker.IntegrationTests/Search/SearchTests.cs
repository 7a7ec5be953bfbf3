using System.Globalization;
using System.Net;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Search;

/// <summary>Marks, tone placement and spelling do not stand between a reader and what is there.</summary>
public abstract class SearchTests(AppHost host) : AppTests(host)
{
    [Theory]
    [InlineData("van phong phuc vu chung", "văn phòng phục vụ chung")]
    [InlineData("uỷ", "ủy")]
    [InlineData("ủy", "ủy")]
    [InlineData("day manh", "Đẩy mạnh")]
    [InlineData("ĐẨY MẠNH", "Đẩy mạnh")]
    [InlineData("48-CT/TW", "48-CT/TW")]
    [InlineData("quí IV", "quý IV")]
    [InlineData("van phong phuc vu chu", "văn phòng phục vụ chung")]
    public async Task Search_FindsWhatItShould(string typed, string found)
    {
        var browser = await Host.SignInAsync("chuyenvien");

        var page = await browser.GetPageAsync("/search?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.FindAll("main li a"), a => a.TextContent.Contains(found, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("khong co dau ca xyz")]
    [InlineData("%")]
    [InlineData("\" OR 1=1 --")]
    public async Task Search_ForWhatIsNotThere_SaysSo(string typed)
    {
        var page = await (await Host.SignInAsync("camau")).GetPageAsync("/search?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.FindAll("main li a"));
        Assert.Contains("Không tìm thấy", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_ThatACollationHoldsEqual_AreSavedTogether_AndFoundUnfinished()
    {
        const string title = "Cuộc họp ﬁn fin ＡＢＣ abc Straße Strasse призыв";
        var browser = await Host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync("/conferences/create");
        var saved = await browser.SubmitOnceAsync(
            page,
            "main form[method=post]",
            ("Input.Title", title),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));

        Assert.True(saved.IsRedirect, saved.MainText);
        foreach (var typed in new[] { "fi", "strass", "straß", "приз", "abc", "ＡＢ" })
        {
            var found = await browser.GetPageAsync("/search?q=" + Uri.EscapeDataString("cuoc hop " + typed));
            Assert.Contains(found.FindAll("main li a"), a => a.TextContent.Contains(title, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task EveryHit_LeadsSomewhere()
    {
        var browser = await Host.SignInAsync("camau");
        var page = await browser.GetPageAsync("/search?q=cong+tac");

        foreach (var address in page.FindAll("main li a").Select(a => a.GetAttribute("href")!).Distinct().Take(10))
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetPageAsync(address)).Status);
        }
    }
}

public sealed class SearchOnSqlite(SeededSqliteHost host) : SearchTests(host), IClassFixture<SeededSqliteHost>;

public sealed class SearchOnSqlServer(SeededSqlServerHost host) : SearchTests(host), IClassFixture<SeededSqlServerHost>;
