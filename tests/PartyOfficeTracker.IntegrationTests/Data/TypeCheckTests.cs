using System.Data;
using PartyOfficeTracker.IntegrationTests.Data.TransactSql;

namespace PartyOfficeTracker.IntegrationTests.Data;

/// <summary>The type check can fail: one small command for each place it looks at, beside one that fits.</summary>
public sealed class TypeCheckTests
{
    private static readonly Schema Tables = Schema.Of("""
        CREATE TABLE [Findings] ([Id] int NOT NULL, [Kind] nvarchar(30) NOT NULL, [Day] date NULL, [Uid] uniqueidentifier NOT NULL, [Flag] bit NOT NULL);
        GO
        CREATE TABLE [Heads] ([Id] int NOT NULL, [Title] nvarchar(500) NOT NULL);
        GO
        ALTER TABLE [Heads] ADD [Number] int NULL;
        GO
        """);

    private static readonly Dictionary<string, DbType> Parameters = new(StringComparer.Ordinal)
    {
        ["@text"] = DbType.String,
        ["@number"] = DbType.Int32,
        ["@day"] = DbType.Date,
    };

    [Theory]
    [InlineData("SELECT [Kind] FROM [Findings] UNION ALL SELECT 0 AS [Kind] FROM [Heads]", "Union column Kind: Text against Number")]
    [InlineData("SELECT 0 AS [Kind] FROM [Heads] UNION ALL SELECT [f].[Kind] FROM [Findings] AS [f]", "Union column Kind: Number against Text")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Kind] = 1", "comparison: Text against Number")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Kind] = @number", "comparison: Text against Number")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Kind] IN (N'a', 2)", "IN: Text against Number")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Id] IN (SELECT [Title] FROM [Heads])", "IN: Number against Text")]
    [InlineData("SELECT CASE WHEN [Flag] = CAST(1 AS bit) THEN N'a' ELSE 2 END FROM [Findings]", "CASE: Text against Number")]
    [InlineData("SELECT CASE [Kind] WHEN 0 THEN N'a' END FROM [Findings]", "CASE WHEN: Text against Number")]
    [InlineData("SELECT COALESCE([Kind], 0) FROM [Findings]", "COALESCE: Text against Number")]
    [InlineData("SELECT ISNULL([Kind], 0) FROM [Findings]", "ISNULL: Text against Number")]
    [InlineData("SELECT [Kind] + 1 FROM [Findings]", "Add: Text against Number")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Day] > 20210113", "comparison: Date against Number")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Uid] = [Id]", "comparison: Guid against Number")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Kind] BETWEEN N'a' AND 7", "BETWEEN: Text against Number")]
    [InlineData("SELECT [q].[K] FROM (SELECT [Kind] AS [K] FROM [Findings]) AS [q] WHERE [q].[K] = 1", "comparison: Text against Number")]
    [InlineData("WITH [q] AS (SELECT [Kind] AS [K] FROM [Findings]) SELECT 1 FROM [q] INNER JOIN [Heads] AS [h] ON [h].[Id] = [q].[K]",
        "comparison: Number against Text")]
    [InlineData("SELECT [Id] FROM [Heads] AS [h] WHERE EXISTS (SELECT 1 FROM [Findings] AS [f] WHERE [f].[Kind] = [h].[Id])",
        "comparison: Text against Number")]
    [InlineData("SELECT 1 FROM [Heads] [h] OUTER APPLY (SELECT TOP(1) [f].[Kind] FROM [Findings] [f] WHERE [f].[Id] = [h].[Id]) [a] WHERE [a].[Kind] = 1",
        "comparison: Text against Number")]
    [InlineData("SELECT (SELECT TOP(1) [Kind] FROM [Findings]) + 1 AS [x]", "Add: Text against Number")]
    [InlineData("UPDATE [f] SET [f].[Kind] = @number FROM [Findings] AS [f]", "SET: Text against Number")]
    [InlineData("UPDATE [Findings] SET [Kind] = @number WHERE [Id] = @number", "SET: Text against Number")]
    [InlineData("INSERT INTO [Heads] ([Title], [Number]) OUTPUT INSERTED.[Id] VALUES (@text, @text)", "column Number: Number against Text")]
    [InlineData("DELETE FROM [f] FROM [Findings] AS [f] WHERE [f].[Id] = @text", "comparison: Number against Text")]
    [InlineData("MERGE [Heads] USING (VALUES (@number, 0)) AS i ([Title], _Position) ON 1=0 WHEN NOT MATCHED THEN INSERT ([Title]) VALUES (i.[Title]);",
        "column Title: Text against Number")]
    [InlineData("SELECT [f].[Missing] FROM [Findings] AS [f]", "name: no column")]
    [InlineData("SELECT 1 FROM [Nowhere]", "name: no table Nowhere")]
    public void WhatDoesNotFit_IsFound(string sql, string fault)
    {
        var found = Assert.Single(TypeCheck.Of(sql, Tables, Parameters));

        Assert.Equal(fault, $"{found.Where}: {found.What}");
    }

    [Theory]
    [InlineData("SELECT [Kind] FROM [Findings] UNION ALL SELECT N'Head' FROM [Heads] UNION ALL SELECT NULL")]
    [InlineData("SELECT [Id] FROM [Findings] WHERE [Day] >= '2021-01-13' AND [Uid] <> '4f136a8b-4c0f-4f4e-8f5e-0a5f3d1f0a11' AND [Day] < @day")]
    [InlineData("SELECT DATEPART(year, [Day]) FROM [Findings] WHERE [Flag] = CAST(0 AS bit) ORDER BY [Day]")]
    [InlineData("SELECT COUNT(*) AS [n] FROM [Findings] AS [f] GROUP BY [f].[Kind] HAVING COUNT(*) > 1 ORDER BY [n]")]
    [InlineData("SELECT [h].* FROM [Heads] AS [h] WHERE [h].[Number] IN (1, 2, @number) OR [h].[Title] LIKE @text ESCAPE N'\\'")]
    [InlineData("SELECT [v].[Value] FROM OPENJSON(@text) WITH ([Value] int '$') AS [v] INNER JOIN [Heads] AS [h] ON [h].[Id] = [v].[Value]")]
    public void WhatFits_IsNoFault(string sql) => Assert.Empty(TypeCheck.Of(sql, Tables, Parameters));

    [Fact]
    public void WhatIsNoTransactSql_IsRefusedByBothGrammars()
    {
        var errors = Grammar.Errors("SELECT \"Id\" FROM Findings LIMIT 10");

        Assert.Equal(["2016", "2022"], errors.Select(e => e.Split(':')[0]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatOnlyANewerServerKnows_IsRefusedByTheOlderGrammar()
    {
        var errors = Grammar.Errors("SELECT 1 WHERE 1 IS DISTINCT FROM 2");

        Assert.All(errors, e => Assert.StartsWith("2016", e, StringComparison.Ordinal));
        Assert.NotEmpty(errors);
    }
}
