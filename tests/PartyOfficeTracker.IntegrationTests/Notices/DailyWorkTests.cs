using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.TestSupport;
using SmtpServer;
using SmtpServer.Storage;

namespace PartyOfficeTracker.IntegrationTests.Notices;

/// <summary>What happens by the calendar alone, and the letters it writes, against an SMTP server of our own.</summary>
public sealed class DailyWorkTests : IAsyncDisposable
{
    /// <summary>The day a recommendation is written.</summary>
    private const string Written = "05/03/2030";

    private static readonly int s_port = FreePort();
    private readonly AppHost _host = AppHost.Create(new AppHostOptions
    {
        Seed = true,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "localhost",
            ["Mail:Port"] = s_port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
            ["Mail:From"] = "giaoban@vanphong.example",
            ["Mail:PublicAddress"] = "https://giaoban.example",
        },
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Digest_NamesWhatIsDue_AndIsReadByAMailParser()
    {
        await DueTomorrowAsync("Rà soát đầu mối");
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 3, 5);

        await DayAsync();

        var letter = Assert.Single(relay.Letters);
        Assert.Contains("việc cần chú ý", letter.Subject, StringComparison.Ordinal);
        Assert.Equal("camau@tinhuy.example", Assert.Single(letter.To.Mailboxes).Address);
        Assert.Contains("Rà soát đầu mối", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("CÒN 1 NGÀY ĐẾN HẠN", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://giaoban.example/my-tasks/", letter.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("hạn 06/03/2030", letter.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_SayWhatWaitsForTheLead_AndWhatWasAnsweredToTheProvince()
    {
        var task = await DueTomorrowAsync("Rà soát quy chế");
        await _host.DatabaseAsync(db => db.Users.Where(u => u.UserName == "lanhdao")
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.Email, "lead@vanphong.example")));
        _host.Clock.SetDay(2030, 3, 5);
        await _host.ReportDoneAsync("camau", task);
        await AnsweredAsync("Cấp kinh phí chuyển đổi số", "88-CV/VPTW");
        await RecommendAsync("Cho dùng chung kho lưu trữ");
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 3, 6);

        await DayAsync();

        var lead = Assert.Single(relay.Letters, l => l.To.Mailboxes.Single().Address == "lead@vanphong.example");
        Assert.Contains("Lãnh đạo Văn phòng nghiệm thu, chờ từ ", lead.TextBody, StringComparison.Ordinal);
        Assert.Contains("KIẾN NGHỊ MỚI CỦA CÁC ĐƠN VỊ (1)\n- Cho dùng chung kho lưu trữ\n", lead.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var province = Assert.Single(relay.Letters, l => l.To.Mailboxes.Single().Address == "camau@tinhuy.example");
        Assert.Contains("Cấp kinh phí chuyển đổi số", province.TextBody, StringComparison.Ordinal);
        Assert.Contains("trả lời tại 88-CV/VPTW", province.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("https://giaoban.example/recommendations/", province.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_OfOneDay_IsDoneOnce_ByTwoNodesAtOnce()
    {
        await DueTomorrowAsync("Báo cáo số liệu");
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 3, 5);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DayAsync()));
        await DayAsync();

        Assert.Single(relay.Letters);
    }

    [Fact]
    public async Task Relay_DownForTwoDays_DelaysTheLetters_AndDoublesNone()
    {
        await DueTomorrowAsync("Sơ kết công tác văn phòng");
        _host.Clock.SetDay(2030, 3, 5);
        await DayAsync();
        Assert.NotNull(await _host.DatabaseAsync(db => db.OutboxMails.Select(m => m.LastError).SingleAsync()));
        _host.Clock.SetDay(2030, 3, 6);
        await DayAsync();
        _host.Clock.SetDay(2030, 3, 7);

        using var relay = new Relay(s_port);
        await DayAsync();
        await DayAsync();

        Assert.Equal(3, relay.Letters.Count);
        Assert.Equal(3, relay.Letters.Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, await _host.DatabaseAsync(db => db.OutboxMails.CountAsync(m => m.SentAt == null)));
    }

    [Fact]
    public async Task DayOff_BringsNoLetter_AndTheNextWorkingDayMakesUpForIt()
    {
        // Due on Tuesday 12/3/2030: three days before is Saturday the 9th.
        await GiveAsync("Chuẩn bị hội nghị", new DateOnly(2030, 3, 12));
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 3, 9);
        await DayAsync();
        Assert.Empty(relay.Letters);

        _host.Clock.SetDay(2030, 3, 11);
        await DayAsync();

        var text = Assert.Single(relay.Letters).TextBody;
        Assert.Contains("CÒN 3 NGÀY ĐẾN HẠN", text, StringComparison.Ordinal);
        Assert.Contains("Chuẩn bị hội nghị", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lateness_ReachesLeadsAfterThreeWorkingDays_TheLeadershipAfterSix_OnceEach()
    {
        var task = await DueTomorrowAsync("Hoàn thành kế hoạch");
        _host.Clock.SetDay(2030, 3, 8);
        await DayAsync();
        Assert.Empty(await LateAsync(task));

        _host.Clock.SetDay(2030, 3, 11);
        await DayAsync();
        Assert.Equal([NoticeKind.LateForLead], await LateAsync(task));

        _host.Clock.SetDay(2030, 3, 14);
        await DayAsync();
        _host.Clock.SetDay(2030, 3, 15);
        await DayAsync();

        Assert.Equal([NoticeKind.LateForLead, NoticeKind.LateForLeadership], await LateAsync(task));
    }

    [Fact]
    public async Task AnUrging_IsInTheLetter_ThoughTheUnitWaitsForTheCentreItself()
    {
        var task = await GiveAsync("Báo cáo kinh phí", new DateOnly(2030, 5, 20));
        await _host.StepAsync("camau", task, new TakeStep { Step = FollowUpStep.RaiseObstacle, Level = DecisionLevel.Secretariat, Reason = "Thiếu kinh phí" });
        await _host.StepAsync("chuyenvien", task, new TakeStep { Step = FollowUpStep.Urge, Reason = "Gửi dự toán" });
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 2, 21);

        await DayAsync();

        var text = Assert.Single(relay.Letters).TextBody;
        Assert.Contains("ĐÔN ĐỐC CHỜ TRẢ LỜI (1)", text, StringComparison.Ordinal);
        Assert.Contains("Báo cáo kinh phí", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_RefuseWhatIsNoAddress_AndSwitchTheLetterOff()
    {
        await DueTomorrowAsync("Kiểm tra hồ sơ");
        var browser = await _host.SignInAsync("camau");
        var refused = await browser.SubmitAsync(await browser.GetPageAsync("/account/notices"), "main form", ("Input.Email", "không phải địa chỉ"));
        Assert.Contains("Địa chỉ thư điện tử không đúng.", refused.MainText, StringComparison.Ordinal);

        await _host.DatabaseAsync(db => db.Users.Where(u => u.UserName == "camau").ExecuteUpdateAsync(s => s.SetProperty(u => u.WantsDigest, false)));
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 3, 5);
        await DayAsync();

        Assert.Empty(relay.Letters);
    }

    [Fact]
    public async Task Health_SaysWhatWaitsForARelay_AndTheTestLetterGivesTheRelaysOwnAnswer()
    {
        await DueTomorrowAsync("Tổng hợp kiến nghị");
        _host.Clock.SetDay(2030, 3, 5);
        await DayAsync();
        _host.Clock.SetDay(2030, 3, 6);
        var admin = await _host.SignInAsync("quantri");
        await admin.SubmitAsync(await admin.GetPageAsync("/account/notices"), "main form", ("Input.Email", "quantri@vanphong.example"));

        var stuck = await admin.GetPageAsync("/admin/health");
        var refused = await admin.SubmitAsync(stuck, "form[action*='handler=Test']");
        var degraded = await _host.Browser().Client.GetStringAsync(new Uri("/health/mail", UriKind.Relative));
        using var relay = new Relay(s_port);
        var sent = await admin.SubmitAsync(await admin.GetPageAsync("/admin/health"), "form[action*='handler=Test']");
        await DayAsync();
        var healthy = await _host.Browser().Client.GetStringAsync(new Uri("/health/mail", UriKind.Relative));

        Assert.Contains("1 thư, cũ nhất từ", stuck.MainText, StringComparison.Ordinal);
        Assert.Contains("Máy chủ thư không nhận:", refused.MainText, StringComparison.Ordinal);
        Assert.Contains("Đã gửi thư thử tới quantri@vanphong.example.", sent.MainText, StringComparison.Ordinal);
        var test = relay.Letters.Single(m => m.To.Mailboxes.Any(t => t.Address.StartsWith("quantri", StringComparison.Ordinal)));
        Assert.Equal("Giao ban: thư thử", test.Subject);
        Assert.Equal(("Degraded", "Healthy"), (degraded, healthy));
    }

    [Fact]
    public async Task Letters_ThatWereSent_GoAfterAQuarter()
    {
        await DueTomorrowAsync("Rà soát quy chế");
        using var relay = new Relay(s_port);
        _host.Clock.SetDay(2030, 3, 5);
        await DayAsync();
        var first = await _host.DatabaseAsync(db => db.OutboxMails.Select(m => m.Id).SingleAsync());

        _host.Clock.SetDay(2030, 6, 10);
        await DayAsync();

        Assert.False(await _host.DatabaseAsync(db => db.OutboxMails.AnyAsync(m => m.Id == first)));
    }

    private Task<int> DueTomorrowAsync(string words) => GiveAsync(words, new DateOnly(2030, 3, 6));

    /// <summary>A task of Cà Mau, whose account has an address; what it had before is closed to the letter.</summary>
    private async Task<int> GiveAsync(string words, DateOnly due)
    {
        _host.Clock.SetDay(2030, 2, 20);
        await _host.DatabaseAsync(db => db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.Email, (string?)null)));
        var (_, task) = await _host.GiveAsync("ca-mau", words, due);
        var browser = await _host.SignInAsync("camau");
        await browser.SubmitAsync(await browser.GetPageAsync("/account/notices"), "main form", ("Input.Email", "camau@tinhuy.example"));
        return task;
    }

