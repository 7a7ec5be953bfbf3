using System.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>A place where SQL Server would turn one kind of value into another, or a name nobody knows.</summary>
public sealed record TypeFault(string Where, string What, string Sql);

/// <summary>
/// Finds text beside numbers, and the like, in UNION, comparison, IN, CASE, COALESCE and in what is stored: SQLite takes any value anywhere,
/// SQL Server converts by precedence and fails at the first text that is no number. A name it cannot resolve is a fault as well, so that it is
/// never silent because it is blind.
/// </summary>
public sealed class TypeCheck
{
    private readonly Schema _schema;
    private readonly IReadOnlyDictionary<string, DbType> _parameters;
    private readonly List<TypeFault> _faults = [];
    private readonly Dictionary<string, IReadOnlyList<ColumnType>> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Expressions _expressions;

    private TypeCheck(Schema schema, IReadOnlyDictionary<string, DbType> parameters)
    {
        _schema = schema;
        _parameters = parameters;
        _expressions = new Expressions(this);
    }

    public static IReadOnlyList<TypeFault> Of(string sql, Schema schema, IReadOnlyDictionary<string, DbType>? parameters = null)
    {
        var check = new TypeCheck(schema, parameters ?? new Dictionary<string, DbType>(StringComparer.Ordinal));
        var statements = new Statements(check);
        foreach (var batch in ((TSqlScript)Grammar.Parse(sql)).Batches)
        {
            foreach (var statement in batch.Statements)
            {
                statements.Check(statement);
            }
        }

        return check._faults;
    }

    internal void Report(string where, string what, TSqlFragment at) => _faults.Add(new TypeFault(where, what, Text(at)));

    /// <summary>The kind both values have together; reports when there is none.</summary>
    internal ValueFamily Together(string where, ValueFamily one, ValueFamily other, TSqlFragment at)
    {
        if (!ValueFamilies.Fit(one, other))
        {
            Report(where, $"{one} against {other}", at);
            return ValueFamily.Unknown;
        }

        return one == ValueFamily.Unknown || (one == ValueFamily.Text && other is ValueFamily.Date or ValueFamily.Guid) ? other : one;
    }

    internal ValueFamily Parameter(string name) =>
        _parameters.TryGetValue(name, out var type) || _parameters.TryGetValue(name.TrimStart('@'), out type) ? ValueFamilies.Of(type) : ValueFamily.Unknown;

    internal void Name(string table, IReadOnlyList<ColumnType> columns) => _named[table] = columns;

    internal IReadOnlyList<ColumnType> Table(string name, TSqlFragment at)
    {
        if (_named.TryGetValue(name, out var columns))
        {
            return columns;
        }

        if (_schema.Find(name) is { } table)
        {
            return [.. table.Select(c => new ColumnType(c.Key, c.Value))];
        }

        Report("name", "no table " + name, at);
        return [];
    }

    internal ValueFamily Of(ScalarExpression? expression, Scope scope) => expression is null ? ValueFamily.Unknown : _expressions.Of(expression, scope);

    internal void Check(BooleanExpression? condition, Scope scope)
    {
        if (condition is not null)
        {
            _expressions.Check(condition, scope);
        }
    }

