using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Jobs;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>One task on its way from the order to the accepted result, and everywhere its people are told of it.</summary>
public sealed class FollowUpTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private const string Words = "Báo cáo việc sắp xếp kho lưu trữ";

    [Fact]
    public async Task ATask_IsReportedReturnedAnsweredAndUrged_AndInboxLetterAndCalendarTellOfIt()
    {
        host.App.Clock.SetDay(2030, 3, 5);
        var unit = await host.SignInAsync("nghean", 390, 844);
        var clerk = await host.SignInAsync("chuyenvien");
        var directive = await GiveAsync(clerk);
        var address = await TaskOfAsync(directive, "nghe-an");

        await ReportAsync(unit, address, "Đã sắp xếp 3 kho.", "31-BC/VPTU");
        var lead = await host.SignInAsync("lanhdao");
        await OpenNoticeAsync(lead, "chờ nghiệm thu");
        await lead.FillAsync("[name='Decision.Reason']", "Chưa kèm danh mục.");
        await lead.ClickAsync("button[value=Returned]");

        await OpenNoticeAsync(unit, "Chưa kèm danh mục.");
        await Assertions.Expect(unit.Locator("article.report").First).ToContainTextAsync("Chưa kèm danh mục.");
        await ReportAsync(unit, address, "Đã gửi danh mục.", "32-BC/VPTU");
        await lead.GotoAsync(address);
        await lead.ClickAsync("button[value=Accepted]");
        await OpenNoticeAsync(unit, "được nghiệm thu");
        await Assertions.Expect(unit.Locator(".page-head")).ToContainTextAsync("Hoàn thành");

        await UrgeAllAsync(clerk, directive);
        var other = await host.SignInAsync("camau");
        await other.GotoAsync("/account/notices");
        await other.FillAsync("[name='Input.Email']", "camau@tinhuy.example");
        await other.Locator("main form").First.Locator(".btn-primary").ClickAsync();
        await other.ClickAsync("button[formaction*='Calendar']");
        var calendar = new Uri(await other.InputValueAsync("#calendar-address")).AbsolutePath;
        await OpenNoticeAsync(other, "Đề nghị báo cáo trong tuần.");

        Assert.Equal(await TaskOfAsync(directive, "ca-mau"), new Uri(other.Url).AbsolutePath);
        var feed = await (await other.APIRequest.GetAsync(host.Address + calendar)).TextAsync();
        Assert.Contains(Words, feed.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var letter = await MorningLetterAsync("camau@tinhuy.example");
        Assert.Contains(Words, letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("ĐÔN ĐỐC", letter.TextBody, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task ReportAsync(IPage unit, string address, string words, string number)
    {
        await unit.GotoAsync(address);
        await unit.FillAsync("#Input_Text", words);
        await unit.FillAsync("#Input_Percent", "100");
        await unit.FillAsync("#Input_DocumentNumber", number);
        await unit.FillAsync("#Input_DocumentDate", "04/03/2030");
        await unit.SetInputFilesAsync(
            "#Input_File", new FilePayload { Name = "danh mục.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF"u8.ToArray() });
        await unit.ClickAsync("text=Gửi báo cáo");
        await Assertions.Expect(unit.Locator("[role=status]")).ToContainTextAsync("Đã ghi báo cáo");
    }

    /// <summary>The badge says that there is something, the inbox says what, and the entry leads to the task.</summary>
    private static async Task OpenNoticeAsync(IPage page, string said)
    {
        await page.GotoAsync("/");
        await page.ClickAsync("header a[href='/inbox']");
        await page.Locator(".inbox li.is-unread").Filter(new LocatorFilterOptions { HasText = said }).Filter(new LocatorFilterOptions { HasText = Words })
            .First.Locator("a.inbox-what").ClickAsync();
        await page.ArriveAsync("**/my-tasks/**");
    }

    private static async Task UrgeAllAsync(IPage clerk, int directive)
    {
        await clerk.GotoAsync($"/directives/{directive}");
        await clerk.ClickAsync("button[value=urge]");
        await clerk.FillAsync("#Input_Reason", "Đề nghị báo cáo trong tuần.");
        await clerk.ClickAsync("main form .btn-primary");
        await Assertions.Expect(clerk.Locator("[role=status]")).ToContainTextAsync("/6");
    }

    /// <summary>A directive of a published conference, given by the clerk to every province in one action after seeing what it will do.</summary>
    private async Task<int> GiveAsync(IPage clerk)
    {
        await host.App.AsAsync<MinutesService, Result<int>>("chuyenvien", (minutes, actor) => minutes.AddAsync(actor, 4, new AddRows
        {
            Kind = RowKind.Directive,
            Text = Words,
            DeadlineKind = DeadlineKind.Fixed,
            DueOn = new DateOnly(2030, 3, 12),
        }, default));
        var id = await host.App.DatabaseAsync(db => db.Rows.Where(r => r.Text == Words).Select(r => r.Id).SingleAsync());
        await clerk.GotoAsync($"/directives/{id}");
        await clerk.ClickAsync("a[href*='/assign?directive=']");
        await clerk.SelectOptionAsync("[name='Input.Items[0].Class']", "AllProvincial");
        await clerk.ClickAsync("#assign [formaction*='Preview']");
        await Assertions.Expect(clerk.Locator("#plan")).ToContainTextAsync("đơn vị");
        await clerk.ClickAsync("#assign .btn-primary");
        await clerk.Locator("[role=status]").WaitForAsync();
        return id;
    }

    private Task<string> TaskOfAsync(int directive, string unit) => host.App.DatabaseAsync(async db =>
        $"/my-tasks/{await db.Assignments.Where(a => a.DirectiveId == directive && a.GivenTo!.Code == unit).Select(a => a.Id).SingleAsync()}");

    /// <summary>The next morning's letter, out of the folder letters are put in while there is no relay.</summary>
    private async Task<MimeMessage> MorningLetterAsync(string to)
    {
        host.App.Clock.SetDay(2030, 3, 6);
        await host.App.RunAsync(services => services.GetRequiredService<DailyWork>().RunAsync(default));
        await host.App.RunAsync(services => services.GetRequiredService<MailSender>().SendDueAsync(default));
        var letters = Directory.EnumerateFiles(host.App.Folder, "*.eml", SearchOption.AllDirectories).Select(file => MimeMessage.Load(file));
        return Assert.Single(letters, letter => letter.To.Mailboxes.Any(box => box.Address == to));
    }
}
