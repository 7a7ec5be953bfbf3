using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using PartyOfficeTracker.Core.Data;

#pragma warning disable EF1001 // What stands between the application and its provider is EF's own; no public door shows every query and every save.

namespace PartyOfficeTracker.TestSupport.Mirror;

/// <summary>A command the SQL Server provider would have sent, with the types of its parameters.</summary>
public sealed record MirroredCommand(string Text, IReadOnlyDictionary<string, DbType> Parameters);

/// <summary>
/// Every query and every save of a SQLite host is put to the SQL Server provider as well, which writes its T-SQL and sends it nowhere.
/// Nothing of it reaches the application: what a test sees is what SQLite answered.
/// </summary>
public static class SqlServerMirror
{
    private static readonly ConcurrentDictionary<string, MirroredCommand> Seen = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, byte> Failures = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<DbContext, Counter> Sent = new();

    private static readonly Lazy<DbContextOptions<AppDbContext>> Options = new(() =>
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=nowhere" }.Configure(builder, Path.GetTempPath());
        builder.AddInterceptors(new NothingIsSent(), new NeverOpens(), new OtherModel());
        return builder.Options;
    });

    public static bool IsOn { get; private set; }

    /// <summary>The distinct commands so far.</summary>
    public static IReadOnlyCollection<MirroredCommand> Commands => [.. Seen.Values];

    /// <summary>Queries and saves the SQL Server provider could not write down at all.</summary>
    public static IReadOnlyCollection<string> Untranslated => [.. Failures.Keys];

    /// <summary>From here on every host on SQLite is mirrored.</summary>
    public static void Start() => IsOn = true;

    /// <summary>Puts the mirror between a context and its provider.</summary>
    public static void AddTo(DbContextOptionsBuilder options) => options
        .ReplaceService<IQueryCompiler, MirroringQueryCompiler>()
        .ReplaceService<IDatabase, MirroringDatabase>();

    internal static void Query<T>(Expression query, bool isAsync)
    {
        Watch(query.ToString, db =>
        {
            var compiler = db.GetService<IQueryCompiler>();
            var result = isAsync ? compiler.ExecuteAsync<T>(query, CancellationToken.None) : compiler.Execute<T>(query);
            if (result is IRelationalQueryingEnumerable rows)
            {
                using var command = rows.CreateDbCommand();
                Add(db, command);
            }
            else if (result is Task task)
            {
                task.GetAwaiter().GetResult();
            }
        });
    }

    internal static void Save(IEnumerable<IUpdateEntry> entries)
    {
        var originals = entries.ToList();
        Watch(() => string.Join(", ", originals.Select(e => e.EntityState + " " + e.EntityType.Name)), db =>
        {
            var adapter = db.GetService<IUpdateAdapterFactory>().Create();
            var connection = db.GetService<IRelationalConnection>();
            var copies = originals.ConvertAll(IUpdateEntry (entry) => Copy(entry, adapter, db.Model.FindEntityType(entry.EntityType.Name)!));
            foreach (var batch in db.GetService<ICommandBatchPreparer>().BatchCommands(copies, adapter))
            {
                try
                {
                    batch.Execute(connection);
                }
                catch (DbUpdateException)
                {
                    // Nobody answers with the new keys and counts; what would be sent is known by now.
                }
            }
        });
    }

    /// <summary>Works with a context of its own, and remembers it when the provider failed before it had a command.</summary>
    private static void Watch(Func<string> what, Action<AppDbContext> work)
    {
        using var db = new AppDbContext(Options.Value);
        var sent = new Counter();
        Sent.Add(db, sent);
        try
        {
            work(db);
        }
        catch (Exception) when (sent.Commands > 0)
        {
            // No rows came back, and a query for exactly one says so: that is after the translation.
        }
        catch (Exception e)
        {
            Failures.TryAdd($"{e.GetType().Name}: {e.Message}\n{what()}", 0);
        }
    }

    private static void Add(DbContext? db, DbCommand command)
    {
        if (db is not null && Sent.TryGetValue(db, out var sent))
        {
            sent.Commands++;
        }

        var parameters = command.Parameters.Cast<DbParameter>().ToDictionary(p => p.ParameterName, p => p.DbType, StringComparer.Ordinal);
        Seen.TryAdd(command.CommandText, new MirroredCommand(command.CommandText, parameters));
    }

    private static InternalEntityEntry Copy(IUpdateEntry entry, IUpdateAdapter adapter, IEntityType type)
    {
        var added = entry.EntityState == EntityState.Added;
        var properties = entry.EntityType.GetProperties().ToList();
        var values = properties.ToDictionary(p => p.Name, p => added ? entry.GetCurrentValue(p) : entry.GetOriginalValue(p), StringComparer.Ordinal);
        var copy = (InternalEntityEntry)adapter.CreateEntry(values, type);
        foreach (var property in properties.Where(entry.HasTemporaryValue))
        {
            copy.SetTemporaryValue(type.FindProperty(property.Name)!, entry.GetCurrentValue(property));
        }

        if (entry.EntityState != EntityState.Modified)
        {
            copy.SetEntityState(entry.EntityState);
            return copy;
        }

        copy.SetEntityState(EntityState.Unchanged);
        foreach (var property in properties.Where(entry.IsModified))
        {
            var own = type.FindProperty(property.Name)!;
            copy[own] = entry.GetCurrentValue(property);
            copy.SetPropertyModified(own);
        }

        return copy;
    }

    private sealed class Counter
    {
        public int Commands { get; set; }
    }

    /// <summary>The application's expressions name the entity types of its own model; here they are those of the SQL Server model.</summary>
    private sealed class OtherModel : IQueryExpressionInterceptor
    {
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
            new Roots(eventData.Context!.Model).Visit(queryExpression);

        private sealed class Roots(IModel model) : ExpressionVisitor
        {
            protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
                ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!)
                : base.VisitExtension(node);
        }
    }

    private sealed class NeverOpens : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class NothingIsSent : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Add(eventData.Context, command);
            using var nothing = new DataTable();
            return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(ReaderExecuting(command, eventData, result));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Add(eventData.Context, command);
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(NonQueryExecuting(command, eventData, result));
    }
}
