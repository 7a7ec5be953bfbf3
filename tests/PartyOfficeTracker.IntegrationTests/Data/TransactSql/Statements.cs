using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>The part of <see cref="TypeCheck"/> that reads whole commands: queries, and what is stored in which column.</summary>
internal sealed class Statements(TypeCheck check)
{
    public void Check(TSqlStatement statement)
    {
        switch (statement)
        {
            case SelectStatement select:
                With(select.WithCtesAndXmlNamespaces);
                check.Columns(select.QueryExpression, outer: null);
                break;
            case InsertStatement insert:
                With(insert.WithCtesAndXmlNamespaces);
                Insert(insert.InsertSpecification);
                break;
            case UpdateStatement update:
                With(update.WithCtesAndXmlNamespaces);
                Update(update.UpdateSpecification);
                break;
            case DeleteStatement delete:
                With(delete.WithCtesAndXmlNamespaces);
                var deleted = Target(delete.DeleteSpecification, delete.DeleteSpecification.FromClause);
                check.Check(delete.DeleteSpecification.WhereClause?.SearchCondition, deleted);
                break;
            case MergeStatement merge:
                Merge(merge.MergeSpecification);
                break;
            case DeclareTableVariableStatement table:
                check.Name(table.Body.VariableName.Value, [.. table.Body.Definition.ColumnDefinitions.Select(c =>
                    new ColumnType(c.ColumnIdentifier.Value, ValueFamilies.Of(c.DataType)))]);
                break;
            case PredicateSetStatement:
                break;
            default:
                check.Report("statement", "unknown statement " + statement.GetType().Name, statement);
                break;
        }
    }

    private void With(WithCtesAndXmlNamespaces? with)
    {
        foreach (var table in with?.CommonTableExpressions ?? [])
        {
            check.Name(table.ExpressionName.Value, check.Columns(table.QueryExpression, outer: null));
        }
    }

    /// <summary>The target of a change; with a FROM clause the target is one of its aliases.</summary>
    private Scope Target(UpdateDeleteSpecificationBase change, FromClause? from)
    {
        var scope = new Scope(outer: null);
        foreach (var table in from?.TableReferences ?? [])
        {
            check.Add(table, scope);
        }

        if (from is null)
        {
            check.Add(change.Target, scope);
        }

        return scope;
    }

    private void Update(UpdateSpecification update)
    {
        var scope = Target(update, update.FromClause);
        foreach (var clause in update.SetClauses.OfType<AssignmentSetClause>())
        {
            check.Together("SET", check.Of(clause.Column, scope), check.Of(clause.NewValue, scope), clause);
        }

        check.Check(update.WhereClause?.SearchCondition, scope);
    }

    private void Insert(InsertSpecification insert)
    {
        var scope = new Scope(outer: null);
        check.Add(insert.Target, scope);
        var given = insert.InsertSource switch
        {
            ValuesInsertSource { IsDefaultValues: true } => [],
            ValuesInsertSource values => check.Rows(values.RowValues, new Scope(outer: null)),
            SelectInsertSource select => check.Columns(select.Select, outer: null),
            _ => [],
        };
        Stored(insert.Columns, given, scope, insert);
    }

    private void Merge(MergeSpecification merge)
    {
        var target = new Scope(outer: null);
        check.Add(merge.Target, target);
        var scope = new Scope(outer: null);
        check.Add(merge.Target, scope);
        if (merge.TableAlias is { } alias)
        {
            scope.With(alias.Value, [.. target.All(alias: null)]);
        }

        check.Add(merge.TableReference, scope);
        check.Check(merge.SearchCondition, scope);
        foreach (var clause in merge.ActionClauses)
        {
            if (clause.Action is InsertMergeAction insert)
            {
                Stored(insert.Columns, check.Rows(insert.Source.RowValues, scope), target, insert);
            }
        }
    }

    private void Stored(IList<ColumnReferenceExpression> columns, IReadOnlyList<ColumnType> given, Scope target, TSqlFragment at)
    {
        foreach (var (column, value) in columns.Zip(given))
        {
            check.Together("column " + column.MultiPartIdentifier.Identifiers[^1].Value, check.Of(column, target), value.Family, at);
        }
    }
}
