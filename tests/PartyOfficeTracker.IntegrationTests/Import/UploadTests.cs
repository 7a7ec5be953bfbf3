using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Import;

/// <summary>Reports that come in as a file, and texts at the limit of what is taken.</summary>
public abstract class UploadTests(AppHost host) : AppTests(host)
{
    private static int _number;

    [Fact]
    public async Task Docx_Uploaded_IsADraftWithItsTextAndRows()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();

        var review = await UploadAsync(clerk, "báo cáo.docx", Documents.Docx(report));

        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.NotEmpty(review.FindAll("li[id^=row-]"));
        var draft = await DraftAsync(review);
        Assert.Equal(report, draft.Text.Trim());
        Assert.Contains(draft.Rows, r => r.Kind == RowKind.Directive && r.Text.StartsWith("Sắp lại kho lưu trữ", StringComparison.Ordinal));
        Assert.All(draft.Rows, r => Assert.Equal(draft.Text[r.SpanStart..r.SpanEnd], r.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Utf16File_Uploaded_IsRead(bool bigEndian)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        var review = await UploadAsync(clerk, "bai.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(report.ReplaceLineEndings("\r\n"))]);

        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.Equal(report, (await DraftAsync(review)).Text.Trim());
    }

    [Fact]
    public async Task ChosenFile_CountsBeforeTheBox()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();

        var review = await UploadAsync(clerk, "bai.txt", Encoding.UTF8.GetBytes(report), ("Input.Text", "Chữ trong ô"), ("Input.Outlet", "Báo Thử"));

        var draft = await DraftAsync(review);
        Assert.Equal((report, "Báo Thử"), (draft.Text.Trim(), draft.Outlet));
    }

    [Theory]
    [InlineData("macro", "có macro")]
    [InlineData("text", "bị hỏng")]
    [InlineData("archive", "bị hỏng")]
    [InlineData("old", "mật khẩu")]
    [InlineData("empty", "Tệp rỗng")]
    [InlineData("large", "lớn hơn 5 MB")]
    public async Task UnreadableDocx_IsRefusedBesideItsFieldAndWhatWasTypedStays(string file, string said)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var content = file switch
        {
            "macro" => Documents.DocxWithMacro(report),
            "text" => Encoding.UTF8.GetBytes(report),
            "archive" => [0x50, 0x4B, 0x03, 0x04, 1, 2, 3],
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
            "large" => new byte[Source.MaximumTextBytes + 1],
            _ => Array.Empty<byte>(),
        };
        var drafts = await DraftsAsync();

        var page = await UploadAsync(clerk, "bai.docx", content, ("Input.Outlet", "Báo Thử"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(said, page.ErrorOf("Input.File"), StringComparison.Ordinal);
        Assert.Null(page.ErrorOf("Input.Text"));
        Assert.Equal("Báo Thử", page.ValueOf("Input.Outlet"));
        Assert.Equal(drafts, await DraftsAsync());
    }

    [Theory]
    [InlineData("MẬT\n")]
    [InlineData("Độ mật: Tối mật\n")]
    public async Task Docx_WithASecrecyMarking_IsRefusedAndNoDraftHasIt(string marking)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var secret = "Mã riêng " + Guid.NewGuid().ToString("N");
        var drafts = await DraftsAsync();

        var page = await UploadAsync(clerk, "bai.docx", Documents.Docx(marking + Report() + "\n" + secret));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("dấu chỉ độ mật", page.ErrorOf("Input.File"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(drafts, await DraftsAsync());
        Assert.False(await Host.DatabaseAsync(db => db.ImportDrafts.AnyAsync(d => d.Text.Contains(secret))));
    }

    [Fact]
    public async Task TextInAnOldFont_Pasted_IsConverted()
    {
        var clerk = await Host.SignInAsync("chuyenvien");

        var review = await PasteAsync(clerk, "§ång chÝ Phan ThÞ MÉu yªu cÇu c¸c v¨n phßng tØnh ñy rµ so¸t kho l­u tr÷ tr­íc ngµy 20/4/2016.");

        Assert.Equal(
            "Đồng chí Phan Thị Mẫu yêu cầu các văn phòng tỉnh ủy rà soát kho lưu trữ trước ngày 20/4/2016.", (await DraftAsync(review)).Text);
    }

    [Fact]
    public async Task Report_OfTwoDays_GivesBothToTheDraft()
    {
        var review = await PasteAsync(
            await Host.SignInAsync("chuyenvien"),
            "Trong hai ngày 12 và 13/01/2021, Văn phòng Tỉnh ủy Nghệ An tổ chức Hội nghị giao ban công tác văn phòng cấp ủy quý IV/2020.");

        var draft = await DraftAsync(review);
        Assert.Equal((new DateOnly(2021, 1, 12), new DateOnly(2021, 1, 13)), (draft.Date, draft.LastDay));
        Assert.Equal("13/01/2021", review.ValueOf("Head.LastDay"));
    }

    [Fact]
    public async Task Report_OfAConferenceThatWasPutOff_SaysSoOnTheReviewPage()
    {
        var review = await PasteAsync(
            await Host.SignInAsync("chuyenvien"),
            "Hội nghị giao ban công tác văn phòng cấp ủy dự kiến ngày 08/01/2021 được hoãn sang sáng 13/01/2021. Đồng chí Phan Thị Mẫu chủ trì.");

        Assert.Contains("hội nghị đã hoãn hoặc dời ngày", review.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargestText_Pasted_IsTakenWholeAndOneByteMoreIsRefusedBesideItsField()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var largest = report + new string('x', Source.MaximumTextBytes - Encoding.UTF8.GetByteCount(report));
        var drafts = await DraftsAsync();

        var refused = await PasteAsync(clerk, largest + "x");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("vượt quá 5 MB", refused.ErrorOf("Input.Text"), StringComparison.Ordinal);
        Assert.Null(refused.ErrorOf("Input.File"));
        Assert.Equal(drafts, await DraftsAsync());

        var review = await PasteAsync(clerk, largest);
        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.Equal(largest, (await DraftAsync(review)).Text);
    }

    private static async Task<WebPage> UploadAsync(Browser browser, string name, byte[] content, params (string Name, string? Value)[] fields) =>
        await browser.SubmitFilesAsync(await browser.GetPageAsync("/conferences/import"), "#paste", [new FormFile("Input.File", name, content)], fields);

    /// <summary>In parts, as a browser posts a form that takes files.</summary>
    private static async Task<WebPage> PasteAsync(Browser browser, string text)
    {
        var page = await browser.GetPageAsync("/conferences/import");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.Fields(page, "#paste"))
        {
            content.Add(new StringContent(name == "Input.Text" ? text : value), name);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/conferences/import") { Content = content }, follow: true);
    }

    /// <summary>An invented report; each one on a day of its own so that no two are one text.</summary>
    private static string Report()
    {
        var day = new DateOnly(2016, 1, 2).AddDays(Interlocked.Increment(ref _number));
        return $"""
            Văn phòng họp giao ban

            Sáng ngày {day:dd'/'MM'/'yyyy}, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị giao ban công tác quý I. Đồng chí Phan Thị Mẫu, Chánh Văn
              phòng Tỉnh ủy chủ trì hội nghị.

            Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng:
            1. Trả lời đơn thư trong tuần.
            2. Sắp lại kho lưu trữ.
            """.Unwrap();
    }

    private Task<int> DraftsAsync() => Host.DatabaseAsync(db => db.ImportDrafts.CountAsync());

    private Task<ImportDraft> DraftAsync(WebPage review)
    {
        var id = int.Parse(review.Url.Split('/', '?', '#')[3], CultureInfo.InvariantCulture);
        return Host.DatabaseAsync(db => db.ImportDrafts.AsNoTracking().Include(d => d.Rows).SingleAsync(d => d.Id == id));
    }
}

public sealed class UploadOnSqlite(SqliteHost host) : UploadTests(host), IClassFixture<SqliteHost>;

public sealed class UploadOnSqlServer(SqlServerHost host) : UploadTests(host), IClassFixture<SqlServerHost>;
