using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>The grammars of the oldest server the product is for and of the newest.</summary>
public static class Grammar
{
    /// <exception cref="FormatException">The text is not T-SQL.</exception>
    public static TSqlFragment Parse(string sql) =>
        Errors(sql, new TSql160Parser(initialQuotedIdentifiers: true), out var tree) is { Count: > 0 } errors
            ? throw new FormatException(string.Join('\n', errors))
            : tree;

    /// <summary>What SQL Server 2016 and SQL Server 2022 would refuse as no T-SQL.</summary>
    public static IReadOnlyList<string> Errors(string sql) =>
    [
        .. Errors(sql, new TSql130Parser(initialQuotedIdentifiers: true), out _).Select(e => "2016: " + e),
        .. Errors(sql, new TSql160Parser(initialQuotedIdentifiers: true), out _).Select(e => "2022: " + e),
    ];

    private static List<string> Errors(string sql, TSqlParser parser, out TSqlFragment tree)
    {
        using var reader = new StringReader(sql);
        tree = parser.Parse(reader, out var errors);
        return [.. errors.Select(e => string.Create(CultureInfo.InvariantCulture, $"line {e.Line}, column {e.Column}: {e.Message}"))];
    }
}
