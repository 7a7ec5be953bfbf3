using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Admin;

/// <summary>The old end of the audit trail goes into a file first, and out of the database then; nothing goes that is not in the file.</summary>
public abstract class AuditRetentionTests(AppHost host) : AppTests(host), IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("partyoffice-audit-").FullName;

    private string File => Path.Combine(_folder, "nhật ký.jsonl");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task OldEntries_GoIntoAFileAndThenOutOfTheDatabase_AndTheTrailSaysSo()
    {
        var moment = new DateTime(2019, 12, 31, 17, 0, 0, DateTimeKind.Utc);
        await AddAsync(moment.AddSeconds(-1), 2500);
        var kept = await AddAsync(moment, 1);
        var old = await Host.DatabaseAsync(db => db.AuditEntries.Where(a => a.At < moment).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
        var before = await Host.DatabaseAsync(db => db.AuditEntries.CountAsync());

        var (code, said) = await RunAsync("--before", "2020-01-01", "--to", File);

        Assert.True(code == 0, said);
        var lines = (await System.IO.File.ReadAllLinesAsync(File)).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();
        Assert.Equal(old, lines.Select(l => l.GetProperty(nameof(AuditEntry.Id)).GetInt64()));
        Assert.Equal("Ban cũ", lines[0].GetProperty(nameof(AuditEntry.Label)).GetString());
        Assert.Equal(before - old.Count + 1, await Host.DatabaseAsync(db => db.AuditEntries.CountAsync()));
        Assert.True(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.Id == kept[0])));
        var last = await Host.DatabaseAsync(db => db.AuditEntries.OrderByDescending(a => a.Id).FirstAsync());
        Assert.Equal((nameof(AuditEntry), $"< 01/01/2020: {old.Count}", "nhật ký.jsonl"), (last.Entity, last.Label, last.Reason));
        var page = await (await Host.SignInAsync("kiemtra")).GetPageAsync("/admin/audit");
        Assert.Contains("Nhật ký", page.Find("main table, main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--before", "2020-01-01")]
    [InlineData("--before", "1/1/2020", "--to", "x")]
    public async Task WithoutADayAndAFile_NothingGoes(params string[] words)
    {
        await AddAsync(new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1);
        var before = await Host.DatabaseAsync(db => db.AuditEntries.CountAsync());

        var (code, _) = await RunAsync(words);

        Assert.Equal((1, before), (code, await Host.DatabaseAsync(db => db.AuditEntries.CountAsync())));
    }

    [Fact]
    public async Task FileThatIsThereAlready_IsNotTouched_AndNothingGoes()
    {
        await System.IO.File.WriteAllTextAsync(File, "của người khác");
        await AddAsync(new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1);
        var before = await Host.DatabaseAsync(db => db.AuditEntries.CountAsync());

        var (code, said) = await RunAsync("--before", "2020-01-01", "--to", File);

        Assert.Equal((1, before), (code, await Host.DatabaseAsync(db => db.AuditEntries.CountAsync())));
        Assert.StartsWith("Nothing was removed", said, StringComparison.Ordinal);
        Assert.Equal("của người khác", await System.IO.File.ReadAllTextAsync(File));
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] words)
    {
        await using var said = new StringWriter();
        return (await RepairCommands.ForgetAuditAsync(Host.Services, said, words), said.ToString());
    }

    private Task<List<long>> AddAsync(DateTime at, int count) => Host.DatabaseAsync(async db =>
    {
        var entries = Enumerable.Range(0, count).Select(_ => new AuditEntry
        {
            At = at,
            UserName = "cũ",
            Action = AuditAction.Changed,
            Entity = "Unit",
            EntityUid = Guid.NewGuid(),
            Label = "Ban cũ",
            Changes = "[]",
        }).ToList();
        db.AuditEntries.AddRange(entries);
        await db.SaveChangesAsync();
        return entries.ConvertAll(e => e.Id);
    });
}

public sealed class AuditRetentionOnSqlite(SqliteHost host) : AuditRetentionTests(host), IClassFixture<SqliteHost>;

public sealed class AuditRetentionOnSqlServer(SqlServerHost host) : AuditRetentionTests(host), IClassFixture<SqlServerHost>;
