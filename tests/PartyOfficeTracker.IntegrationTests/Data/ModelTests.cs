using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.IntegrationTests.Data;

/// <summary>The model and its two sets of migrations, without a server.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Migrations_LackNothingOfTheModel(DatabaseProvider provider)
    {
        using var db = NewContext(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_OfSqlServer_BecomeTransactSql()
    {
        using var db = NewContext(DatabaseProvider.SqlServer);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [Conferences]", script, StringComparison.Ordinal);
        Assert.Contains("[__EFMigrationsHistory]", script, StringComparison.Ordinal);
    }

    [Fact]
    public void SqlParameter_WithText_KnowsItsType()
    {
        // Loads Microsoft.SqlServer.Server, as every parameterised command on SQL Server does.
        Assert.Equal(System.Data.SqlDbType.NVarChar, new SqlParameter("@p", (object)"x").SqlDbType);
    }

    internal static AppDbContext NewContext(DatabaseProvider provider)
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = provider, ConnectionString = "Data Source=nowhere" }.Configure(builder, Path.GetTempPath());
        return new AppDbContext(builder.Options);
    }
}