    internal IReadOnlyList<ColumnType> Columns(QueryExpression query, Scope? outer) => query switch
    {
        QueryParenthesisExpression inner => Ordered(query, inner.QueryExpression, outer),
        BinaryQueryExpression both => Union(both, outer),
        QuerySpecification one => Specification(one, outer),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private static string Text(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Take(fragment.FirstTokenIndex..(fragment.LastTokenIndex + 1)).Select(t => t.Text));

    private IReadOnlyList<ColumnType> Ordered(QueryExpression query, QueryExpression inner, Scope? outer)
    {
        var columns = Columns(inner, outer);
        Order(query, new Scope(outer).With("", columns));
        return columns;
    }

    private IReadOnlyList<ColumnType> Union(BinaryQueryExpression both, Scope? outer)
    {
        var first = Columns(both.FirstQueryExpression, outer);
        var second = Columns(both.SecondQueryExpression, outer);
        if (first.Count != second.Count)
        {
            Report(both.BinaryQueryExpressionType.ToString(), $"{first.Count} columns against {second.Count}", both);
            return first;
        }

        ColumnType[] columns = [.. first.Zip(second, (a, b) => a with
        {
            Family = Together($"{both.BinaryQueryExpressionType} column {a.Name}", a.Family, b.Family, both),
        })];
        Order(both, new Scope(outer).With("", columns));
        return columns;
    }

    private List<ColumnType> Specification(QuerySpecification query, Scope? outer)
    {
        var scope = new Scope(outer);
        foreach (var table in query.FromClause?.TableReferences ?? [])
        {
            Add(table, scope);
        }

        Check(query.WhereClause?.SearchCondition, scope);
        foreach (var grouping in query.GroupByClause?.GroupingSpecifications.OfType<ExpressionGroupingSpecification>() ?? [])
        {
            Of(grouping.Expression, scope);
        }

        Check(query.HavingClause?.SearchCondition, scope);
        var columns = new List<ColumnType>();
        foreach (var element in query.SelectElements)
        {
            switch (element)
            {
                case SelectScalarExpression scalar:
                    var name = scalar.ColumnName?.Value ?? (scalar.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value ?? "";
                    columns.Add(new ColumnType(name, Of(scalar.Expression, scope)));
                    break;
                case SelectStarExpression star:
                    columns.AddRange(scope.All(star.Qualifier?.Identifiers[^1].Value));
                    break;
                default:
                    Report("select", "unknown element " + element.GetType().Name, element);
                    break;
            }
        }

        Order(query, new Scope(scope).With("", columns));
        return columns;
    }

    private void Order(QueryExpression query, Scope scope)
    {
        foreach (var element in query.OrderByClause?.OrderByElements ?? [])
        {
            Of(element.Expression, scope);
        }
    }

    internal void Add(TableReference table, Scope scope)
    {
        switch (table)
        {
            case NamedTableReference named:
                var name = named.SchemaObject.BaseIdentifier.Value;
                scope.With(named.Alias?.Value ?? name, Table(name, named));
                break;
            case VariableTableReference variable:
                scope.With(variable.Alias?.Value ?? variable.Variable.Name, Table(variable.Variable.Name, variable));
                break;
            case QueryDerivedTable derived:
                scope.With(derived.Alias.Value, Renamed(Columns(derived.QueryExpression, scope), derived.Columns));
                break;
            case InlineDerivedTable values:
                scope.With(values.Alias.Value, Renamed(Rows(values.RowValues, scope), values.Columns));
                break;
            case QualifiedJoin join:
                Add(join.FirstTableReference, scope);
                Add(join.SecondTableReference, scope);
                Check(join.SearchCondition, scope);
                break;
            case UnqualifiedJoin join:
                Add(join.FirstTableReference, scope);
                Add(join.SecondTableReference, scope);
                break;
            case JoinParenthesisTableReference inner:
                Add(inner.Join, scope);
                break;
            case OpenJsonTableReference json:
                Of(json.Variable, scope);
                scope.With(json.Alias?.Value ?? "", json.SchemaDeclarationItems.Count == 0
                    ? [new ColumnType("key", ValueFamily.Text), new ColumnType("value", ValueFamily.Text), new ColumnType("type", ValueFamily.Number)]
                    : [.. json.SchemaDeclarationItems.Select(i =>
                        new ColumnType(i.ColumnDefinition.ColumnIdentifier.Value, ValueFamilies.Of(i.ColumnDefinition.DataType)))]);
                break;
            default:
                Report("from", "unknown table reference " + table.GetType().Name, table);
                break;
        }
    }

    internal IReadOnlyList<ColumnType> Rows(IList<RowValue> rows, Scope scope)
    {
        List<ColumnType>? columns = null;
        foreach (var row in rows)
        {
            var values = row.ColumnValues.Select(v => new ColumnType("", Of(v, scope))).ToList();
            columns = columns?.Zip(values, (a, b) => new ColumnType("", Together("VALUES", a.Family, b.Family, row))).ToList() ?? values;
        }

        return columns ?? [];
    }

    private static IReadOnlyList<ColumnType> Renamed(IReadOnlyList<ColumnType> columns, IList<Identifier> names) =>
        names.Count == 0 ? columns : [.. columns.Zip(names, (c, n) => c with { Name = n.Value })];
}

/// <summary>A column of a table or of a query.</summary>
public sealed record ColumnType(string Name, ValueFamily Family);

/// <summary>The tables a name may mean at one place, the inner ones first.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly List<(string Alias, IReadOnlyList<ColumnType> Columns)> _tables = [];

    public Scope With(string alias, IReadOnlyList<ColumnType> columns)
    {
        _tables.Add((alias, columns));
        return this;
    }

    public IEnumerable<ColumnType> All(string? alias) =>
        _tables.Where(t => alias is null || t.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase)).SelectMany(t => t.Columns);

    public ColumnType? Find(string? alias, string column) =>
        All(alias).FirstOrDefault(c => c.Name.Equals(column, StringComparison.OrdinalIgnoreCase)) ?? outer?.Find(alias, column);
}
