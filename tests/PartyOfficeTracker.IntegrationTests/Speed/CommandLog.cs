using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyOfficeTracker.IntegrationTests.Speed;

/// <summary>Every command the application sends to its database, with its parameters.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    private readonly List<(string Text, List<(string Name, object? Value)> Parameters)> _commands = [];

    public IReadOnlyList<(string Text, List<(string Name, object? Value)> Parameters)> Commands => _commands;

    public void Clear() => _commands.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        lock (_commands)
        {
            _commands.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        }

        return ValueTask.FromResult(result);
    }
}
