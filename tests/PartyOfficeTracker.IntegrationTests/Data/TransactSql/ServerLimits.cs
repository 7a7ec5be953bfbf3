using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>What SQL Server refuses, or cuts short, when the schema is made; read from the model.</summary>
internal static class ServerLimits
{
    private const int LongestName = 128;
    private const int ClusteredKeyBytes = 900;
    private const int IndexKeyBytes = 1700;

    public static IReadOnlyList<string> FaultsOf(IModel model)
    {
        var tables = model.GetRelationalModel().Tables.ToList();
        return [.. tables.SelectMany(NamesOf), .. tables.SelectMany(KeysOf), .. CascadesOf(tables)];
    }

    /// <summary>EF cuts a name that is too long and ends it with a tilde: two such names differ in a number nobody understands.</summary>
    private static IEnumerable<string> NamesOf(ITable table) =>
        table.Columns.Select(c => c.Name)
            .Concat(table.Indexes.Select(i => i.Name))
            .Concat(table.UniqueConstraints.Select(c => c.Name))
            .Concat(table.ForeignKeyConstraints.Select(c => c.Name))
            .Append(table.Name)
            .Where(name => name.Length > LongestName || name.Contains('~', StringComparison.Ordinal))
            .Select(name => $"{table.Name}: the name {name} is longer than {LongestName} characters");

    private static IEnumerable<string> KeysOf(ITable table)
    {
        var keys = table.UniqueConstraints.Select(c => (c.Name, c.Columns, Most: c.GetIsPrimaryKey() ? ClusteredKeyBytes : IndexKeyBytes))
            .Concat(table.Indexes.Select(i => (i.Name, i.Columns, Most: IndexKeyBytes)));
        foreach (var (name, columns, most) in keys)
        {
            var bytes = columns.Sum(BytesOf);
            if (bytes > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{table.Name}: the key of {name} may take {bytes} bytes of {most}");
            }
        }
    }

    private static long BytesOf(IColumn column)
    {
        const int bytesPerCharacter = 2;
        var type = column.StoreType;
        var length = type.Contains('(', StringComparison.Ordinal) ? type[(type.IndexOf('(', StringComparison.Ordinal) + 1)..^1] : "";
        var name = type.Split('(')[0];
        return (name, length) switch
        {
            (_, "max") => int.MaxValue,
            ("nvarchar" or "nchar", _) => long.Parse(length, CultureInfo.InvariantCulture) * bytesPerCharacter,
            ("varchar" or "char" or "varbinary" or "binary", _) => long.Parse(length, CultureInfo.InvariantCulture),
            ("int" or "real", _) => 4,
            ("bigint" or "float" or "datetime2", _) => 8,
            ("date", _) => 3,
            ("bit" or "tinyint", _) => 1,
            ("decimal" or "uniqueidentifier", _) => 16,
            ("datetimeoffset", _) => 10,
            _ => throw new NotSupportedException(type),
        };
    }

    /// <summary>Error 1785: from one table, deleting may reach another on one way only, and never itself.</summary>
    private static IEnumerable<string> CascadesOf(List<ITable> tables)
    {
        foreach (var start in tables)
        {
            var reached = new Dictionary<ITable, string>();
            var open = new Stack<(ITable Table, string Way)>([(start, start.Name)]);
            while (open.TryPop(out var at))
            {
                foreach (var foreignKey in at.Table.ReferencingForeignKeyConstraints
                    .Where(f => f.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault))
                {
                    var way = at.Way + " → " + foreignKey.Table.Name;
                    if (foreignKey.Table == start || !reached.TryAdd(foreignKey.Table, way))
                    {
                        yield return $"{start.Name}: deleting goes {way} and {reached.GetValueOrDefault(foreignKey.Table, "back")}";
                        continue;
                    }

                    open.Push((foreignKey.Table, way));
                }
            }
        }
    }
}
