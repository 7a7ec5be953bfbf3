using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// SQLite reads on the thread that asks and hears of no cancellation: a page that was left would be read to its end, and others wait for its thread. So SQLite
/// is asked to look up now and then, and stops where the request is over, or where a person has waited for one query as long as is allowed. Writes run to
/// their end, and so does what nobody waits for.
/// </summary>
internal sealed class SqliteBound(TimeSpan longest) : IDbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>Steps of SQLite's machine between two looks: about a millisecond.</summary>
    private const int StepsBetweenLooks = 20_000;

    private readonly ConditionalWeakTable<DbConnection, Watch> _watches = [];

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Guard(connection);

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Guard(connection);
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.LinqQuery && WatchOf(command.Connection) is { } watch)
        {
            watch.Begin(eventData.Context is AppDbContext { Change.Actor: not null } ? longest : Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return ValueTask.FromResult(result);
    }

    public InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        WatchOf(command.Connection)?.End();
        return result;
    }

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        WatchOf(command.Connection)?.End();
        return Task.CompletedTask;
    }

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        WatchOf(command.Connection)?.End();
        return Task.CompletedTask;
    }

    private Watch? WatchOf(DbConnection? connection) => connection is not null && _watches.TryGetValue(connection, out var watch) ? watch : null;

    private void Guard(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            var watch = _watches.GetValue(connection, _ => new Watch());
            watch.End();
            raw.sqlite3_progress_handler(handle, StepsBetweenLooks, _ => watch.IsOver ? 1 : 0, null);
        }
    }

    /// <summary>Until when the query that runs on a connection may run.</summary>
    private sealed class Watch
    {
        private CancellationToken _cancel;
        private long _until = long.MaxValue;

        public bool IsOver => _cancel.IsCancellationRequested || Environment.TickCount64 > _until;

        public void Begin(TimeSpan longest, CancellationToken cancel)
        {
            _cancel = cancel;
            _until = longest == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)longest.TotalMilliseconds;
        }

        public void End() => (_cancel, _until) = (CancellationToken.None, long.MaxValue);
    }
}
