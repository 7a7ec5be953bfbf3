using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>Which error is dead infrastructure, which is a bug, which is a clash; and how long a request waits to know. No server is needed.</summary>
public sealed class DatabaseTroubleTests
{
    [Theory]
    [InlineData(-2, 11)]
    [InlineData(2, 20)]
    [InlineData(53, 20)]
    [InlineData(1205, 13)]
    [InlineData(1222, 16)]
    [InlineData(4060, 11)]
    [InlineData(18456, 14)]
    [InlineData(40613, 17)]
    [InlineData(9002, 17)]
    [InlineData(942, 14)]
    public void WhatTheServerCannotDoNow_IsTrouble(int number, byte errorClass)
    {
        Assert.True(DatabaseTrouble.Is(SqlErrors.Create(number, errorClass)));
        Assert.True(DatabaseTrouble.Is(new InvalidOperationException("outer", new DbUpdateException("save", SqlErrors.Create(number, errorClass)))));
    }

    [Theory]
    [InlineData(207, 16)]
    [InlineData(245, 16)]
    [InlineData(547, 16)]
    [InlineData(2627, 14)]
    public void WhatIsWrongWithTheCommand_IsNot(int number, byte errorClass) => Assert.False(DatabaseTrouble.Is(SqlErrors.Create(number, errorClass)));

    [Fact]
    public void GivingUp_IsTrouble_AndABugIsNot()
    {
        Assert.True(DatabaseTrouble.Is(new RetryLimitExceededException("tried", SqlErrors.Create(49918))));
        Assert.False(DatabaseTrouble.Is(new InvalidOperationException("Sequence contains no elements")));
    }

    [Theory]
    [InlineData(2601, true)]
    [InlineData(2627, true)]
    [InlineData(547, false)]
    public void Clash_OnSqlServer_IsToldByItsNumber(int number, bool clash) =>
        Assert.Equal(clash, DatabaseErrors.IsUniqueClash(new DbUpdateException("save", SqlErrors.Create(number, 14))));

    [Theory]
    [InlineData(1555, true)]
    [InlineData(2067, true)]
    [InlineData(787, false)]
    public void Clash_OnSqlite_IsToldByItsExtendedCode(int code, bool clash) =>
        Assert.Equal(clash, DatabaseErrors.IsUniqueClash(new DbUpdateException("save", new SqliteException("constraint", 19, code))));

    [Theory]
    [InlineData(1, 0, 200)]
    [InlineData(2, 300, 400)]
    [InlineData(3, 700, null)]
    [InlineData(1, 1900, null)]
    public void Retry_IsThreeTriesWithinTwoSeconds(int failures, int elapsed, int? pause) =>
        Assert.Equal(pause, BriefRetry.Pause(failures, TimeSpan.FromMilliseconds(elapsed))?.TotalMilliseconds);

    [Fact]
    public async Task ServerThatRefuses_IsTroubleWithinSeconds()
    {
        var clock = Stopwatch.StartNew();

        var trouble = await Record.ExceptionAsync(() => AskAsync($"Server=tcp:127.0.0.1,{FreePort()};Encrypt=False;Pooling=False"));

        Assert.True(DatabaseTrouble.Is(trouble), trouble?.ToString());
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task ServerThatDoesNotAnswer_IsGivenUpAfterItsConnectTimeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clock = Stopwatch.StartNew();

        var trouble = await Record.ExceptionAsync(() => AskAsync($"Server=tcp:127.0.0.1,{Port(silent)};Encrypt=False;Pooling=False"));

        Assert.True(DatabaseTrouble.Is(trouble), trouble?.ToString());
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task ExhaustedPool_IsTrouble_WhateverItsWords()
    {
        var trouble = await Record.ExceptionAsync(() => AskAsync("Server=nowhere", builder => builder.UseSqlServer(new FullPool())));

        Assert.IsType<InvalidOperationException>(trouble);
        Assert.True(DatabaseTrouble.Is(trouble));
    }

    private static async Task AskAsync(string connection, Action<DbContextOptionsBuilder>? change = null)
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = connection }.Configure(builder, Path.GetTempPath());
        change?.Invoke(builder);
        await using var db = new AppDbContext(builder.Options);
        await db.Units.AnyAsync();
    }

    private static string Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return Port(listener);
    }

    /// <summary>What the client says when every connection of its pool is in use.</summary>
    private sealed class FullPool : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get; set; } = "Server=nowhere";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Closed;

        public override void Open() => throw new InvalidOperationException("Hết thời gian chờ một kết nối trong nhóm.");

        public override void Close()
        {
        }

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => new SqlCommand();
    }
}
