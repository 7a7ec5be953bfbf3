using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Papers;

/// <summary>The minutes of a conference as a Word file: everything recorded, in the form such papers have; on the demo data.</summary>
public abstract class MinutesExportTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task Minutes_SayEverythingRecorded_AndEndWithTwoSignatures()
    {
        var id = await ConferenceAsync();
        var conference = await Host.DatabaseAsync(db => db.Conferences.AsNoTracking()
            .Include(c => c.Rows).Include(c => c.Chairs).Include(c => c.ConnectionPoints).AsSplitQuery().SingleAsync(c => c.Id == id));

        using var word = await MinutesAsync(await Host.SignInAsync("camau"), id);
        var text = word.MainDocumentPart!.Document!.InnerText;

        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.NotEmpty(conference.Rows);
        Assert.All(conference.Rows, row => Assert.Contains(row.Text.Replace("\n", "", StringComparison.Ordinal), text, StringComparison.Ordinal));
        Assert.All(conference.Chairs, chair => Assert.Contains("- " + chair.Name, text, StringComparison.Ordinal));
        Assert.All(conference.ConnectionPoints, point => Assert.Contains("- " + point.Place, text, StringComparison.Ordinal));
        Assert.All(
            conference.Rows.Where(r => r.DueOn is not null),
            row => Assert.Contains("Thời hạn: " + DayText.ToText(row.DueOn!.Value), text, StringComparison.Ordinal));
        string[] parts =
        [
            "VĂN PHÒNG TRUNG ƯƠNG", "ĐẢNG CỘNG SẢN VIỆT NAM", "BIÊN BẢN", conference.Title, "THỜI GIAN, ĐỊA ĐIỂM", "THÀNH PHẦN", "NỘI DUNG",
            "KẾT LUẬN, CHỈ ĐẠO", "THƯ KÝ", "CHỦ TRÌ",
        ];
        var places = parts.Select(p => text.LastIndexOf(p, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain("(Dự thảo,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_AreOnA4_WithTheMarginsAndTheTypeOfOfficialPapers()
    {
        using var word = await MinutesAsync(await Host.SignInAsync("thuongtruc"), await ConferenceAsync());

        var margins = word.MainDocumentPart!.Document!.Descendants<PageMargin>().Single();
        var type = word.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        int Millimetres(long twips) => (int)Math.Round(twips * 25.4 / 1440);
        Assert.Equal(
            (20, 20, 30, 15),
            (Millimetres(margins.Top!.Value), Millimetres(margins.Bottom!.Value), Millimetres(margins.Left!.Value), Millimetres(margins.Right!.Value)));
        Assert.Equal(("Times New Roman", "28"), (type.RunFonts!.Ascii!.Value, type.FontSize!.Val!.Value));
    }

    [Fact]
    public async Task Minutes_AreVietnamese_OnAnEnglishScreen()
    {
        var browser = await Host.SignInAsync("thuongtruc");
        await browser.SubmitAsync(await browser.GetPageAsync("/conferences"), "form[action='/language'] button");
        var page = await browser.GetPageAsync("/conferences");

        using var word = await MinutesAsync(browser, await ConferenceAsync());

        Assert.Equal("Conferences", page.Title);
        Assert.Contains("KẾT LUẬN, CHỈ ĐẠO", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraft_LeavesTheHouseByTheHandOfItsWritersAlone()
    {
        var id = await ConferenceAsync();
        await Host.DatabaseAsync(async db =>
        {
            (await db.Conferences.SingleAsync(c => c.Id == id)).Reopen("thử");
            await db.SaveChangesAsync();
        });
        var answers = new Dictionary<string, HttpStatusCode>(StringComparer.Ordinal);
        var (clerk, leadership) = (await Host.SignInAsync("chuyenvien"), await Host.SignInAsync("thuongtruc"));
        foreach (var user in new[] { "thuongtruc", "kiemtra", "camau" })
        {
            foreach (var format in new[] { "docx", "xlsx", "csv", "print" })
            {
                answers[user + " " + format] = (await (await Host.SignInAsync(user)).GetOnceAsync($"/conferences/{id}?as={format}")).Status;
            }
        }

        var offered = await leadership.GetPageAsync($"/conferences/{id}");
        using var draft = await MinutesAsync(clerk, id);
        await Host.DatabaseAsync(async db =>
        {
            (await db.Conferences.SingleAsync(c => c.Id == id)).Publish(Host.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });

        Assert.All(
            answers,
            a => Assert.Equal(a.Key.StartsWith("camau", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, a.Value));
        Assert.Empty(offered.FindAll(".paper a"));
        Assert.Contains("(Dự thảo, chưa công bố)", draft.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    private Task<int> ConferenceAsync() => Host.DatabaseAsync(db => db.Conferences
        .Where(c => c.State == ConferenceState.Published && c.Organiser!.Code == "vptw").OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());

    private static async Task<WordprocessingDocument> MinutesAsync(Browser browser, int id)
    {
        var answer = await browser.Client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/conferences/{id}?as=docx"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("bien-ban-", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        return WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
    }
}

public sealed class MinutesExportsOnSqlite(SeededSqliteHost host) : MinutesExportTests(host), IClassFixture<SeededSqliteHost>;

public sealed class MinutesExportsOnSqlServer(SeededSqlServerHost host) : MinutesExportTests(host), IClassFixture<SeededSqlServerHost>;
