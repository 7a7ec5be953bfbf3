using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.IntegrationTests.Import;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Security;

/// <summary>One rule for every text and file that can be stored, whatever the door.</summary>
public abstract class SecrecyTests(AppHost host) : AppTests(host)
{
    private const string Marked = "TỐI MẬT\nnội dung";

    [Fact]
    public async Task EveryStringOfEveryEntity_WithAMarking_IsRefusedByTheSave()
    {
        var let = new List<string>();
        var properties = await Host.DatabaseAsync(db => Task.FromResult(Strings(db.Model).Select(p => (Entity: p.DeclaringType.ClrType, p.Name)).ToList()));

        foreach (var (entity, name) in properties.Where(p => !SecrecyGuard.Untyped.Contains(SecrecyGuard.NameOf(p.Entity, p.Name))))
        {
            if (await RefusalAsync(entity, name) is not { } refusal
                || refusal.Property != name || refusal.Message.Contains("TỐI MẬT", StringComparison.Ordinal))
            {
                let.Add(SecrecyGuard.NameOf(entity, name));
            }
        }

        Assert.True(properties.Count > 50, "The walk found few properties: " + properties.Count);
        Assert.Empty(let);
    }

    /// <summary>The guard looks into one kind of file and walks plain properties: whoever keeps other bytes or values teaches it first.</summary>
    [Fact]
    public async Task WhatTheGuardCannotWalk_IsNotInTheModel()
    {
        var (files, values) = await Host.DatabaseAsync(db => Task.FromResult((
            db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(byte[]))
                .Select(p => SecrecyGuard.NameOf(p.DeclaringType.ClrType, p.Name)).ToArray(),
            db.Model.GetEntityTypes().SelectMany(e => e.GetComplexProperties()).Select(p => p.Name).ToArray())));

