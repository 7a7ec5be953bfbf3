using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
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
            ("Input.Kind", "Briefing"),
            ("Input.Form", "Online"),
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
    public async Task ConferenceIsFound_ByItsPeoplePointsSourcesAndDay_AndNoLongerByAChairWhoWent()
    {
        var id = await CreateAsync("Họp nghiệp vụ lưu trữ " + Guid.NewGuid(), "17/03/2022");
        var browser = await Host.SignInAsync("chuyenvien");
        await Host.DatabaseAsync(async db =>
        {
            db.AddRange(
                new Chair { ConferenceId = id, Name = "Lò Thị Xuyến", Title = "Phó Chánh Văn phòng" },
                new ConnectionPoint { ConferenceId = id, Place = "Điểm cầu Mường Tè", ChairName = "Giàng A Páo" },
                new Source { ConferenceId = id, Outlet = "Bản tin Nội bộ Khau Vai" });
            await db.SaveChangesAsync();
        });

        foreach (var typed in new[] { "lo thi xuyen", "giang a pao", "muong te", "khau vai", "17/03/2022", "17-3-2022", "17.3" })
        {
            Assert.Contains($"/conferences/{id}", await AddressesAsync(browser, typed));
        }

        Assert.DoesNotContain($"/conferences/{id}", await AddressesAsync(browser, "18/03/2022"));
        await Host.DatabaseAsync(async db =>
        {
            db.RemoveRange(db.Set<Chair>().Where(c => c.ConferenceId == id));
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain($"/conferences/{id}", await AddressesAsync(browser, "lo thi xuyen"));
    }

    [Theory]
    [InlineData("Giao ban tại Bắc Cạn", "Bắc Kạn")]
    [InlineData("Giao ban tại Bắc Kạn", "bac can")]
    [InlineData("Làm việc với TP.HCM", "TPHCM")]
    [InlineData("Làm việc với Thành phố Hồ Chí Minh", "tp.hcm")]
    [InlineData("Quán triệt Nghị quyết 18NQ/TW", "18-NQ/TW")]
    [InlineData("Quán triệt văn bản 18-NQ/TW", "18NQ")]
    [InlineData("Ứng dụng công nghệ thông tin", "CNTT")]
    [InlineData("Tập huấn CNTT", "cong nghe thong tin")]
    [InlineData("Kỳ họp của HĐND", "hội đồng nhân dân")]
    [InlineData("Sắp xếp bộ máy ở Cà Mau", "Bạc Liêu")]
    public async Task AbbreviationsOldNamesAndOtherSpellings_AreFoundByWhatTheyStandFor(string title, string typed)
    {
        var id = await CreateAsync(title + " " + Guid.NewGuid(), "17/03/2022");

        Assert.Contains($"/conferences/{id}", await AddressesAsync(await Host.SignInAsync("chuyenvien"), typed));
    }

    [Fact]
    public async Task Abbreviation_AddedByAnAdministrator_IsSearchedByAtOnce_AndNotOnceItIsRemoved()
    {
        var id = await CreateAsync("Đề tài dân số trẻ " + Guid.NewGuid(), "17/03/2022");
        var (admin, clerk) = (await Host.SignInAsync("quantri"), await Host.SignInAsync("chuyenvien"));

        var added = await admin.SubmitAsync(
            await admin.GetPageAsync("/admin/abbreviations"), "form[action*='handler=Add']", ("Input.Short", "DSTZ"), ("Input.Long", "dân số trẻ"));
        var taken = await admin.SubmitAsync(added, "form[action*='handler=Add']", ("Input.Short", "DSTZ"), ("Input.Long", "khác"));
        var found = await AddressesAsync(clerk, "dstz");
        var row = added.FindAll("tbody tr").Single(r => r.TextContent.Contains("DSTZ", StringComparison.Ordinal));
        await admin.SubmitAsync(added, $"form:has(input[name=id][value='{row.QuerySelector("input[name=id]")!.GetAttribute("value")}'])");

        Assert.Contains("Từ viết tắt này đã có.", taken.MainText, StringComparison.Ordinal);
        Assert.Contains($"/conferences/{id}", found);
        Assert.DoesNotContain($"/conferences/{id}", await AddressesAsync(clerk, "dstz"));
    }

    [Fact]
    public async Task Document_IsFoundHoweverItsNumberIsTyped_WithTheRowsThatCiteIt()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        foreach (var typed in new[] { "48-CT/TW", "48CT", "chi thi so 48" })
        {
            var page = await browser.GetPageAsync("/search?q=" + Uri.EscapeDataString(typed));
            Assert.Contains(page.FindAll("main li a"), a => a.GetAttribute("href")!.StartsWith("/documents/", StringComparison.Ordinal));
        }

        var id = await Host.DatabaseAsync(db => db.Documents.Where(d => d.Number == "48").Select(d => d.Id).FirstAsync());
        var directive = await Host.DatabaseAsync(async db =>
        {
            var row = await db.Rows.Where(r => r.Kind == RowKind.Directive && r.Citations.Count == 0).FirstAsync();
            db.Citations.Add(new Citation { DocumentId = id, ConferenceId = row.ConferenceId, RowId = row.Id, AsPrinted = "Chỉ thị 48-CT/TW" });
            await db.SaveChangesAsync();
            return row.Id;
        });
        var cited = await browser.GetPageAsync("/search?q=48-CT/TW");
        var hit = cited.FindAll("main li").Single(l => l.QuerySelector("a")!.GetAttribute("href") == $"/directives/{directive}");
        Assert.Contains("Viện dẫn Chỉ thị 48-CT/TW", hit.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeWords_StandBeforeLongerOnes_AndAreMarked()
    {
        const string word = "xuyzq";
        var whole = await CreateAsync($"Việc {word} cũ", "01/02/2021");
        var longer = await CreateAsync($"Việc {word}en mới", "01/02/2023");

        var page = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/search?q=" + word);

        Assert.Equal([$"/conferences/{whole}", $"/conferences/{longer}"], page.FindAll("main li a").Select(a => a.GetAttribute("href")));
        Assert.Equal([word, word + "en"], page.FindAll("main li a mark").Select(m => m.TextContent));
    }

    [Theory]
    [InlineData("hòa zqmot", "Việc hoà zqmot", "Việc hóa zqmot")]
    [InlineData("TƯ zqhai", "Đề án của TƯ zqhai", "Vốn đầu tư zqhai")]
    [InlineData("TƯ zqba", "Đề án của trung ương zqba", "Vốn đầu tư zqba")]
    public async Task WhatIsSpeltAsTyped_StandsBeforeWhatIsOnlyLikeIt_HoweverNewThatIs(string typed, string wanted, string alike)
    {
        var first = await CreateAsync(wanted, "01/02/2021");
        var second = await CreateAsync(alike, "01/02/2023");

        Assert.Equal([$"/conferences/{first}", $"/conferences/{second}"], await AddressesAsync(await Host.SignInAsync("chuyenvien"), typed));
    }

    [Theory]
    [InlineData("zqnam hoà")]
    [InlineData("zqnam hòa")]
    public async Task WholeWordsAsTyped_StandBeforeOtherSpellings_AndTheseBeforeWhatOnlyBeginsSo_NewestFirstWithinEach(string typed)
    {
        var name = typed.Replace("zqnam", "zqnam" + Guid.NewGuid().ToString("N")[..6], StringComparison.Ordinal);
        var first = name.Split(' ')[0];
        var begun = await CreateAsync($"{first} hoàn thành", "01/02/2025");
        var begunOld = await CreateAsync($"{first} hoan nghênh", "01/02/2024");
        var whole = await CreateAsync($"{first} văn hóa", "01/02/2023");
        var wholeOld = await CreateAsync($"{first} hoa", "01/02/2022");
        var spelt = await CreateAsync($"{first} hòa nhập", "01/02/2021");
        var speltOld = await CreateAsync($"{first} hoà giải", "01/02/2020");

        Assert.Equal(
            new[] { spelt, speltOld, whole, wholeOld, begun, begunOld }.Select(id => $"/conferences/{id}"),
            await AddressesAsync(await Host.SignInAsync("chuyenvien"), name));
    }

    [Fact]
    public async Task AVenueThatHasTheWordAsTyped_IsShownAndRanksTheHit_AndOneThatIsNoNearerIsNot()
    {
        var near = await CreateAsync("zqsau hoàn thành", "01/02/2021", ("Input.Venue", "Nhà khách Hòa Bình"));
        var begun = await CreateAsync("zqsau hoàn thiện", "01/02/2023", ("Input.Venue", "Nhà khách Hoàng Gia"));

        var page = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/search?q=" + Uri.EscapeDataString("zqsau hòa"));

        Assert.Equal([$"/conferences/{near}", $"/conferences/{begun}"], page.FindAll("main li a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Hòa Bình", page.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Gia", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAbbreviationInCapitals_IsAWholeWord_AndInSmallLettersTheBeginningOfOne()
    {
        var id = await CreateAsync("Họp zqbon trực tuyến", "01/02/2021");
        var browser = await Host.SignInAsync("chuyenvien");

        Assert.DoesNotContain($"/conferences/{id}", await AddressesAsync(browser, "zqbon TƯ"));
        Assert.Contains($"/conferences/{id}", await AddressesAsync(browser, "zqbon tu"));
    }

    [Fact]
    public async Task AConferenceFoundByItsVenue_SaysTheVenue_AndNothingElse()
    {
        var id = await CreateAsync("Họp ở nơi zqlạ", "01/02/2021", ("Input.Venue", "Nhà khách zqxa, số 2"), ("Input.PresenterName", "Nguyễn Văn Zqan"));
        var browser = await Host.SignInAsync("chuyenvien");

        var byVenue = await HitAsync("zqxa");
        var byTitle = await HitAsync("zqla");

        Assert.Equal("zqxa", byVenue.QuerySelector(".muted mark")!.TextContent);
        Assert.DoesNotContain("Zqan", byVenue.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("zqxa", byTitle.TextContent, StringComparison.Ordinal);

        async Task<AngleSharp.Dom.IElement> HitAsync(string typed) => (await browser.GetPageAsync("/search?q=" + typed)).FindAll("main li")
            .Single(l => l.QuerySelector("a")!.GetAttribute("href") == $"/conferences/{id}");
    }

    [Theory]
    [InlineData("Lai Châu", "lai-chau", "Lai Châu", null)]
    [InlineData("lai chau", "lai-chau", "Lai Châu", null)]
    [InlineData("tỉnh Lai Châu", "lai-chau", "Lai Châu", null)]
    [InlineData("ha giang", "ha-giang", "Hà Giang", "Tuyên Quang")]
    [InlineData("Bắc Cạn", "bac-kan", "Bắc Kạn", "Thái Nguyên")]
    public async Task AUnit_IsFoundByItsWholeName_AndOneThatWasMergedSaysWhoTookItsWorkOver(string typed, string code, string name, string? successor)
    {
        var browser = await Host.SignInAsync("chuyenvien");

        var page = await browser.GetPageAsync("/search?q=" + Uri.EscapeDataString(typed));
        var hit = Assert.Single(page.FindAll("main li"), l => l.QuerySelector("a")!.GetAttribute("href")!.StartsWith("/units/", StringComparison.Ordinal));

        Assert.StartsWith("Đơn vị", page.Find("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(($"/units/{code}", name), (hit.QuerySelector("a")!.GetAttribute("href"), hit.QuerySelector("a")!.TextContent));
        Assert.Equal(successor is null ? null : $"Công việc do {successor} tiếp nhận", hit.QuerySelector("div.muted")?.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetPageAsync($"/units/{code}")).Status);
        Assert.Contains(name, await (await browser.Client.GetAsync(new Uri($"/search?as=csv&kind=Unit&q={Uri.EscapeDataString(typed)}", UriKind.Relative)))
            .Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AUnit_IsNotFoundByAPartOfItsName_AndByAProvinceOnlyWhereItIsItsOwn()
    {
        var (clerk, province) = (await Host.SignInAsync("chuyenvien"), await Host.SignInAsync("camau"));

        Assert.DoesNotContain("/units/lai-chau", await AddressesAsync(clerk, "Lai"));
        Assert.DoesNotContain("/units/lai-chau", await AddressesAsync(clerk, "báo cáo Lai Châu"));
        Assert.DoesNotContain("/units/lai-chau", await AddressesAsync(province, "Lai Châu"));
        Assert.Equal(["/units/ca-mau"], (await AddressesAsync(province, "ca mau")).Take(1));
        Assert.Equal(["/units/bac-lieu"], (await AddressesAsync(province, "Bạc Liêu")).Take(1));
    }

    [Fact]
    public async Task AUnitThatWasRenamed_IsFoundByEitherName_AndSaysTheOldOne()
    {
        var code = await Host.DatabaseAsync(async db =>
        {
            var unit = await db.Units.Include(u => u.Names).SingleAsync(u => u.Code == "son-la");
            var day = new DateOnly(2026, 1, 1);
            unit.Names[0].ValidTo = day.AddDays(-1);
            db.Add(new UnitName { UnitId = unit.Id, Name = "Zqtỉnh Mới", Kind = UnitKind.Province, ValidFrom = day });
            await db.SaveChangesAsync();
            return unit.Code;
        });
        Host.Services.GetRequiredService<UnitDirectory>().Forget();
        var browser = await Host.SignInAsync("chuyenvien");

        Assert.Contains($"/units/{code}", await AddressesAsync(browser, "zqtinh moi"));
        var hit = (await browser.GetPageAsync("/search?kind=Unit&q=son+la")).FindAll("main li").Single();
        Assert.Equal(("Zqtỉnh Mới", "Sơn La"), (hit.QuerySelector("a")!.TextContent, hit.QuerySelector("div.muted")!.TextContent));
    }

    [Fact]
    public async Task ADocumentCitedShortly_IsTheOneTheConferenceCitesInFull_AndIsCitedOnce()
    {
        var id = await CreateAsync("Viện dẫn ngắn " + Guid.NewGuid(), "01/02/2021");
        var browser = await Host.SignInAsync("chuyenvien");

        await CiteAsync("Chỉ thị số 9148-CT/TW");
        var page = await CiteAsync("9148CT");
        var other = await CiteAsync("Chỉ thị số 9148-CT/TU");

        Assert.Equal(1, await Host.DatabaseAsync(db => db.Citations.CountAsync(c => c.ConferenceId == id && c.Document!.Symbol == "CT/TW")));
        Assert.Equal(2, await Host.DatabaseAsync(db => db.Documents.CountAsync(d => d.Number == "9148")));
        Assert.True(page.Status is HttpStatusCode.OK && other.Status is HttpStatusCode.OK);

        async Task<WebPage> CiteAsync(string text) =>
            await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "form[action*='Citations']", ("Citations", text));
    }

    private async Task<IEnumerable<string?>> AddressesAsync(Browser browser, string typed) =>
        (await browser.GetPageAsync("/search?q=" + Uri.EscapeDataString(typed))).FindAll("main li a").Select(a => a.GetAttribute("href"));

    private async Task<int> CreateAsync(string title, string day, params (string Name, string Value)[] more)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var saved = await browser.SubmitOnceAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            [
                ("Input.Title", title), ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Date", day),
                ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)), .. more,
            ]);
        Assert.True(saved.IsRedirect, saved.MainText);
        return await Host.DatabaseAsync(db => db.Conferences.Where(c => c.Title == title).Select(c => c.Id).SingleAsync());
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