    /// <summary>A recommendation Cà Mau wrote, and its answer, both today.</summary>
    private async Task AnsweredAsync(string words, string document)
    {
        var written = await RecommendAsync(words);
        var clerk = await _host.SignInAsync("chuyenvien");
        await clerk.SubmitAsync(
            await clerk.GetPageAsync(written.Url), "#answer form",
            ("Input.AnsweringDocument", document), ("Input.AnsweredOn", Written), ("Input.Answer", "Đồng ý."));
    }

    private async Task<WebPage> RecommendAsync(string words)
    {
        var province = await _host.SignInAsync("camau");
        return await province.SubmitAsync(
            await province.GetPageAsync("/recommendations/create"), "main form", ("Input.Text", words),
            ("Input.SubmittedTo", "Văn phòng Trung ương Đảng"), ("Input.WrittenOn", Written));
    }

    /// <summary>One look at the work of the day and one at the outbox, as a node does every minute.</summary>
    private async Task DayAsync()
    {
        await _host.RunAsync(services => services.GetRequiredService<DailyWork>().RunAsync(default));
        await _host.RunAsync(services => services.GetRequiredService<MailSender>().SendDueAsync(default));
    }

    private Task<List<NoticeKind>> LateAsync(int task) => _host.DatabaseAsync(db => db.Notices
        .Where(n => n.AssignmentId == task && (n.Kind == NoticeKind.LateForLead || n.Kind == NoticeKind.LateForLeadership))
        .Select(n => n.Kind).Distinct().OrderBy(k => k).ToListAsync());

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A real SMTP server that keeps what it takes.</summary>
    private sealed class Relay : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _running;

        public Relay(int port)
        {
            var services = new SmtpServer.ComponentModel.ServiceProvider();
            services.Add(new Store(Letters));
            var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Port(port, isSecure: false)).Build();
            _running = new SmtpServer.SmtpServer(options, services).StartAsync(_end.Token);
        }

        public ConcurrentBag<MimeMessage> Letters { get; } = [];

        public void Dispose()
        {
            _end.Cancel();
            _running.ContinueWith(_ => { }, TaskScheduler.Default).Wait(TimeSpan.FromSeconds(5));
            _end.Dispose();
        }
    }

    private sealed class Store(ConcurrentBag<MimeMessage> letters) : MessageStore
    {
        public override async Task<SmtpServer.Protocol.SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, System.Buffers.ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(System.Buffers.BuffersExtensions.ToArray(buffer));
            letters.Add(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpServer.Protocol.SmtpResponse.Ok;
        }
    }
}