        Assert.Equal(["StoredFile.Content"], files);
        Assert.Empty(values);
    }

    [Fact]
    public async Task WhatTheGuardLeavesOut_IsOfTheModelStill()
    {
        var names = await Host.DatabaseAsync(db =>
            Task.FromResult(Strings(db.Model).Select(p => SecrecyGuard.NameOf(p.DeclaringType.ClrType, p.Name)).ToHashSet(StringComparer.Ordinal)));

        Assert.Empty(SecrecyGuard.Untyped.Except(names));
    }

    [Theory]
    [InlineData("TỐI MẬT")]
    [InlineData("M Ậ T")]
    public async Task ValueInsideAKeptForm_WithAMarking_IsRefusedByTheSave(string marking)
    {
        var refusal = await Host.DatabaseAsync(async db =>
        {
            var values = new Dictionary<string, string> { ["Input.Title"] = marking };
            db.Add(new FormDraft { FormId = "/x", Values = System.Text.Json.JsonSerializer.Serialize(values) });
            return await Assert.ThrowsAsync<SecretTextException>(() => db.SaveChangesAsync());
        });

        Assert.Equal(nameof(FormDraft.Values), refusal.Property);
    }

    [Theory]
    [InlineData("Input.Title")]
    [InlineData("Input.Venue")]
    [InlineData("Input.PresenterName")]
    [InlineData("Input.PresenterTitle")]
    public async Task Conference_WithAMarkingInOneField_IsRefused(string field)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var form = await clerk.GetPageAsync("/conferences/create");
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Input.Title"] = "Hội nghị " + Guid.NewGuid(),
            ["Input.Kind"] = "Briefing",
            ["Input.Form"] = "Online",
            ["Input.Date"] = "13/01/2021",
            ["Input.OrganiserId"] = (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture),
            [field] = "TUYỆT MẬT",
        };

        var page = await clerk.SubmitAsync(form, "main form[method=post]", [.. fields.Select(f => (f.Key, f.Value))]);

        Refused(page);
    }

    [Fact]
    public async Task PartsOfAConference_WithAMarking_AreRefused()
    {
        var (clerk, entry) = await StartAsync();

        Refused(await clerk.SubmitAsync(entry, "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"), ("Chair.Title", "MẬT")));
        Refused(await clerk.SubmitAsync(entry, "form[action*='handler=Point']", ("Point.Place", "TỐI MẬT")));
        Refused(await clerk.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "TUYỆT MẬT"), ("NewSource.Text", "Một bài")));
        Refused(await clerk.SubmitAsync(entry, "#s-Directive form.quick", ("Add.Text", "Đôn đốc"), ("Add.DeadlineText", "TỐI MẬT")));
        Assert.False(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.Changes.Contains("MẬT"))));
    }

    [Fact]
    public async Task Citation_WithAMarking_IsRefused()
    {
        var (clerk, entry) = await StartAsync();

        Refused(await clerk.SubmitAsync(entry, "form[action*='handler=Citations']", ("Citations", "Công văn số 12-CV/VPTW MẬT")));
    }

    [Fact]
    public async Task ReasonForReopening_WithAMarking_IsRefused()
    {
        var (clerk, entry) = await StartAsync();
        var address = "/conferences/" + entry.Url.Split('/', '?', '#')[2];
        await clerk.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", "Làm tốt việc nọ"));
        var page = await clerk.SubmitAsync(await clerk.GetPageAsync(address), "form[action*='handler=Publish']");
        page = await clerk.SubmitAsync(page, "form[action*='handler=Close']");

        Refused(await clerk.SubmitAsync(page, "form[action*='handler=Reopen']", ("Reason", "Theo công văn (MẬT)")));
        Assert.False(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.Reason!.Contains("MẬT"))));
    }

    [Theory]
    [InlineData("Input.DocumentNumber", "12-CV/VP MẬT")]
    [InlineData("Input.ReceivedBy", "TỐI MẬT")]
    [InlineData("Input.Text", "M Ậ T")]
    public async Task Report_WithAMarkingInOneField_IsRefused(string field, string marking)
    {
        var (browser, id) = await TaskAsync();
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Input.Text"] = "Đang làm",
            ["Input.Percent"] = "30",
            ["Input.DocumentNumber"] = "12-CV/VP",
            ["Input.DocumentDate"] = DayText.ToText(((TimeProvider)Host.Clock).TodayInHanoi()),
            [field] = marking,
        };

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{id}"), "#new-report form", [.. fields.Select(f => (f.Key, f.Value))]);

        Refused(page);
        Assert.Contains("độ mật", page.ErrorOf(field), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TỐI MẬT\nBáo cáo kết quả", "báo cáo.docx")]
    [InlineData("Báo cáo kết quả", "báo cáo (Mật).docx")]
    public async Task Evidence_WithAMarking_IsRefusedBesideTheUploadAndStoredNowhere(string text, string name)
    {
        var (browser, id) = await TaskAsync();
        var files = await Host.DatabaseAsync(db => db.StoredFiles.CountAsync());

        var page = await ReportAsync(browser, id, new FormFile("Input.File", name, Documents.Docx(text)));

        Refused(page);
        Assert.Contains("độ mật", page.ErrorOf("Input.File"), StringComparison.Ordinal);
        Assert.Equal(files, await Host.DatabaseAsync(db => db.StoredFiles.CountAsync()));
    }

    [Fact]
    public async Task Evidence_ThatCannotBeLookedInto_IsTakenAndTheSenderIsTold()
    {
        var (browser, id) = await TaskAsync();

        var picture = await ReportAsync(browser, id, new FormFile("Input.File", "ảnh.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]));

        Assert.Equal(HttpStatusCode.OK, picture.Status);
        Assert.Contains("Không đọc được hết nội dung tệp “ảnh.png”", picture.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_ThatWasLookedIntoWhole_IsTakenWithoutAWord()
    {
        var (browser, id) = await TaskAsync();

        var page = await ReportAsync(browser, id, new FormFile("Input.File", "báo cáo.docx", Documents.Docx("Báo cáo công tác bảo mật, cơ yếu")));

        Assert.Contains("Đã ghi báo cáo.", page.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("Không đọc được", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_StoredPastTheForm_IsRefusedByTheSave()
    {
        var refusal = await Host.DatabaseAsync(async db =>
        {
            var content = Documents.Docx("MẬT");
            db.Add(new StoredFile { FileName = "a.docx", ContentType = "x", Length = content.Length, Content = content });
            return await Assert.ThrowsAsync<SecretTextException>(() => db.SaveChangesAsync());
        });

        Assert.Equal((nameof(StoredFile), nameof(Evidence.File)), (refusal.Entity, refusal.Property));
    }

    [Fact]
    public async Task Account_WithAMarkingInItsName_IsAnsweredWith400AndTheSentence()
    {
        var administrator = await Host.SignInAsync("quantri");
        var form = await administrator.GetPageAsync("/admin/accounts/create");

        var page = await administrator.SubmitAsync(
            form, "main form[method=post]", ("Input.UserName", "nguoimoi"), ("Input.DisplayName", "TỐI MẬT"), ("Input.Role", "Clerk"));

        Refused(page);
    }

    [Fact]
    public async Task Search_ForAMarking_IsAnsweredAndStoresNothing()
    {
        var page = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/search?q=" + Uri.EscapeDataString("TỐI MẬT"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private static void Refused(WebPage page)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("độ mật", page.MainText, StringComparison.Ordinal);
    }

    private static IEnumerable<IProperty> Strings(IModel model) =>
        model.GetEntityTypes()
            .SelectMany(e => e.GetProperties())
            .Where(p => p.ClrType == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(p.ClrType));

    /// <summary>The save is asked with a record of which nothing but this one property is set: the door is before the database's own rules.</summary>
    private async Task<SecretTextException?> RefusalAsync(Type entity, string name) => await Host.DatabaseAsync(async db =>
    {
        var record = RuntimeHelpers.GetUninitializedObject(entity);
        foreach (var key in db.Model.FindEntityType(entity)!.FindPrimaryKey()!.Properties.Where(k => k.ClrType == typeof(string)))
        {
            key.PropertyInfo!.SetValue(record, key.Name == name ? Marked : "x");
        }

        var entry = db.Entry(record);
        entry.State = EntityState.Added;
        entry.Property(name).CurrentValue = entry.Property(name).Metadata.ClrType == typeof(string) ? Marked : new List<string> { Marked };

        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (SecretTextException refusal)
        {
            return refusal;
        }
    });

    private static async Task<WebPage> ReportAsync(Browser browser, int id, FormFile file) => await browser.SubmitFilesAsync(
        await browser.GetPageAsync($"/my-tasks/{id}"), "#new-report form", [file], ("Input.Text", "Đang làm"), ("Input.Percent", "40"));

    private async Task<(Browser Browser, int Id)> TaskAsync()
    {
        var id = await Host.DatabaseAsync(db => db.Assignments
            .Where(a => a.Unit!.Code == "ca-mau" && a.CompletedOn == null && a.Directive!.Conference!.State == ConferenceState.Published)
            .OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        return (await Host.SignInAsync("camau"), id);
    }

    private async Task<(Browser Browser, WebPage Entry)> StartAsync()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị thử " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (clerk, entry);
    }
}

public sealed class SecrecyOnSqlite(SeededSqliteHost host) : SecrecyTests(host), IClassFixture<SeededSqliteHost>;

public sealed class SecrecyOnSqlServer(SeededSqlServerHost host) : SecrecyTests(host), IClassFixture<SeededSqlServerHost>;
