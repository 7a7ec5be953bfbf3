using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Import;

/// <summary>A pasted report becomes a draft beside its text, and a conference when the clerk says so.</summary>
public abstract class ImportTests(AppHost host) : AppTests(host)
{
    private static int _number;

    [Fact]
    public async Task Report_PastedReviewedAndTakenOver_IsAConferenceWhoseRowsAreSpansOfItsSource()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());

        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.NotEmpty(review.FindAll("mark[id^=span-]"));
        Assert.NotEmpty(review.FindAll("li[id^=row-]"));
        var shown = await TakeOverAsync(clerk, review);
        var id = Id(shown);

        var conference = await Host.DatabaseAsync(
            db => db.Conferences.AsNoTracking().Include(c => c.Sources).Include(c => c.Chairs).Include(c => c.Rows).SingleAsync(c => c.Id == id));
        var source = Assert.Single(conference.Sources);
        Assert.Equal(await Host.UnitIdAsync("bnctw"), conference.OrganiserId);
        Assert.Contains(conference.Rows, r => r.Kind.IsFinding());
        Assert.Contains(conference.Rows, r => r.Kind == RowKind.Directive);
        Assert.All(conference.Rows.Where(r => r.Kind.IsFinding()), r => Assert.Equal(source.Text![r.SpanStart!.Value..r.SpanEnd!.Value], r.Text));
        Assert.All(conference.Rows.Where(r => r.Kind == RowKind.Directive), r => Assert.Equal(source.Text![r.SpanStart!.Value..r.SpanEnd!.Value], r.Text));
        Assert.Empty((await clerk.GetPageAsync("/conferences/import")).FindAll($"a[href='{new Uri("http://x" + review.Url).AbsolutePath}']"));

        var place = shown.FindAll("a[href*='/sources/'][href*='from=']")[0];
        var found = await clerk.GetPageAsync(place.GetAttribute("href")!.Split('#')[0]);
        Assert.Contains(conference.Rows.Select(r => r.Text), t => t == found.Find("mark#span")!.TextContent);
    }

    [Fact]
    public async Task WithoutScript_EveryActKeepsWhatIsTypedInTheHead_AndSavingItEndsThat()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var row = review.FindAll("li[id^=row-]")[0].Id!;
        (string, string?)[] head = [("Head.Title", "Tên đang gõ dở"), ("Head.Date", "31/02/2021"), ("Head.Chairs", "Trần Văn Gõ, Chánh Văn phòng")];

        var added = await clerk.SubmitAsync(review, "noscript button[formaction*='handler=New']", [.. head, ("New.Text", "Dòng gõ thêm")]);
        Kept(added);
        Assert.Contains("Dòng gõ thêm", added.MainText, StringComparison.Ordinal);
        var refused = await clerk.SubmitAsync(added, "noscript button[formaction*='handler=New']", [.. head, ("New.Text", "")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Kept(refused);
        var aside = await clerk.SubmitAsync(added, $"#{row} noscript button[name=action]", head);
        Kept(aside);
        Assert.Contains("is-aside", aside.Find("#" + row)!.ClassName, StringComparison.Ordinal);
        var open = await clerk.SubmitAsync(aside, $"#{row} noscript button[formaction*='handler=Open']", head);
        Kept(open);
        Assert.True(open.Find("#head-form fieldset")!.HasAttribute("disabled"));
        var edited = await clerk.SubmitAsync(open, "#edit", ("Input.Text", "Dòng sửa không cần kịch bản"));
        Kept(edited);
        var merged = await clerk.SubmitAsync(edited, $"#{row} noscript button[value=Merge]", head);
        var undone = await clerk.SubmitAsync(merged, "noscript button[formaction*='handler=Undo']", head);
        Kept(undone);

        var saved = await clerk.SubmitAsync(undone, "#head-form", ("Head.Title", "Tên đã lưu"), ("Head.Date", "12/01/2021"));
        Assert.Equal("Tên đã lưu", saved.ValueOf("Head.Title")!.Trim());
        Assert.Equal("Tên đã lưu", (await clerk.GetPageAsync(new Uri("http://x" + saved.Url).AbsolutePath + "?typed=true")).ValueOf("Head.Title")!.Trim());

        static void Kept(WebPage page) => Assert.Equal(
            ("Tên đang gõ dở", "31/02/2021", "Trần Văn Gõ, Chánh Văn phòng"),
            (page.ValueOf("Head.Title")!.Trim(), page.ValueOf("Head.Date"), page.ValueOf("Head.Chairs")!.Trim()));
    }

    [Fact]
    public async Task SeveralRowsOfTheReview_AreChangedAtOnce_AndTakenBackAsOne()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var address = new Uri("http://x" + review.Url).AbsolutePath;
        var draft = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        var rows = review.FindAll("[data-pick]").Take(2).Select(b => int.Parse(b.GetAttribute("value")!, CultureInfo.InvariantCulture)).ToList();
        var before = await StateAsync();
        var unit = await Host.UnitIdAsync("ca-mau");

        var unnamed = await BulkAsync(("Bulk.Act", "Addressee"), ("Bulk.Addressee", "OneUnit"));
        await BulkAsync(("Bulk.Act", "Kind"), ("Bulk.Kind", "Obstacle"));
        await BulkAsync(("Bulk.Act", "Addressee"), ("Bulk.Addressee", "OneUnit"), ("Bulk.AddresseeUnitId", unit.ToString(CultureInfo.InvariantCulture)));
        var discarded = await BulkAsync(("Bulk.Act", "Discard"));
        var after = await StateAsync();
        for (var i = 0; i < 3; i++)
        {
            discarded = await clerk.SubmitAsync(discarded, "#undo-form");
        }

        Assert.Equal(HttpStatusCode.BadRequest, unnamed.Status);
        Assert.Equal(2, unnamed.FindAll("[data-pick][checked]").Count);
        Assert.Contains("Chọn đơn vị", unnamed.Find("#bulk [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([$"Obstacle OneUnit {unit} False", $"Obstacle OneUnit {unit} False"], after);
        Assert.Equal(before, await StateAsync());

        async Task<WebPage> BulkAsync(params (string Name, string? Value)[] fields) => await clerk.SubmitAsync(
            await clerk.GetPageAsync(address), "#bulk", [.. fields, .. rows.Select(r => ("Bulk.Rows", (string?)r.ToString(CultureInfo.InvariantCulture)))]);

        Task<List<string>> StateAsync() => Host.DatabaseAsync(async db =>
            (await db.ImportRows.AsNoTracking().Where(r => r.DraftId == draft && rows.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync())
                .ConvertAll(r => $"{r.Kind} {r.Addressee} {r.AddresseeUnitId} {r.IsAccepted}"));
    }

    [Fact]
    public async Task Source_OnTheReviewPage_IsWholeAndInOrder()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();

        var review = await PasteAsync(clerk, report);

        Assert.Equal(report, review.Find(".import-text")!.TextContent);
    }

    [Fact]
    public async Task Row_DiscardedAcceptedAndMoved_IsSavedInTheDraft()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var row = review.FindAll("li[id^=row-]")[0].Id!;

        review = await clerk.SubmitAsync(review, $"#{row} button[value=Discard]");
        Assert.NotNull(review.Find($"#{row}.is-aside"));
        review = await clerk.SubmitAsync(review, $"#{row} button[value=Accept]");
        Assert.Null(review.Find($"#{row}.is-aside"));
        review = await clerk.SubmitAsync(review, $"#{row} button[value=Move]", ("kind", "Remark"));

        Assert.Equal("Remark", (await RowsAsync(DraftId(review))).Single(r => "row-" + Text(r.Id) == row).Kind.ToString());
        Assert.NotNull(review.Find($"#{row} a[autofocus]"));
    }

    [Fact]
    public async Task Row_Edited_KeepsEverythingTypedAndTakesItToTheConference()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var row = (await RowsAsync(DraftId(review))).First(r => r.Kind == RowKind.Directive);
        var unit = await Host.UnitIdAsync("ca-mau");

        var edited = await EditRowAsync(
            clerk, DraftId(review), row.Id, ("Input.Addressee", "OneUnit"), ("Input.AddresseeUnitId", Text(unit)), ("Input.DeadlineKind", "Fixed"),
            ("Input.DueOn", "15/3/2030"), ("Input.Number", "1a"));
        Assert.Equal(HttpStatusCode.OK, edited.Status);
        var conference = Id(await TakeOverAsync(clerk, edited));

        var directive = await Host.DatabaseAsync(
            db => db.Rows.AsNoTracking().SingleAsync(d => d.Kind == RowKind.Directive && d.ConferenceId == conference && d.Number == "1a"));
        Assert.Equal((Addressee.OneUnit, unit), (directive.Addressee, directive.AddresseeUnitId));
        Assert.Equal(new DateOnly(2030, 3, 15), directive.DueOn);
    }

    [Theory]
    [InlineData("Input.Text", "", "Input.Text")]
    [InlineData("Input.DeadlineKind", "Fixed", "Input.DueOn")]
    [InlineData("Input.DueOn", "31/02/2030", "Input.DueOn")]
    [InlineData("Input.Addressee", "OneUnit", "Input.AddresseeUnitId")]
    [InlineData("Input.Text", "Độ mật: Mật\nNội dung", "Input.Text")]
    public async Task Row_EditedWrongly_SaysSoBesideTheField(string field, string value, string wrong)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var draft = DraftId(await PasteAsync(clerk, Report()));
        var row = (await RowsAsync(draft)).First(r => r.Kind == RowKind.Directive);

        (string Name, string? Value)[] plain = [("Input.DueOn", ""), ("Input.DeadlineKind", "Missing")];
        var page = await EditRowAsync(clerk, draft, row.Id, [.. plain.Where(f => f.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf(wrong));
        Assert.Equal(row.Text, (await RowsAsync(draft)).Single(r => r.Id == row.Id).Text);
    }

    [Fact]
    public async Task Passage_WithoutARow_BecomesOneAtItsPlaceAndWordsOfNobodyAreRefused()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var draft = DraftId(review);

        var added = await clerk.SubmitAsync(review, "#new-row", ("New.Text", "Đồng chí Trần Văn Mẫu,  Phó Trưởng Ban"), ("New.Kind", "Remark"));
        var refused = await clerk.SubmitAsync(added, "#new-row", ("New.Text", "Chữ không có trong bài"), ("New.Kind", "Remark"));

        var row = (await RowsAsync(draft)).Single(r => r.Kind == RowKind.Remark);
        Assert.Equal("Đồng chí Trần Văn Mẫu, Phó Trưởng Ban", row.Text);
        await AssertSpansAsync(draft);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.ErrorOf("New.Text"));
        Assert.Equal("Chữ không có trong bài", refused.ValueOf("New.Text"));
    }

    [Fact]
    public async Task ChairsPointsAndDocuments_Corrected_AreThoseOfTheConference()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        Assert.Equal("Trần Văn Mẫu, Phó Trưởng Ban Nội chính Trung ương", review.ValueOf("Head.Chairs")?.Trim());
        Assert.Contains("27-CT/TW", review.ValueOf("Head.Documents"), StringComparison.Ordinal);

        var conference = Id(await TakeOverAsync(
            clerk,
            review,
            ("Head.Chairs", "Trần Văn Mẫu, Phó Trưởng Ban\nLê Thị Bình, Ủy viên, Vụ trưởng"),
            ("Head.Points", "Cà Mau; Võ Minh Tâm, Phó Bí thư; Phòng họp số 1; lãnh đạo các phòng"),
            ("Head.Documents", "Chỉ thị số 27-CT/TW\nKết luận số 10-KL/TW")));

        var found = await Host.DatabaseAsync(
            db => db.Conferences.AsNoTracking().Include(c => c.Chairs).Include(c => c.ConnectionPoints).Include(c => c.Citations)
                .SingleAsync(c => c.Id == conference));
        Assert.Equal(
            ["Trần Văn Mẫu|Phó Trưởng Ban", "Lê Thị Bình|Ủy viên, Vụ trưởng"], found.Chairs.OrderBy(c => c.Position).Select(c => c.Name + "|" + c.Title));
        var point = Assert.Single(found.ConnectionPoints);
        Assert.Equal(("Cà Mau", "Võ Minh Tâm", "Phó Bí thư", "Phòng họp số 1", "lãnh đạo các phòng"),
            (point.Place, point.ChairName, point.ChairTitle, point.Room, point.Attendance));
        Assert.Equal(await Host.UnitIdAsync("ca-mau"), point.UnitId);
        Assert.Equal(2, found.Citations.Count);
        Assert.NotNull(found.Citations.Single(c => c.AsPrinted.Contains("27-CT/TW", StringComparison.Ordinal)).RowId);
    }

    [Fact]
    public async Task Rows_OfAReport_CarryTheFieldTheirWordsSpeakOf()
    {
        var clerk = await Host.SignInAsync("chuyenvien");

        var draft = DraftId(await PasteAsync(clerk, Report()));

        var names = await Host.DatabaseAsync(
            db => db.ImportRows.Where(r => r.DraftId == draft && r.FieldOfWorkId != null)
                .Select(r => db.FieldsOfWork.Single(f => f.Id == r.FieldOfWorkId).Name + ": " + r.Text).ToListAsync());
        Assert.Contains(names, n => n.StartsWith("Tiếp dân, đơn thư: công tác tiếp dân", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row_SplitAndMergedAgain_KeepsTheWordsOfItsSpan()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var draft = DraftId(review);
        var before = await RowsAsync(draft);
        var row = before.First(r => r.Text.Contains(' ', StringComparison.Ordinal));
        var cut = row.Text.IndexOf(' ', row.Text.Length / 2);

        review = await EditRowAsync(clerk, draft, row.Id, ("Input.IsSplit", "true"), ("Input.Text", row.Text[..cut] + "\r\n" + row.Text[(cut + 1)..]));
        var split = await RowsAsync(draft);
        Assert.Equal(before.Count + 1, split.Count);
        await AssertSpansAsync(draft);
        Assert.Equal(row.Text[..cut], split.Single(r => r.Id == row.Id).Text);

        await clerk.SubmitAsync(review, $"#row-{row.Id} button[value=Merge]");
        Assert.Equal(before.Count, (await RowsAsync(draft)).Count);
        Assert.Equal(row.Text, (await RowsAsync(draft)).Single(r => r.Id == row.Id).Text);
        await AssertSpansAsync(draft);
    }

    [Fact]
    public async Task Row_SplitAndMerged_IsTakenBackStepByStep()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var draft = DraftId(review);
        var before = await TextsAsync(draft);
        var row = (await RowsAsync(draft)).First(r => r.Text.Contains(' ', StringComparison.Ordinal));
        var cut = row.Text.IndexOf(' ', row.Text.Length / 2);
        review = await EditRowAsync(clerk, draft, row.Id, ("Input.IsSplit", "true"), ("Input.Text", row.Text[..cut] + "\r\n" + row.Text[(cut + 1)..]));
        var split = await TextsAsync(draft);
        var merged = await clerk.SubmitAsync(review, $"#row-{row.Id} button[value=Merge]");
        Assert.Equal(before, await TextsAsync(draft));

        var back = await clerk.SubmitAsync(merged, "[data-undo]");
        Assert.Contains("Đã hoàn tác", back.MainText, StringComparison.Ordinal);
        Assert.Equal(split, await TextsAsync(draft));
        await AssertSpansAsync(draft);

        await clerk.SubmitAsync(back, "[data-undo]");
        Assert.Equal(before, await TextsAsync(draft));
        await AssertSpansAsync(draft);
    }

    [Fact]
    public async Task Report_ThrownAway_ComesBackWithItsRowsAndItsText()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var review = await PasteAsync(clerk, report);
        var draft = DraftId(review);
        var before = await TextsAsync(draft);

        await clerk.SubmitAsync(review, "form[action*='handler=Discard']");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetPageAsync($"/conferences/import/{draft}")).Status);
        var trash = await clerk.GetPageAsync("/conferences/deleted");
        var step = trash.FindAll("tbody tr [name=step]").Max(i => int.Parse(i.GetAttribute("value")!, CultureInfo.InvariantCulture));
        var back = await clerk.SubmitAsync(trash, $"form:has([value='{Text(step)}'])");

        Assert.Equal(report, back.Find(".import-text")!.TextContent);
        Assert.Equal(before, await TextsAsync(DraftId(back)));
    }

    [Theory]
    [InlineData("MẬT\n")]
    [InlineData("Độ mật: Tối mật\n")]
    public async Task Text_WithASecrecyMarking_IsRefusedAndStandsInNoTable(string marking)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var secret = "Mã riêng " + Guid.NewGuid().ToString("N");
        var counts = await CountsAsync();

        var page = await PasteAsync(clerk, marking + Report() + "\n" + secret);
        var file = await clerk.SubmitFilesAsync(
            await clerk.GetPageAsync("/conferences/import"), "#paste",
            [new FormFile("Input.File", "bai.txt", Encoding.UTF8.GetBytes(marking + Report() + secret))]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.Text"));
        Assert.DoesNotContain(secret, page.ErrorOf("Input.Text")!, StringComparison.Ordinal);
        Assert.NotNull(file.ErrorOf("Input.File"));
        Assert.Equal(counts, await CountsAsync());
    }

    [Fact]
    public async Task Source_WithASecrecyMarking_IsRefusedOnTheEntryPageToo()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var shown = await TakeOverAsync(clerk, await PasteAsync(clerk, Report()));
        var entry = await clerk.GetPageAsync($"/conferences/{Id(shown)}/entry");

        entry = await clerk.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "A"), ("NewSource.Text", "TUYỆT MẬT\nNội dung"));

        Assert.Equal(HttpStatusCode.BadRequest, entry.Status);
        Assert.NotNull(entry.ErrorOf("NewSource.Text"));
    }

    [Fact]
    public async Task SameText_ImportedTwice_ChangesNothingAndLeadsToTheConference()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var again = await PasteAsync(clerk, report);
        Assert.Equal(DraftId(again), DraftId(await PasteAsync(clerk, report + "\r\n")));
        var id = Id(await TakeOverAsync(clerk, again));
        var counts = await CountsAsync();

        var page = await PasteAsync(clerk, report);

        Assert.NotNull(page.Find($"main a[href='/conferences/{id}']"));
        Assert.Equal(counts, await CountsAsync());
    }

    [Fact]
    public async Task Draft_AfterANewSession_IsThereForAnotherWriterAndNobodyElse()
    {
        var review = await PasteAsync(await Host.SignInAsync("chuyenvien"), Report());
        var address = $"/conferences/import/{DraftId(review)}";

        var lead = await Host.SignInAsync("lanhdao");
        Assert.NotNull((await lead.GetPageAsync("/conferences/import")).Find($"a[href='{address}']"));
        Assert.Equal(HttpStatusCode.OK, (await lead.GetPageAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Host.SignInAsync("camau")).GetPageAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Host.SignInAsync("camau")).GetPageAsync("/conferences/import")).Status);

        var list = await lead.SubmitAsync(await lead.GetPageAsync(address), "form[action*='handler=Discard']");
        Assert.Null(list.Find($"a[href='{address}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetPageAsync(address)).Status);
    }

    [Fact]
    public async Task TwoEditors_OfOneRowOrOneHead_TheSecondIsTold()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report());
        var row = review.FindAll("li[id^=row-]")[0].Id!;
        var lead = await Host.SignInAsync("lanhdao");
        var address = review.Url.Split('#')[0];
        var other = await lead.GetPageAsync($"{address}?edit={row[4..]}");

        await EditRowAsync(clerk, DraftId(review), int.Parse(row[4..], CultureInfo.InvariantCulture), ("Input.Text", "Chữ của người thứ nhất"));
        var second = await lead.SubmitAsync(other, "#edit", ("Input.Text", "Chữ của người thứ hai"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Chữ của người thứ nhất", second.MainText, StringComparison.Ordinal);
        Assert.Contains("Chữ của người thứ hai", second.Find($"#{row} textarea")!.TextContent, StringComparison.Ordinal);

        await clerk.SubmitAsync(await clerk.GetPageAsync(address), "#head-form", ("Head.Title", "Tên một"));
        second = await lead.SubmitAsync(other, "#head-form", ("Head.Title", "Tên hai"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Tên hai", second.ValueOf("Head.Title"));
    }

    [Fact]
    public async Task Organiser_NotAmongTheUnits_MustBeChosen()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(clerk, Report().Replace("Ban Nội chính Trung ương", "Huyện ủy Sông Vắng", StringComparison.Ordinal));

        var refused = await TakeOverAsync(clerk, review, ("Head.OrganiserId", ""));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.ErrorOf("Head.OrganiserId"));
    }

    [Fact]
    public async Task WrongInput_IsSaidBesideItsFieldAndWhatWasTypedStays()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var form = await clerk.GetPageAsync("/conferences/import");

        var nothing = await clerk.SubmitAsync(form, "#paste", ("Input.Outlet", "Báo Thử"));
        var type = await clerk.SubmitFilesAsync(form, "#paste", [new FormFile("Input.File", "bai.pdf", "%PDF-1.7"u8.ToArray())], ("Input.Outlet", "Báo Thử"));
        var url = await clerk.SubmitAsync(form, "#paste", ("Input.Text", "Một bài"), ("Input.Url", "javascript:1"));

        Assert.NotNull(nothing.ErrorOf("Input.Text"));
        Assert.Equal("Báo Thử", nothing.ValueOf("Input.Outlet"));
        Assert.NotNull(type.ErrorOf("Input.File"));
        Assert.NotNull(url.ErrorOf("Input.Url"));
        Assert.Equal("Một bài", url.ValueOf("Input.Text"));
    }

    [Fact]
    public async Task SecondReport_OfTheSameConference_IsAddedAsItsSourceWithTheChosenRows()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var id = Id(await TakeOverAsync(clerk, await PasteAsync(clerk, report)));
        var before = await RowCountAsync(id);

        var review = await PasteAsync(
            clerk, report.Replace("Kết quả nổi bật", "Nhìn lại, kết quả", StringComparison.Ordinal)
                .Replace("có lúc còn chậm.", "có lúc còn chậm; việc trao đổi thông tin giữa các cơ quan còn hình thức.", StringComparison.Ordinal));
        Assert.NotNull(review.Find($"#existing-{id}"));
        Assert.NotEmpty(review.FindAll("tr[data-difference=Same]"));
        var refused = await clerk.SubmitAsync(review, "#head-form button.btn-primary", ("separate", "false"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var chosen = Chosen(review);
        Assert.NotEmpty(chosen);
        var shown = await clerk.SubmitAsync(review, $"#existing-{id} button", [.. chosen]);

        Assert.Equal(id, Id(shown));
        Assert.Equal(2, await Host.DatabaseAsync(db => db.Sources.CountAsync(s => s.ConferenceId == id)));
        Assert.Equal(before + chosen.Count, await RowCountAsync(id));
        Assert.Contains(shown.FindAll("a[href*='/sources/'][href*='from=']"), a => a.TextContent.Contains("cũng nêu trong", StringComparison.Ordinal));
        var mentions = await Host.DatabaseAsync(db => db.RowMentions.AsNoTracking().Include(m => m.Source).Where(m => m.ConferenceId == id).ToListAsync());
        Assert.All(mentions, m => Assert.True(m.SpanEnd > m.SpanStart && m.SpanEnd <= m.Source!.Text!.Length));

        var row = await Host.DatabaseAsync(
            db => db.RowMentions.Where(m => m.ConferenceId == id && (m.Row!.Kind == RowKind.Achievement || m.Row.Kind == RowKind.Shortcoming))
                .Select(m => m.RowId).FirstAsync());
        var entry = await clerk.GetPageAsync($"/conferences/{id}/entry?edit={Text(row)}");
        await clerk.SubmitAsync(entry, "#edit", ("Input.Kind", "Recommendation"));
        Assert.Equal(mentions.Count, await Host.DatabaseAsync(db => db.RowMentions.CountAsync(m => m.ConferenceId == id)));
        Assert.True(await Host.DatabaseAsync(db => db.RowMentions.AnyAsync(m => m.RowId == row && m.Row!.Kind == RowKind.Recommendation)));
    }

    [Fact]
    public async Task SecondReport_WithoutAnOrganiser_IsStillAddedAfterItsRowsWereRewritten()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var id = Id(await TakeOverAsync(clerk, await PasteAsync(clerk, report)));
        var review = await PasteAsync(clerk, report.Replace("Ban Nội chính Trung ương", "Huyện ủy Sông Vắng", StringComparison.Ordinal));
        Assert.NotNull(review.Find($"#existing-{id}"));

        foreach (var row in await RowsAsync(DraftId(review)))
        {
            await EditRowAsync(clerk, DraftId(review), row.Id, ("Input.Text", $"Việc viết lại lần thứ {Text(row.Id)}"));
        }

        Assert.Null((await clerk.GetPageAsync(review.Url)).Find($"#existing-{id}"));
        var shown = await clerk.SubmitAsync(review, $"#existing-{id} button");

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(2, await Host.DatabaseAsync(db => db.Sources.CountAsync(s => s.ConferenceId == id)));
        Assert.False(await Host.DatabaseAsync(db => db.RowMentions.AnyAsync(m => m.ConferenceId == id)));
    }

    [Fact]
    public async Task DirectivePage_LeadsToItsSentence()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var id = Id(await TakeOverAsync(clerk, await PasteAsync(clerk, Report())));
        var directive = await Host.DatabaseAsync(db => db.Rows.OrderBy(d => d.Position).FirstAsync(d => d.Kind == RowKind.Directive && d.ConferenceId == id));

        var link = (await clerk.GetPageAsync($"/directives/{Text(directive.Id)}")).Find("main a[href*='/sources/']");
        var source = await clerk.GetPageAsync(link!.GetAttribute("href")!);

        Assert.Contains(directive.Text, source.Find("mark")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondReport_WithOtherNumbers_ContradictsAndItsRowsCanBeTaken()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var report = Report();
        var id = Id(await TakeOverAsync(clerk, await PasteAsync(clerk, report)));

        var review = await PasteAsync(
            clerk, report.Replace("125 văn bản", "152 văn bản", StringComparison.Ordinal).Replace("số 27-CT/TW", "số 28-CT/TW", StringComparison.Ordinal));

        var opposed = review.FindAll("tr[data-difference=Contradicting]");
        Assert.Equal(2, opposed.Count);
        Assert.Contains(opposed, row => row.TextContent.Contains("125", StringComparison.Ordinal) && row.TextContent.Contains("152", StringComparison.Ordinal));
        await clerk.SubmitAsync(review, $"#existing-{id} button", [.. Chosen(review)]);
        var texts = await Host.DatabaseAsync(db => db.Rows.Where(f => f.ConferenceId == id).Select(f => f.Text).ToListAsync());
        Assert.Contains(texts, text => text.Contains("125", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("152", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_WithAnotherKindBetweenThem_AreNotMerged()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await PasteAsync(
            clerk, Report().Replace("Bên cạnh kết quả đạt được, vẫn", "Kho lưu trữ được số hóa xong. Bên cạnh kết quả đạt được, vẫn", StringComparison.Ordinal)
                + "\n\nTrước đó, báo cáo điểm lại các kết quả khác: 34 ban nội chính đã kết nối dữ liệu.");
        var rows = await RowsAsync(DraftId(review));
        var before = rows.Last(r => r.Kind == RowKind.Achievement && r.SpanStart < rows.First(s => s.Kind == RowKind.Shortcoming).SpanStart);

        var page = await clerk.SubmitAsync(review, $"#row-{before.Id} button[value=Merge]");

        Assert.Equal(rows.Count, (await RowsAsync(DraftId(review))).Count);
        Assert.Contains("không gộp được", page.MainText, StringComparison.Ordinal);
    }

    private static (string Name, string? Value)[] Head(WebPage review, string title) =>
    [
        ("Head.Title", string.IsNullOrEmpty(review.ValueOf("Head.Title")) ? title : review.ValueOf("Head.Title")),
        ("Head.Session", string.IsNullOrEmpty(review.ValueOf("Head.Session")) ? "Morning" : review.ValueOf("Head.Session")),
        ("Head.Form", string.IsNullOrEmpty(review.ValueOf("Head.Form")) ? "InPerson" : review.ValueOf("Head.Form")),
    ];

    private static List<(string Name, string? Value)> Chosen(WebPage review) =>
        [.. review.FindAll(".comparison input[name=rows][checked]").Select(i => ("rows", (string?)i.GetAttribute("value")))];

    private static async Task<WebPage> PasteAsync(Browser browser, string text) =>
        await browser.SubmitAsync(await browser.GetPageAsync("/conferences/import"), "#paste", ("Input.Text", text));

    private static async Task<WebPage> TakeOverAsync(Browser browser, WebPage review, params (string Name, string? Value)[] fields)
    {
        var chosen = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return await browser.SubmitAsync(
            review, "#head-form button.btn-primary", [.. Head(review, "Hội nghị nhập thử").Where(h => !chosen.Contains(h.Name)), .. fields]);
    }

    private static async Task<WebPage> EditRowAsync(Browser browser, int draft, int row, params (string Name, string? Value)[] fields) =>
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/import/{draft}?edit={row}"), "#edit", fields);

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static int Id(WebPage page) => int.Parse(page.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture);

    private static int DraftId(WebPage page) => int.Parse(page.Url.Split('/', '?', '#')[3], CultureInfo.InvariantCulture);

    /// <summary>An invented report; each one on a day of its own so that no two are one conference.</summary>
    private static string Report()
    {
        var day = new DateOnly(2019, 1, 2).AddDays(Interlocked.Increment(ref _number));
        return $"""
            Ban Nội chính Trung ương giao ban công tác năm 2018

            Sáng ngày {day:dd'/'MM'/'yyyy}, Ban Nội chính Trung ương tổ chức Hội nghị giao ban trực tuyến với các ban nội chính tỉnh ủy, thành ủy
              để đánh giá kết quả công tác năm 2018, triển khai nhiệm vụ năm 2019. Đồng chí Trần Văn Mẫu, Phó Trưởng Ban Nội chính Trung ương chủ
              trì Hội nghị.

            Kết quả nổi bật trong năm 2018 là các ban nội chính đã chủ động tham mưu cho cấp ủy ban hành 125 văn bản; công tác tiếp dân được thực
              hiện nền nếp. Bên cạnh kết quả đạt được, vẫn còn một số hạn chế: chất lượng tham mưu ở một số nơi chưa cao; chế độ thông tin, báo cáo
              có lúc còn chậm.

            Phát biểu kết luận Hội nghị, đồng chí Trần Văn Mẫu yêu cầu trong năm 2019, các ban nội chính tập trung thực hiện một số nhiệm vụ sau:
            1. Tham mưu cấp ủy thực hiện nghiêm Chỉ thị số 27-CT/TW của Bộ Chính trị.
            2. Nâng cao chất lượng công tác thẩm định đề án.
            """.Unwrap();
    }

    private async Task<List<string>> TextsAsync(int draft) =>
        [.. (await RowsAsync(draft)).OrderBy(r => r.SpanStart).ThenBy(r => r.Text, StringComparer.Ordinal).Select(r => $"{r.Kind} {r.Text}")];

    private Task<List<ImportRow>> RowsAsync(int draft) =>
        Host.DatabaseAsync(db => db.ImportRows.AsNoTracking().Where(r => r.DraftId == draft).OrderBy(r => r.SpanStart).ToListAsync());

    private Task AssertSpansAsync(int draft) => Host.DatabaseAsync(async db =>
    {
        var found = await db.ImportDrafts.AsNoTracking().Include(d => d.Rows).SingleAsync(d => d.Id == draft);
        Assert.All(found.Rows, r => Assert.Equal(found.Text[r.SpanStart..r.SpanEnd], r.Text));
    });

    private Task<int> RowCountAsync(int id) => Host.DatabaseAsync(async db =>
        await db.Rows.CountAsync(r => r.ConferenceId == id));

    /// <summary>How many rows every table of the model has, form keys and sign-ins aside.</summary>
    private Task<string> CountsAsync() => Host.DatabaseAsync(async db => string.Join(
        ' ',
        await db.ImportDrafts.CountAsync(),
        await db.ImportRows.CountAsync(),
        await db.Sources.CountAsync(),
        await db.Conferences.CountAsync(),
        await db.Rows.CountAsync(),
        await db.FormDrafts.CountAsync(),
        await db.SearchEntries.CountAsync(),
        await db.StoredFiles.CountAsync(),
        await db.UsedFormKeys.CountAsync(),
        await db.AuditEntries.CountAsync(a => a.Entity != "AppUser")));
}

public sealed class ImportOnSqlite(SqliteHost host) : ImportTests(host), IClassFixture<SqliteHost>;

public sealed class ImportOnSqlServer(SqlServerHost host) : ImportTests(host), IClassFixture<SqlServerHost>;
