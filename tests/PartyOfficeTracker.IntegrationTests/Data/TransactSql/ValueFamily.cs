using System.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOfficeTracker.IntegrationTests.Data.TransactSql;

/// <summary>What SQL Server may compare without turning one side into another kind of value.</summary>
public enum ValueFamily
{
    /// <summary>NULL, or a value of a kind the checker does not follow.</summary>
    Unknown,
    Text,
    Number,
    Bit,
    Date,
    Guid,
    Binary,
}

public static class ValueFamilies
{
    /// <summary>
    /// Whether both may stand in one column or on both sides of a comparison. SQL Server itself tries to turn the text into the number at
    /// run time, and says 245 when the first text is none; a string literal in place of a date or a uniqueidentifier is how EF writes these.
    /// </summary>
    public static bool Fit(ValueFamily one, ValueFamily other) => (one, other) switch
    {
        (ValueFamily.Unknown, _) or (_, ValueFamily.Unknown) => true,
        (ValueFamily.Number or ValueFamily.Bit, ValueFamily.Number or ValueFamily.Bit) => true,
        (ValueFamily.Text, ValueFamily.Date or ValueFamily.Guid) or (ValueFamily.Date or ValueFamily.Guid, ValueFamily.Text) => true,
        _ => one == other,
    };

    public static ValueFamily Of(DataTypeReference type) => type switch
    {
        SqlDataTypeReference sql => Of(sql.SqlDataTypeOption),
        XmlDataTypeReference => ValueFamily.Text,
        _ => ValueFamily.Unknown,
    };

    public static ValueFamily Of(DbType type) => type switch
    {
        DbType.String or DbType.AnsiString or DbType.StringFixedLength or DbType.AnsiStringFixedLength => ValueFamily.Text,
        DbType.Boolean => ValueFamily.Bit,
        DbType.Date or DbType.DateTime or DbType.DateTime2 or DbType.DateTimeOffset => ValueFamily.Date,
        DbType.Guid => ValueFamily.Guid,
        DbType.Binary => ValueFamily.Binary,
        DbType.Byte or DbType.Int16 or DbType.Int32 or DbType.Int64 or DbType.Decimal or DbType.Double or DbType.Single => ValueFamily.Number,
        _ => ValueFamily.Unknown,
    };

    private static ValueFamily Of(SqlDataTypeOption type) => type switch
    {
        SqlDataTypeOption.Char or SqlDataTypeOption.NChar or SqlDataTypeOption.VarChar or SqlDataTypeOption.NVarChar or SqlDataTypeOption.Text
            or SqlDataTypeOption.NText => ValueFamily.Text,
        SqlDataTypeOption.TinyInt or SqlDataTypeOption.SmallInt or SqlDataTypeOption.Int or SqlDataTypeOption.BigInt or SqlDataTypeOption.Decimal
            or SqlDataTypeOption.Numeric or SqlDataTypeOption.Float or SqlDataTypeOption.Real or SqlDataTypeOption.Money => ValueFamily.Number,
        SqlDataTypeOption.Bit => ValueFamily.Bit,
        SqlDataTypeOption.Date or SqlDataTypeOption.DateTime or SqlDataTypeOption.DateTime2 or SqlDataTypeOption.DateTimeOffset => ValueFamily.Date,
        SqlDataTypeOption.UniqueIdentifier => ValueFamily.Guid,
        SqlDataTypeOption.Binary or SqlDataTypeOption.VarBinary or SqlDataTypeOption.Rowversion or SqlDataTypeOption.Timestamp => ValueFamily.Binary,
        _ => ValueFamily.Unknown,
    };
}
