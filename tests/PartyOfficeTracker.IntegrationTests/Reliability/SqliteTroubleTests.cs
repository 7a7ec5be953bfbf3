using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>What a browser sees while the SQLite file is away, and afterwards.</summary>
public sealed class SqliteTroubleTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Database_LostOrDamaged_GivesAReadablePageAndRecoversWithoutARestart(bool lost)
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var browser = await host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");
        var hidden = await HideAsync(host, lost);

        var read = await browser.GetOnceAsync("/admin/fields");
        var posted = await browser.SubmitOnceAsync(form, "form[action*='Add']", ("Input.Name", "Trong lúc hỏng"));
        var signIn = await browser.GetOnceAsync("/health/ready");
        var live = await browser.GetOnceAsync("/health/live");
        Restore(host, hidden);
        var after = await browser.GetOnceAsync("/admin/fields");

        TroubleTests.AssertSaysSo(read);
        TroubleTests.AssertSaysSo(posted);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, signIn.Status);
        Assert.Equal(HttpStatusCode.OK, live.Status);
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    [Fact]
    public async Task Database_LockedForAMoment_IsWaitedFor()
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var browser = await host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");
        await using var other = new SqliteConnection($"Data Source={host.SqliteFile};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();

        var post = browser.SubmitOnceAsync(form, "form[action*='Add']", ("Input.Name", "Chờ khóa"));
        await Task.Delay(TimeSpan.FromMilliseconds(700));
        command.CommandText = "COMMIT";
        await command.ExecuteNonQueryAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await post).Status);
        Assert.True(await host.DatabaseAsync(db => db.FieldsOfWork.AnyAsync(f => f.Name == "Chờ khóa")));
    }

    /// <summary>Takes the file away and puts a directory, or rubbish, in its place.</summary>
    private static async Task<string> HideAsync(AppHost host, bool lost)
    {
        var hidden = host.SqliteFile + ".hidden";
        await host.DatabaseAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)"));
        SqliteConnection.ClearAllPools();
        File.Move(host.SqliteFile, hidden);
        File.Delete(host.SqliteFile + "-wal");
        File.Delete(host.SqliteFile + "-shm");
        if (lost)
        {
            Directory.CreateDirectory(host.SqliteFile);
        }
        else
        {
            await File.WriteAllTextAsync(host.SqliteFile, new string('#', 8192));
        }

        return hidden;
    }

    private static void Restore(AppHost host, string hidden)
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(host.SqliteFile))
        {
            Directory.Delete(host.SqliteFile);
        }

        File.Delete(host.SqliteFile);
        File.Move(hidden, host.SqliteFile);
    }
}
