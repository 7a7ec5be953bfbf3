using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>Two people do the same at once: the second save finds the first one's record, and the second person gets an answer.</summary>
public abstract class ClashTests : IAsyncDisposable
{
    private readonly Meanwhile _meanwhile = new();
    private readonly AppHost _host;

    protected ClashTests(DatabaseProvider provider) => _host = AppHost.Create(new AppHostOptions
    {
        Provider = provider,
        Seed = true,
        Services = services => services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(_meanwhile)),
    }).OrSkip();

    [Fact]
    public async Task TwoClerks_WhoAssignTheSameUnitAtOnce_GetOneAssignmentAndAnAnswer()
    {
        var browser = await _host.SignInAsync("chuyenvien");
        var directiveId = await DirectiveAsync();
        var conferenceId = await _host.DatabaseAsync(db => db.Rows.Where(r => r.Id == directiveId).Select(r => r.ConferenceId).SingleAsync());
        var unitId = await _host.UnitIdAsync("btctw");
        var page = await browser.GetPageAsync($"/conferences/{conferenceId}/assign?directive={directiveId}");
        var only = new AssignDirectives { Items = [new AssignUnits { DirectiveId = directiveId, UnitIds = [unitId] }] };
        page = await browser.SubmitAsync(
            page, "#assign [formaction*='Preview']", ("Input.Items[0].UnitIds", unitId.ToString(CultureInfo.InvariantCulture)),
            ("Input.Items[0].Class", "None"));
        _meanwhile.Work = () => _host.AsAsync<AssignmentService, bool>("lanhdao", async (service, actor) =>
            (await service.AssignAsync(actor, conferenceId, only, default)).Succeeded);

        var answer = await browser.SubmitOnceAsync(page, "#assign");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Người khác vừa lưu cùng nội dung này", answer.MainText, StringComparison.Ordinal);
        Assert.Equal(1, await _host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.DirectiveId == directiveId && a.UnitId == unitId)));
    }

    [Fact]
    public async Task TwoClerks_WhoCiteTheSameNewDocumentAtOnce_GetOneDocumentCitedOnce_AndTheSecondMaySendTheFormAgain()
    {
        const string paper = "Chỉ thị số 977-CT/TW của Ban Bí thư";
        var conferenceId = await _host.DatabaseAsync(db => db.Conferences.Where(c => c.State == ConferenceState.Published).Select(c => c.Id).FirstAsync());
        var browser = await _host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync($"/conferences/{conferenceId}/entry");
        _meanwhile.Work = () => _host.AsAsync<ParticipantService, bool>("chuyenvien", async (service, actor) =>
            (await service.AddCitationsAsync(actor, conferenceId, new CiteDocuments { Citations = paper }, default)).Succeeded);

        var answer = await browser.SubmitOnceAsync(page, "form[action*='Citations']", ("Citations", paper));
        var again = await browser.SubmitOnceAsync(page, "form[action*='Citations']", ("Citations", paper));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(1, await _host.DatabaseAsync(db => db.Documents.CountAsync(d => d.Number == "977")));
        Assert.Equal(1, await _host.DatabaseAsync(db => db.Citations.CountAsync(c => c.Document!.Number == "977")));
    }

    [Fact]
    public async Task ADayOff_AddedWhileAUnitReportsOnATaskThatIsDueThatDay_MovesTheDeadlineAllTheSame()
    {
        var due = _host.Clock.TodayInHanoi().AddDays(20);
        due = due.AddDays(due.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 3 : 0);
        var directive = await _host.NewDirectiveAsync(due);
        var (task, version) = await _host.DatabaseAsync(async db =>
        {
            var given = await db.Assignments.SingleAsync(a => a.DirectiveId == directive && a.GivenTo!.Code == "ca-mau");
            return (given.Id, given.Version);
        });
        var admin = await _host.SignInAsync("quantri");
        var page = await admin.GetPageAsync($"/admin/holidays?year={due.Year}");

        // The first save is the day itself, the second that of the deadlines.
        _meanwhile.Work = () =>
        {
            _meanwhile.Work = () => _host.AsAsync<ReportService, bool>("camau", async (service, actor) => (await service.ReportProgressAsync(
                actor, task, new ReportProgress { Text = "Đang làm", Percent = 40, Version = version }, default)).Succeeded);
            return Task.CompletedTask;
        };
        var answer = await admin.SubmitOnceAsync(page, "form[action*='Add']", ("Input.Day", DayText.ToText(due)), ("Input.Name", "Nghỉ bù"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var moved = await _host.DatabaseAsync(db => db.Assignments.SingleAsync(a => a.Id == task));
        Assert.Equal((40, due), (moved.Percent, moved.OrderedDueOn));
        Assert.True(moved.DueOn > due);
    }

    [Fact]
    public async Task Withdrawing_WhatSomebodyElseHasJustWithdrawn_SaysSo()
    {
        var browser = await _host.SignInAsync("chuyenvien");
        var (assignmentId, directiveId) = await _host.DatabaseAsync(async db =>
        {
            var found = await db.Assignments.Where(a => a.LastReportOn == null && a.Directive!.Conference!.State == ConferenceState.Published)
                .Select(a => new { a.Id, a.DirectiveId }).FirstAsync();
            return (found.Id, found.DirectiveId);
        });
        var page = await browser.GetPageAsync($"/directives/{directiveId}?withdraw={assignmentId}");
        _meanwhile.Work = () => _host.AsAsync<AssignmentService, bool>("lanhdao", async (service, actor) =>
            (await service.WithdrawAsync(actor, new WithdrawAssignment { AssignmentId = assignmentId, Reason = "Giao nhầm" }, default)).Succeeded);

        var answer = await browser.SubmitOnceAsync(page, "#withdraw", ("Reason", "Giao nhầm"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("trước bạn", answer.MainText, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A directive somebody may still be given.</summary>
    private Task<int> DirectiveAsync() => _host.DatabaseAsync(db =>
        db.Rows.Where(d => d.Kind == RowKind.Directive && d.Conference!.State == ConferenceState.Published)
            .OrderBy(d => db.Assignments.Count(a => a.DirectiveId == d.Id)).Select(d => d.Id).FirstAsync());

    /// <summary>Does something of its own between the moment a save is made up and the moment it is sent, once.</summary>
    private sealed class Meanwhile : SaveChangesInterceptor
    {
        private Func<Task>? _work;

        public Func<Task>? Work
        {
            set => _work = value;
        }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref _work, null) is { } work)
            {
                await work();
            }

            return result;
        }
    }
}

public sealed class ClashesOnSqlite() : ClashTests(DatabaseProvider.Sqlite);

public sealed class ClashesOnSqlServer() : ClashTests(DatabaseProvider.SqlServer);
