using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// Marks what went wrong while a connection was opened: whatever it is, the database is not there for us. An exhausted pool is an
/// <see cref="InvalidOperationException"/> that nothing else tells from a bug but its text, which comes in the server's language.
/// </summary>
internal sealed class OpeningTrouble : DbConnectionInterceptor
{
    public static readonly OpeningTrouble Instance = new();

    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        eventData.Exception.Data[DatabaseErrors.WhileOpening] = true;

    public override Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionFailed(connection, eventData);
        return Task.CompletedTask;
    }
}
