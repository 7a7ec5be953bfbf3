using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Admin;

/// <summary>The tables an administrator keeps: units, fields of work, special days; and the trail of what was changed.</summary>
public abstract class TablesTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task Unit_Merged_KeepsItsEndAndSuccessor()
    {
        var browser = await Host.SignInAsync("quantri");
        var successor = await Host.UnitIdAsync("nghe-an");

        var page = await EditUnitAsync(
            browser, "ha-tinh", ("Input.ValidTo", "30-6-2030"), ("Input.SuccessorId", successor.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var unit = await Host.DatabaseAsync(db => db.Units.AsNoTracking().SingleAsync(u => u.Code == "ha-tinh"));
        Assert.Equal(new DateOnly(2030, 6, 30), unit.ValidTo);
        Assert.Equal(successor, unit.SuccessorId);
    }

    [Theory]
    [InlineData("Input.ValidTo", "01/01/1990", "Input.ValidTo")]
    [InlineData("Input.ValidTo", "31/02/2021", "Input.ValidTo")]
    [InlineData("Input.ValidFrom", "", "Input.ValidFrom")]
    public async Task Unit_WithADayThatCannotBe_SaysSoBesideTheField(string field, string value, string wrong)
    {
        var page = await EditUnitAsync(await Host.SignInAsync("quantri"), "lang-son", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf(wrong));
        Assert.Equal(value, page.ValueOf(field));
    }

    [Fact]
    public async Task Unit_GivenANewName_EndsTheOldOneTheDayBefore()
    {
        var browser = await Host.SignInAsync("quantri");
        var address = "/admin/units/" + (await Host.UnitIdAsync("btctw")).ToString(CultureInfo.InvariantCulture);

        var page = await browser.SubmitAsync(
            await browser.GetPageAsync(address), "form[action*='Name']", ("NewName.Name", "Ban Tổ chức (mới)"), ("NewName.From", "1/3/2030"));

        Assert.Equal("Ban Tổ chức (mới)", page.Title);
        Assert.Contains("28/02/2030", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnchorEvent_AddedChangedAndRemoved_IsWhatDeadlinesAreReadBy()
    {
        var browser = await Host.SignInAsync("quantri");
        const string report =
            "Sáng 5/3/2029, Ban Dân vận Trung ương tổ chức hội nghị giao ban. Đồng chí Trần Văn Mẫu, Trưởng Ban chủ trì.\n\n"
            + "Kết luận hội nghị, đồng chí Trần Văn Mẫu yêu cầu trước Tết Nguyên đán 2031, các ban dân vận nộp báo cáo.";
        Assert.Null(await DeadlineAsync(report + " (1)"));

        var added = await browser.SubmitAsync(
            await browser.GetPageAsync("/admin/anchors"), "form[action*='Add']", ("Input.Kind", "Tet"), ("Input.Number", "2031"),
            ("Input.Name", "Tết Nguyên đán Tân Hợi"), ("Input.Start", "23/1/2031"), ("Input.End", "25/1/2031"));
        Assert.Contains("23/01/2031", added.MainText, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2031, 1, 22), await DeadlineAsync(report + " (2)"));
        var twice = await browser.SubmitAsync(
            added, "form[action*='Add']", ("Input.Kind", "Tet"), ("Input.Number", "2031"), ("Input.Name", "Tết"), ("Input.Start", "23/1/2031"));
        Assert.NotNull(twice.ErrorOf("Input.Number"));

        var edit = added.FindAll("a[href*='/admin/anchors?edit=']").First(a => a.GetAttribute("aria-label")!.Contains("Tân Hợi", StringComparison.Ordinal))
            .GetAttribute("href")!.Split('#')[0];
        var wrong = await browser.SubmitAsync(await browser.GetPageAsync(edit), "form[action*='Move']", ("Edit.Start", "24/1/2031"), ("Edit.End", "20/1/2031"));
        Assert.NotNull(wrong.ErrorOf("Edit.End"));
        var moved = await browser.SubmitAsync(await browser.GetPageAsync(edit), "form[action*='Move']", ("Edit.Start", "24/1/2031"), ("Edit.End", "26/1/2031"));
        Assert.Contains("24/01/2031", moved.MainText, StringComparison.Ordinal);

        var row = moved.FindAll("tbody tr").First(r => r.TextContent.Contains("Tân Hợi", StringComparison.Ordinal))
            .QuerySelector("input[name=id]")!.GetAttribute("value");
        var gone = await browser.SubmitAsync(moved, $"form[action*='Remove']:has(input[name=id][value='{row}'])");
        Assert.DoesNotContain("Tân Hợi", gone.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnchorEvent_RenamedToOneThatIsThere_IsRefusedBesideItsName()
    {
        var browser = await Host.SignInAsync("quantri");
        foreach (var name in new[] { "Lễ hội Đền Mẫu", "Lễ hội Sông Vắng" })
        {
            await browser.SubmitAsync(
                await browser.GetPageAsync("/admin/anchors"), "form[action*='Add']", ("Input.Kind", "Other"), ("Input.Number", "2031"), ("Input.Name", name),
                ("Input.Start", "5/3/2031"));
        }

        var list = await browser.GetPageAsync("/admin/anchors");
        var edit = list.FindAll("a[href*='/admin/anchors?edit=']").First(a => a.GetAttribute("aria-label")!.Contains("Sông Vắng", StringComparison.Ordinal))
            .GetAttribute("href")!.Split('#')[0];
        var taken = await browser.SubmitAsync(await browser.GetPageAsync(edit), "form[action*='Move']", ("Edit.Name", "Lễ hội Đền Mẫu"));
        Assert.Equal(HttpStatusCode.BadRequest, taken.Status);
        Assert.NotNull(taken.ErrorOf("Edit.Name"));
        var same = await browser.SubmitAsync(taken, "form[action*='Move']", ("Edit.Name", "Lễ hội Sông Vắng"), ("Edit.Start", "6/3/2031"), ("Edit.End", ""));
        Assert.Contains("06/03/2031", same.MainText, StringComparison.Ordinal);
    }

    private async Task<DateOnly?> DeadlineAsync(string report)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var review = await clerk.SubmitAsync(await clerk.GetPageAsync("/conferences/import"), "#paste", ("Input.Text", report));
        var draft = int.Parse(review.Url.Split('/', '?', '#')[3], CultureInfo.InvariantCulture);
        return await Host.DatabaseAsync(
            db => db.ImportRows.Where(r => r.DraftId == draft && r.Kind == Core.Conferences.RowKind.Directive).Select(r => r.DueOn).FirstOrDefaultAsync());
    }

    [Fact]
    public async Task Field_AddedRenamedMovedRetired_ShowsInTheTable()
    {
        var browser = await Host.SignInAsync("quantri");

        var added = await browser.SubmitAsync(await browser.GetPageAsync("/admin/fields"), "form[action*='Add']", ("Input.Name", "Đối ngoại"));
        var twice = await browser.SubmitAsync(added, "form[action*='Add']", ("Input.Name", "đối  ngoại"));
        var moved = await browser.SubmitAsync(twice, "tbody tr:last-child button[formaction*='Up']");
        var names = moved.FindAll("tbody tr td:nth-child(2)").Select(c => c.TextContent.Trim()).ToList();
        var retired = await browser.SubmitAsync(moved, $"tbody tr:nth-child({names.Count - 1}) button[formaction*='Retire']");

        Assert.Contains("Đã có lĩnh vực", twice.ErrorOf("Input.Name"), StringComparison.Ordinal);
        Assert.Equal("Đối ngoại", names[^2]);
        Assert.True(await Host.DatabaseAsync(db => db.FieldsOfWork.Where(f => f.Name == "Đối ngoại").Select(f => f.IsRetired).SingleAsync()));
        Assert.Contains("Ngừng dùng", retired.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holiday_AddedAndRemoved_ChangesTheCalendarOfItsYear()
    {
        var browser = await Host.SignInAsync("quantri");

        var added = await browser.SubmitAsync(
            await browser.GetPageAsync("/admin/holidays?year=2031"), "form[action*='Add']", ("Input.Day", "2/9/2031"), ("Input.Name", "Quốc khánh"));
        var again = await browser.SubmitAsync(added, "form[action*='Add']", ("Input.Day", "2/9/2031"), ("Input.Name", "Quốc khánh"));
        var removed = await browser.SubmitAsync(again, "form[action*='Remove']");

        Assert.Contains("Quốc khánh", added.MainText, StringComparison.Ordinal);
        Assert.NotNull(again.ErrorOf("Input.Day"));
        Assert.NotNull(removed.Find(".empty"));
    }

    [Theory]
    [InlineData("2020-01-29", false)] // the last day of a Tết whose Saturday and Sunday are made good
    [InlineData("2021-02-10", false)]
    [InlineData("2021-02-16", false)]
    [InlineData("2021-02-17", true)]
    [InlineData("2021-05-03", false)] // for 1 May, a Saturday
    [InlineData("2021-09-03", false)] // two days since 2021
    [InlineData("2022-04-11", false)] // for the Hùng Kings' day, a Sunday
    [InlineData("2023-09-04", false)]
    [InlineData("2024-04-29", false)] // exchanged for the Saturday after
    [InlineData("2024-05-04", true)]
    [InlineData("2025-04-26", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-29", false)]
    public async Task TheCalendarThatComesWithIt_HasTheDaysOffInLieuAndTheSaturdaysWorked(string day, bool isWorked)
    {
        var calendar = new WorkCalendar(await Host.DatabaseAsync(db => db.SpecialDays.ToDictionaryAsync(d => d.Day, d => d.IsWorked)));

        Assert.Equal(isWorked, calendar.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task TheCalendarThatComesWithIt_HasFiveDaysOfTetAYear_AndWorksOnSaturdaysOnly()
    {
        var days = await Host.DatabaseAsync(db => db.SpecialDays.Where(d => d.Day.Year < 2028).ToListAsync());

        Assert.All(days.Where(d => d.IsWorked), d => Assert.Equal(DayOfWeek.Saturday, d.Day.DayOfWeek));
        Assert.All(days.Where(d => d.Name == "Tết Nguyên đán").GroupBy(d => d.Day.Year), year =>
            Assert.Equal(5, year.Count(d => d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))));
        Assert.Equal(8, days.Select(d => d.Day.Year).Distinct().Count());
    }

    [Fact]
    public async Task Holiday_WorkedOnAWeekday_IsRefused()
    {
        var browser = await Host.SignInAsync("quantri");

        var page = await browser.SubmitAsync(
            await browser.GetPageAsync("/admin/holidays?year=2031"),
            "form[action*='Add']",
            ("Input.Day", "3/9/2031"),
            ("Input.Name", "Làm bù"),
            ("Input.IsWorked", "true"));

        Assert.NotNull(page.ErrorOf("Input.Day"));
    }

    [Fact]
    public async Task Audit_ShowsOldAndNewToAdministratorAndInspector()
    {
        var browser = await Host.SignInAsync("quantri");
        await EditUnitAsync(browser, "cao-bang", ("Input.ValidTo", "30/06/2040"));
        var uid = await Host.DatabaseAsync(db => db.Units.Where(u => u.Code == "cao-bang").Select(u => u.Uid).SingleAsync());

        var page = await (await Host.SignInAsync("kiemtra")).GetPageAsync($"/admin/audit?record={uid}&entity=Unit");

        var first = page.Find("tbody tr")!.TextContent;
        Assert.Contains("quantri", first, StringComparison.Ordinal);
        Assert.Contains("Sửa", first, StringComparison.Ordinal);
        Assert.Contains("Hiệu lực đến", first, StringComparison.Ordinal);
        Assert.Contains("30/06/2040", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_PagesBackwardsWithoutARowTwice()
    {
        var browser = await Host.SignInAsync("quantri");

        var first = await browser.GetPageAsync("/admin/audit?entity=UnitName");
        var second = await browser.GetPageAsync(first.Find("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, first.FindAll("tbody tr").Count);
        Assert.NotEmpty(second.FindAll("tbody tr"));
        Assert.NotEqual(first.Find("tbody tr")!.TextContent, second.Find("tbody tr")!.TextContent);
    }

    [Fact]
    public async Task AuditRow_ChangedOrRemovedByCode_IsRefused()
    {
        await Host.DatabaseAsync(async db =>
        {
            var row = await db.AuditEntries.OrderBy(a => a.Id).FirstAsync();
            db.Entry(row).Property(nameof(AuditEntry.Changes)).CurrentValue = "[]";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            db.Entry(row).State = EntityState.Deleted;
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Health_NamesTheProviderAndThatNothingIsPending()
    {
        var page = await (await Host.SignInAsync("quantri")).GetPageAsync("/admin/health");

        Assert.Contains(Host.Provider.ToString(), page.MainText, StringComparison.Ordinal);
        Assert.Contains("Mới nhất", page.MainText, StringComparison.Ordinal);
    }

    private async Task<WebPage> EditUnitAsync(Browser browser, string code, params (string Name, string? Value)[] fields)
    {
        var address = "/admin/units/" + (await Host.UnitIdAsync(code)).ToString(CultureInfo.InvariantCulture);
        return await browser.SubmitAsync(await browser.GetPageAsync(address), "main form", fields);
    }
}

public sealed class TablesOnSqlite(SqliteHost host) : TablesTests(host), IClassFixture<SqliteHost>;

public sealed class TablesOnSqlServer(SqlServerHost host) : TablesTests(host), IClassFixture<SqlServerHost>;
