using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.IntegrationTests.Data.TransactSql;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.TestSupport.Mirror;

[assembly: AssemblyFixture(typeof(PartyOfficeTracker.IntegrationTests.Data.MirrorOfThisRun))]

namespace PartyOfficeTracker.IntegrationTests.Data;

/// <summary>Turns the mirror on before the first host starts, and sees at the end that no command came after the check.</summary>
public sealed class MirrorOfThisRun : IDisposable
{
    public MirrorOfThisRun() => SqlServerMirror.Start();

    /// <summary>How many commands were checked; null while the check has not run.</summary>
    internal int? Checked { get; set; }

    public void Dispose()
    {
        if (Checked is { } count && SqlServerMirror.Commands.Count > count)
        {
            throw new InvalidOperationException("Tests sent commands after SqlServerProofTests had checked them: it must run last.");
        }
    }
}

/// <summary>Collections that run alone run after all others, so that the proof sees what every test has sent.</summary>
[CollectionDefinition(nameof(AfterAllOthers), DisableParallelization = true)]
public sealed class AfterAllOthers;

/// <summary>
/// Without a server: the T-SQL of every query and save of this run and of every migration is parsed by the grammars of 2016 and 2022 and
/// checked for values that do not fit; the model is held against the limits of SQL Server.
/// </summary>
[Collection(nameof(AfterAllOthers))]
public sealed class SqlServerProofTests(MirrorOfThisRun run)
{
    /// <summary>Names a file that takes every command and every fault, to be read by a person.</summary>
    private const string ReportVariable = "PARTYOFFICE_TEST_TSQL_REPORT";

    [Fact]
    public async Task EveryQueryAndSaveOfThisRun_IsSoundTransactSql()
    {
        await SendSomethingAsync();
        var schema = Schema.Of(Script(MigrationsSqlGenerationOptions.Default));
        var commands = SqlServerMirror.Commands;
        var faults = commands.SelectMany(command => FaultsOf(command, schema))
            .Concat(SqlServerMirror.Untranslated.Select(u => "not translated: " + u))
            .ToList();
        run.Checked = commands.Count;
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, $"{commands.Count} commands, {faults.Count} faults\n\n{string.Join("\n\n", faults)}\n\n====\n\n"
                + string.Join("\n\n", commands.Select(c => c.Text).Order(StringComparer.Ordinal)));
        }

        Assert.NotEmpty(commands);
        Assert.True(faults.Count == 0, $"{faults.Count} of {commands.Count} commands:\n{string.Join("\n\n", faults)}");
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void MigrationScript_IsSoundTransactSql(MigrationsSqlGenerationOptions options) => Assert.Empty(Grammar.Errors(Script(options)));

    [Fact]
    public void EveryMigration_UpAndDown_IsSoundTransactSql()
    {
        using var db = ModelTests.NewContext(DatabaseProvider.SqlServer);
        var migrator = db.GetService<IMigrator>();
        string before = Migration.InitialDatabase;
        foreach (var migration in db.Database.GetMigrations())
        {
            Assert.Empty(Grammar.Errors(migrator.GenerateScript(before, migration)));
            Assert.Empty(Grammar.Errors(migrator.GenerateScript(migration, before)));
            before = migration;
        }
    }

    [Fact]
    public void Schema_OfTheScript_HoldsEveryColumnOfTheModel()
    {
        var schema = Schema.Of(Script(MigrationsSqlGenerationOptions.Default));
        foreach (var table in Model().GetRelationalModel().Tables)
        {
            Assert.Equal(table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal), schema.Find(table.Name)!.Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Model_KeepsToTheLimitsOfSqlServer() => Assert.Empty(ServerLimits.FaultsOf(Model()));

    [Fact]
    public void EveryEnumOfTheModel_IsTextInColumnsAndInQueries()
    {
        using var db = ModelTests.NewContext(DatabaseProvider.SqlServer);
        var properties = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).ToLookup(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType);
        var enums = properties.Select(p => p.Key).Where(t => t.IsEnum);

        Assert.All(enums.Append(typeof(AssignmentState)).Distinct(), type =>
        {
            Assert.StartsWith("nvarchar", db.GetService<IRelationalTypeMappingSource>().FindMapping(type, db.Model)!.StoreType, StringComparison.Ordinal);
            Assert.All(properties[type], p => Assert.StartsWith("nvarchar", p.GetColumnType(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public void SearchWords_AreComparedLetterByLetter() =>
        Assert.Equal("Latin1_General_BIN2", Model().FindEntityType(typeof(SearchTerm))!.FindProperty(nameof(SearchTerm.Term))!.GetCollation());

    /// <summary>One line of what is wrong with a command, and the command.</summary>
    private static IEnumerable<string> FaultsOf(MirroredCommand command, Schema schema)
    {
        var errors = Grammar.Errors(command.Text).ToList();
        if (errors.Count == 0)
        {
            errors.AddRange(TypeCheck.Of(command.Text, schema, command.Parameters).Select(f => $"{f.Where}: {f.What} in {f.Sql}"));
        }

        return errors.Count == 0 ? [] : [string.Join('\n', errors) + "\n" + command.Text];
    }

    /// <summary>When this class runs by itself, it still has the start of a seeded application and its widest pages to look at.</summary>
    private static async Task SendSomethingAsync()
    {
        await using var host = AppHost.Create(new AppHostOptions { Seed = true, FromTemplate = false });
        var browser = await host.SignInAsync("chuyenvien");
        foreach (var address in new[] { "/conferences/3", "/summaries/2020", "/search?q=van+phong", "/my-tasks" })
        {
            await browser.GetPageAsync(address);
        }
    }

    private static IModel Model()
    {
        using var db = ModelTests.NewContext(DatabaseProvider.SqlServer);
        return db.GetService<IDesignTimeModel>().Model;
    }

    private static string Script(MigrationsSqlGenerationOptions options)
    {
        using var db = ModelTests.NewContext(DatabaseProvider.SqlServer);
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }
}
