using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>The part of <see cref="TypeCheck"/> that reads values and conditions.</summary>
internal sealed class Expressions(TypeCheck check)
{
    private static readonly HashSet<string> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT", "COUNT_BIG", "LEN", "DATALENGTH", "CHARINDEX", "PATINDEX", "DATEPART", "DATEDIFF", "YEAR", "MONTH", "DAY", "ROUND", "ABS", "CEILING",
        "FLOOR", "SIGN", "POWER", "ROW_NUMBER", "RANK", "DENSE_RANK", "ROWCOUNT_BIG", "SCOPE_IDENTITY", "SUM", "AVG", "ISJSON",
    };

    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "SUBSTRING", "LOWER", "UPPER", "LTRIM", "RTRIM", "TRIM", "REPLACE", "CONCAT", "CONCAT_WS", "STRING_AGG", "REVERSE", "STUFF", "DATENAME",
        "JSON_VALUE", "JSON_QUERY", "OBJECT_ID", "SCHEMA_NAME", "REPLICATE", "CHAR", "NCHAR", "QUOTENAME", "DB_NAME",
    };

    private static readonly HashSet<string> Dates = new(StringComparer.OrdinalIgnoreCase)
    {
        "DATEADD", "GETDATE", "GETUTCDATE", "SYSUTCDATETIME", "SYSDATETIME", "DATEFROMPARTS", "DATETIME2FROMPARTS", "EOMONTH",
    };

    private static readonly HashSet<string> SameAsTheirArguments = new(StringComparer.OrdinalIgnoreCase) { "MIN", "MAX", "ISNULL", "LEAST", "GREATEST" };

    public ValueFamily Of(ScalarExpression expression, Scope scope) => expression switch
    {
        NullLiteral or DefaultLiteral or MaxLiteral => ValueFamily.Unknown,
        StringLiteral => ValueFamily.Text,
        BinaryLiteral => ValueFamily.Binary,
        Literal => ValueFamily.Number,
        ColumnReferenceExpression column => Column(column, scope),
        VariableReference variable => check.Parameter(variable.Name),
        GlobalVariableExpression => ValueFamily.Number,
        ParenthesisExpression inner => Of(inner.Expression, scope),
        UnaryExpression unary => Of(unary.Expression, scope),
        BinaryExpression both => check.Together(both.BinaryExpressionType.ToString(), Of(both.FirstExpression, scope), Of(both.SecondExpression, scope), both),
        CastCall cast => Converted(cast.Parameter, cast.DataType, scope),
        ConvertCall convert => Converted(convert.Parameter, convert.DataType, scope),
        TryCastCall cast => Converted(cast.Parameter, cast.DataType, scope),
        CoalesceExpression coalesce => Together("COALESCE", coalesce.Expressions, coalesce, scope),
        NullIfExpression nullIf => Together("NULLIF", [nullIf.FirstExpression, nullIf.SecondExpression], nullIf, scope),
        IIfCall choice => Choice(choice, scope),
        SearchedCaseExpression searched => Searched(searched, scope),
        SimpleCaseExpression simple => Simple(simple, scope),
        ScalarSubquery sub => check.Columns(sub.QueryExpression, scope) is [var only, ..] ? only.Family : ValueFamily.Unknown,
        FunctionCall call => Function(call, scope),
        LeftFunctionCall left => Arguments(left.Parameters, scope, ValueFamily.Text),
        RightFunctionCall right => Arguments(right.Parameters, scope, ValueFamily.Text),
        AtTimeZoneCall zone => Of(zone.DateValue, scope),
        _ => Unknown(expression),
    };

    public void Check(BooleanExpression condition, Scope scope)
    {
        switch (condition)
        {
            case BooleanBinaryExpression both:
                Check(both.FirstExpression, scope);
                Check(both.SecondExpression, scope);
                break;
            case BooleanNotExpression not:
                Check(not.Expression, scope);
                break;
            case BooleanParenthesisExpression inner:
                Check(inner.Expression, scope);
                break;
            case BooleanIsNullExpression isNull:
                Of(isNull.Expression, scope);
                break;
            case BooleanComparisonExpression comparison:
                check.Together("comparison", Of(comparison.FirstExpression, scope), Of(comparison.SecondExpression, scope), comparison);
                break;
            case BooleanTernaryExpression between:
                Together("BETWEEN", [between.FirstExpression, between.SecondExpression, between.ThirdExpression], between, scope);
                break;
            case LikePredicate like:
                Together("LIKE", [like.FirstExpression, like.SecondExpression], like, scope);
                break;
            case InPredicate { Subquery: { } sub } member:
                check.Together("IN", Of(member.Expression, scope), Of(sub, scope), member);
                break;
            case InPredicate member:
                Together("IN", [member.Expression, .. member.Values], member, scope);
                break;
            case ExistsPredicate exists:
                check.Columns(exists.Subquery.QueryExpression, scope);
                break;
            default:
                check.Report("condition", "unknown condition " + condition.GetType().Name, condition);
                break;
        }
    }

    private ValueFamily Unknown(ScalarExpression expression)
    {
        check.Report("value", "unknown value " + expression.GetType().Name, expression);
        return ValueFamily.Unknown;
    }

    private ValueFamily Column(ColumnReferenceExpression column, Scope scope)
    {
        if (column.ColumnType != Microsoft.SqlServer.TransactSql.ScriptDom.ColumnType.Regular)
        {
            return ValueFamily.Unknown;
        }

        var names = column.MultiPartIdentifier.Identifiers;
        if (scope.Find(names.Count > 1 ? names[^2].Value : null, names[^1].Value) is { } found)
        {
            return found.Family;
        }

        check.Report("name", "no column", column);
        return ValueFamily.Unknown;
    }

    private ValueFamily Converted(ScalarExpression value, DataTypeReference type, Scope scope)
    {
        Of(value, scope);
        return ValueFamilies.Of(type);
    }

    private ValueFamily Together(string where, IEnumerable<ScalarExpression> values, TSqlFragment at, Scope scope)
    {
        var family = ValueFamily.Unknown;
        foreach (var value in values)
        {
            family = check.Together(where, family, Of(value, scope), at);
        }

        return family;
    }

    private ValueFamily Choice(IIfCall choice, Scope scope)
    {
        Check(choice.Predicate, scope);
        return Together("IIF", [choice.ThenExpression, choice.ElseExpression], choice, scope);
    }

    private ValueFamily Searched(SearchedCaseExpression searched, Scope scope)
    {
        foreach (var when in searched.WhenClauses)
        {
            Check(when.WhenExpression, scope);
        }

        return Together("CASE", searched.WhenClauses.Select(w => w.ThenExpression).Append(searched.ElseExpression).OfType<ScalarExpression>(), searched, scope);
    }

    private ValueFamily Simple(SimpleCaseExpression simple, Scope scope)
    {
        Together("CASE WHEN", simple.WhenClauses.Select(w => w.WhenExpression).Prepend(simple.InputExpression), simple, scope);
        return Together("CASE", simple.WhenClauses.Select(w => w.ThenExpression).Append(simple.ElseExpression).OfType<ScalarExpression>(), simple, scope);
    }

    private ValueFamily Function(FunctionCall call, Scope scope)
    {
        var name = call.FunctionName.Value;

        // The first argument of these names a part of a date, not a column.
        var isDatePart = name.StartsWith("DATE", StringComparison.OrdinalIgnoreCase) && name[4..].ToUpperInvariant() is "PART" or "ADD" or "DIFF" or "NAME";
        var arguments = isDatePart ? call.Parameters.Skip(1) : call.Parameters;
        if (SameAsTheirArguments.Contains(name))
        {
            return Together(name, arguments, call, scope);
        }

        var kind = Numbers.Contains(name) ? ValueFamily.Number
            : Texts.Contains(name) ? ValueFamily.Text
            : Dates.Contains(name) ? ValueFamily.Date
            : name.Equals("NEWID", StringComparison.OrdinalIgnoreCase) ? ValueFamily.Guid
            : ValueFamily.Unknown;
        if (kind == ValueFamily.Unknown)
        {
            check.Report("value", "unknown function " + name, call);
        }

        return Arguments(arguments, scope, kind);
    }

    private ValueFamily Arguments(IEnumerable<ScalarExpression> arguments, Scope scope, ValueFamily result)
    {
        foreach (var argument in arguments)
        {
            Of(argument, scope);
        }

        return result;
    }
}
