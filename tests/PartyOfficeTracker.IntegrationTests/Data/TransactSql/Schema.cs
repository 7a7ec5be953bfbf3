using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>The columns of every table and what they hold, read from a migration script.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, Dictionary<string, ValueFamily>> _tables = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Tables => _tables.Keys;

    public static Schema Of(string script)
    {
        var schema = new Schema();
        Grammar.Parse(script).Accept(new Reader(schema._tables));
        return schema;
    }

    public IReadOnlyDictionary<string, ValueFamily>? Find(string table) => _tables.GetValueOrDefault(table);

    private sealed class Reader(Dictionary<string, Dictionary<string, ValueFamily>> tables) : TSqlFragmentVisitor
    {
        public override void Visit(CreateTableStatement node)
        {
            var columns = new Dictionary<string, ValueFamily>(StringComparer.OrdinalIgnoreCase);
            tables[Name(node.SchemaObjectName)] = columns;
            Add(columns, node.Definition);
        }

        public override void Visit(AlterTableAddTableElementStatement node) => Add(tables[Name(node.SchemaObjectName)], node.Definition);

        public override void Visit(AlterTableAlterColumnStatement node)
        {
            if (node.DataType is not null)
            {
                tables[Name(node.SchemaObjectName)][node.ColumnIdentifier.Value] = ValueFamilies.Of(node.DataType);
            }
        }

        public override void Visit(AlterTableDropTableElementStatement node)
        {
            foreach (var element in node.AlterTableDropTableElements.Where(e => e.TableElementType == TableElementType.Column))
            {
                tables[Name(node.SchemaObjectName)].Remove(element.Name.Value);
            }
        }

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects)
            {
                tables.Remove(Name(table));
            }
        }

        private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

        private static void Add(Dictionary<string, ValueFamily> columns, TableDefinition definition)
        {
            foreach (var column in definition.ColumnDefinitions)
            {
                columns[column.ColumnIdentifier.Value] = ValueFamilies.Of(column.DataType);
            }
        }
    }
}
