using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Demo;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Demo;

/// <summary>How the demo is made: the same on one day at any hour, in one save, on any day of two years.</summary>
public sealed class DemoMakingTests
{
    private static readonly DateOnly Day = new(2026, 12, 2);

    [Fact]
    public async Task TwoDatabases_OfOneDayAtDifferentHours_HoldTheSame()
    {
        var morning = await MakeAsync(new DateTimeOffset(2026, 12, 1, 17, 5, 0, TimeSpan.Zero), new SaveCounter());
        var night = await MakeAsync(new DateTimeOffset(2026, 12, 2, 16, 55, 0, TimeSpan.Zero), new SaveCounter());

        Assert.True(morning.Count > 5_000);
        Assert.Equal(morning, night);
    }

    [Fact]
    public async Task Making_IsOneSave_OfABoundedNumberOfRecords()
    {
        const int most = 22_000;
        var saves = new SaveCounter();
        await MakeAsync(new DateTimeOffset(2026, 12, 2, 5, 0, 0, TimeSpan.Zero), saves);

        Assert.Equal(1, saves.WithConferences);
        Assert.InRange(saves.Records, 10_000, most);
    }

    [Fact]
    public async Task AnyDayOfTwoYears_FindsAnOfficeAtWork()
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var units = await host.DatabaseAsync(db => db.Units.AsNoTracking().Include(u => u.Names).ToDictionaryAsync(u => u.Code, StringComparer.Ordinal));
        var fields = await host.DatabaseAsync(db => db.FieldsOfWork.AsNoTracking().ToDictionaryAsync(f => f.Name, StringComparer.Ordinal));
        var calendar = new WorkCalendar(await host.DatabaseAsync(db => db.SpecialDays.AsNoTracking().ToDictionaryAsync(d => d.Day, d => d.IsWorked)));
        var accounts = new[] { "ca-mau", "nghe-an", "khanh-hoa" }.Select((code, i) => (units[code].Id, User: 10 + i)).ToDictionary(a => a.Id, a => a.User);
        var file = DemoData.Read<DemoOfficeFile>("demo-office.json");
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2028, 1, 1); day = day.AddDays(1))
        {
            var days = new DemoDays(day, calendar);
            var made = new DemoBuild(new DemoMinutes(units, fields, day), new DemoUnits(units), days, 1, 2, accounts).Office(file);
            var all = made.SelectMany(m => m.Assignments).ToList();
            var status = StatusDay.On(day, calendar);

            Assert.All(accounts.Keys, u => Assert.Contains(all, a => a.UnitId == u && AssignmentStatus.UrgencyOf(a, status) == Urgency.DueSoon));
            Assert.Contains(all, a => AssignmentStatus.StateOf(a) == AssignmentState.Submitted);
            Assert.Contains(all, a => AssignmentStatus.StateOf(a) == AssignmentState.Returned);
            Assert.Contains(all, a => AssignmentStatus.UrgencyOf(a, status).IsOverdue());
            Assert.All(all.Where(a => AssignmentStatus.UrgencyOf(a, status).IsOverdue()), a => Assert.InRange(a.DueOn!.Value, day.AddDays(-20), day));
            Assert.All(made.Where(m => m.Conference.State == ConferenceState.Closed).SelectMany(m => m.Assignments), a => Assert.NotNull(a.CompletedOn));
            Assert.All(all.SelectMany(a => a.Events), e => Assert.True(HanoiTime.ToDay(e.EnteredAt) < day));
        }
    }

    [Theory]
    [InlineData(2020, 12, 31, 0)]
    [InlineData(2021, 1, 10, 2)]
    [InlineData(2024, 3, 30, 4)]
    [InlineData(2024, 4, 1, 9)]
    public async Task WhatHasNotComeByTheDay_IsNotThere(int year, int month, int day, int conferences)
    {
        await using var host = new DemoHost(new DateOnly(year, month, day));

        Assert.Equal(conferences, await host.DatabaseAsync(db => db.Conferences.CountAsync()));
    }

    private static async Task<IReadOnlyList<string>> MakeAsync(DateTimeOffset now, SaveCounter saves)
    {
        await using var host = AppHost.Create(new AppHostOptions
        {
            Seed = true,
            SeedDay = null,
            FromTemplate = false,
            Services = services => services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(saves)),
        });
        host.Clock.Set(now);
        Assert.Equal(Day, host.Clock.TodayInHanoi());
        return await host.DatabaseAsync(ContentAsync);
    }

    /// <summary>Everything the demo says, a line a record; what only names a record to the database is left out.</summary>
    private static async Task<IReadOnlyList<string>> ContentAsync(AppDbContext db)
    {
        var conferences = await db.Conferences.OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Title, c.Date, c.Kind, c.State, c.ReviewedFrom, c.ReviewedTo, c.CreatedAt, c.PublishedAt, c.ClosedAt }).ToListAsync();
        var rows = await db.Rows.OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.ConferenceId, r.Kind, r.Position, r.Text, r.DueOn, r.DeadlineText, r.UnitId, r.Answer, r.AnsweredOn }).ToListAsync();
        var assignments = await db.Assignments.IgnoreQueryFilters().OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.DirectiveId, a.UnitId, a.DueOn, a.SubmittedOn, a.ReturnedOn, a.CompletedOn, a.SuspendedOn, a.WithdrawnOn, a.Percent })
            .ToListAsync();
        var events = await db.AssignmentEvents.OrderBy(e => e.AssignmentId).ThenBy(e => e.Sequence)
            .Select(e => new
            {
                e.AssignmentId,
                e.Sequence,
                e.Kind,
                e.HappenedOn,
                e.EnteredAt,
                e.EnteredById,
                e.OnBehalf,
                e.Percent,
                e.Reason,
                e.Grade,
                e.Report!.Text,
            })
            .ToListAsync();
        var citations = await db.Citations.OrderBy(c => c.Id).Select(c => new { c.ConferenceId, c.RowId, c.AsPrinted }).ToListAsync();
        return [.. conferences.Cast<object>().Concat(rows).Concat(assignments).Concat(events).Concat(citations).Select(x => x.ToString()!)];
    }

    /// <summary>Counts the saves that add conferences, and what they add.</summary>
    private sealed class SaveCounter : SaveChangesInterceptor
    {
        public int WithConferences { get; private set; }

        public int Records { get; private set; }

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<Conference>().Any())
            {
                WithConferences++;
                Records += result;
            }

            return ValueTask.FromResult(result);
        }
    }
}
