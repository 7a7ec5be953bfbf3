using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Internal;
using PartyOfficeTracker.Core;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Demo;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>Two processes on one database: they start at once, and each knows what the other has signed.</summary>
public abstract class TwoNodesTests(DatabaseProvider provider)
{
    [Fact]
    public async Task ReferenceData_ThatAnotherNodeAddsAtOnce_IsThereOnce()
    {
        var other = new OtherNode(entity => entity is Unit, services => services.GetRequiredService<ReferenceData>().EnsureAsync(default));
        await using var host = Start(other, Environments.Production);

        Assert.True(other.Came);
        Assert.Equal(1, await host.DatabaseAsync(db => db.Units.CountAsync(u => u.Code == "vptw")));
        Assert.Equal(1, await host.DatabaseAsync(db => db.FieldsOfWork.CountAsync(f => f.Name == "Văn thư – lưu trữ")));
    }

    [Fact]
    public async Task DemoAccounts_ThatAnotherNodeAddsAtOnce_AreThereOnce()
    {
        var other = new OtherNode(entity => entity is AppUser, services => services.GetRequiredService<DemoAccounts>().EnsureAsync(default));
        await using var host = Start(other, Environments.Development);

        Assert.True(other.Came);
        Assert.Equal(DemoAccounts.All.Count, await host.DatabaseAsync(db => db.Users.CountAsync()));
        await host.SignInAsync("chuyenvien");
    }

    [Fact]
    public async Task DemoConferences_ThatAnotherNodeAddsAtOnce_AreThereOnce()
    {
        var other = new OtherNode(entity => entity is Conference, services => services.GetRequiredService<DemoData>().EnsureAsync(default));
        await using var host = Start(other, Environments.Development, seed: true);

        Assert.True(other.Came);
        var titles = await host.DatabaseAsync(db => db.Conferences.Select(c => c.Title + c.Date).ToListAsync());
        Assert.Equal(titles.Distinct(StringComparer.Ordinal).Count(), titles.Count);
    }

    [Fact]
    public async Task WhatOneNodeSigned_AnotherReads()
    {
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        var text = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("chuyenvien");
        await using var other = Beside(host, new MinuteHand());

        Assert.Equal("chuyenvien", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(text));
        Assert.False(Directory.Exists(Path.Combine(host.Folder, "keys")));
    }

    [Fact]
    public async Task DayOffAndUnit_ChangedAtOneNode_ReachTheOtherWithinAMinute()
    {
        var (clock, day) = (new MinuteHand(), new DateOnly(2021, 3, 17));
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        _ = host.Services;
        await using var other = Beside(host, clock);
        var directory = other.GetRequiredService<UnitDirectory>();
        var unit = (await directory.UnitsAsync(default)).Single(u => u.Code == "ca-mau");
        Assert.True((await directory.CalendarAsync(default)).IsWorkingDay(day));

        var administrator = await host.SignInAsync("quantri");
        await administrator.SubmitAsync(
            await administrator.GetPageAsync("/admin/holidays"), "form[action*='Add']", ("Input.Day", "17/03/2021"), ("Input.Name", "Nghỉ bù"));
        await administrator.SubmitAsync(
            await administrator.GetPageAsync($"/admin/units/{unit.Id}"), "form[action*='Name']", ("NewName.Name", "Cà Mau mới"),
            ("NewName.Kind", nameof(UnitKind.Province)), ("NewName.From", "01/01/2026"));
        clock.UtcNow += TimeSpan.FromSeconds(61);

        Assert.False((await directory.CalendarAsync(default)).IsWorkingDay(day));
        Assert.Equal("Cà Mau mới", (await directory.FindAsync(unit.Id, default))!.CurrentName);
    }

    [Fact]
    public async Task Account_DisabledOrOfAnotherRole_IsOutAtOnceHere_AndWithinAMinuteAtTheOtherNode()
    {
        var clock = new MinuteHand();
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        _ = host.Services;
        await using var other = Beside(host, clock);
        var (here, there) = (host.Services.GetRequiredService<KnownAccounts>(), other.GetRequiredService<KnownAccounts>());
        var clerk = (await host.ActorAsync("chuyenvien")).UserId;
        var stamp = await host.DatabaseAsync(db => db.Users.Where(u => u.Id == clerk).Select(u => u.SecurityStamp).SingleAsync());
        Assert.Equal(UserRole.Clerk, (await here.FindAsync(clerk, stamp, default))!.Actor.Role);
        Assert.NotNull(await there.FindAsync(clerk, stamp, default));

        await host.DatabaseAsync(async db =>
        {
            var account = await db.Users.SingleAsync(u => u.Id == clerk);
            (account.Role, account.SecurityStamp, account.DisabledAt) = (UserRole.Inspector, "another", null);
            await db.SaveChangesAsync();
        });

        Assert.Null(await here.FindAsync(clerk, stamp, default));
        Assert.Equal(UserRole.Inspector, (await there.FindAsync(clerk, "another", default))!.Actor.Role);

        await host.DatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == clerk)).DisabledAt = clock.UtcNow.UtcDateTime;
            await db.SaveChangesAsync();
        });
        clock.UtcNow += TimeSpan.FromSeconds(61);

        Assert.Null(await here.FindAsync(clerk, "another", default));
        Assert.Null(await there.FindAsync(clerk, "another", default));
    }

    [Fact]
    public async Task Notice_OfTheOtherNode_IsCountedHereWithinAMinute()
    {
        var clock = new MinuteHand();
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider, Seed = true }).OrSkip();
        _ = host.Services;
        await using var other = Beside(host, clock);
        var (here, there) = (host.Services.GetRequiredService<KnownAccounts>(), other.GetRequiredService<KnownAccounts>());
        var province = (await host.ActorAsync("camau")).UserId;
        var stamp = await host.DatabaseAsync(db => db.Users.Where(u => u.Id == province).Select(u => u.SecurityStamp).SingleAsync());
        await host.DatabaseAsync(db => db.Notices.Where(n => n.UserId == province).ExecuteUpdateAsync(s => s.SetProperty(n => n.Unread, 1)));
        Assert.True((await here.FindAsync(province, stamp, default))!.Unread > 0);
        Assert.True((await there.FindAsync(province, stamp, default))!.Unread > 0);

        await host.AsAsync<InboxService, Result<int>>("camau", (inbox, actor) => inbox.MarkAllReadAsync(actor, int.MaxValue, default));
        clock.UtcNow += TimeSpan.FromSeconds(61);

        Assert.Equal(0, (await here.FindAsync(province, stamp, default))!.Unread);
        Assert.Equal(0, (await there.FindAsync(province, stamp, default))!.Unread);
    }

    /// <summary>A second node's services on the host's database.</summary>
    private static ServiceProvider Beside(AppHost host, MinuteHand clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(host.Clock);
        services.AddCore(host.Services.GetRequiredService<DatabaseOptions>(), host.Folder);
        services.Configure<MemoryCacheOptions>(o => o.Clock = clock);
        services.AddSharedKeys();
        return services.BuildServiceProvider();
    }

    /// <summary>The clock of a node's cache.</summary>
    private sealed class MinuteHand : ISystemClock
    {
        public DateTimeOffset UtcNow { get; set; } = new(2026, 12, 2, 5, 0, 0, TimeSpan.Zero);
    }

    private AppHost Start(OtherNode other, string environment, bool seed = false)
    {
        var host = AppHost.Create(new AppHostOptions
        {
            Provider = provider,
            FromTemplate = false,
            Seed = seed,
            SeedDay = null,
            EnvironmentName = environment,
            Services = services => services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(other)),
        }).OrSkip();
        _ = host.Services;
        return host;
    }

    /// <summary>Does the same work in the moment between the question whether it is needed and the answer's save, once.</summary>
    private sealed class OtherNode(Func<object, bool> isIt, Func<IServiceProvider, Task> work) : SaveChangesInterceptor
    {
        private int _came;

        public bool Came => _came > 0;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var db = eventData.Context!;
            if (db.ChangeTracker.Entries().Any(e => e.State == EntityState.Added && isIt(e.Entity)) && Interlocked.Exchange(ref _came, 1) == 0)
            {
                var application = db.GetService<IDbContextOptions>()
                    .FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;
                await using var scope = application.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                await work(scope.ServiceProvider);
            }

            return result;
        }
    }
}

public sealed class TwoNodesOnSqlite() : TwoNodesTests(DatabaseProvider.Sqlite);

public sealed class TwoNodesOnSqlServer() : TwoNodesTests(DatabaseProvider.SqlServer);
