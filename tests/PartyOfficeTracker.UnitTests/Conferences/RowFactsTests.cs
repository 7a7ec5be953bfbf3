using System.Globalization;
using System.Reflection;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Import;

namespace PartyOfficeTracker.UnitTests.Conferences;

/// <summary>What a row says is one set of facts, whoever carries it.</summary>
public class RowFactsTests
{
    private static readonly PropertyInfo[] Facts = [.. typeof(RowFacts).GetProperties().Where(p => p.Name != nameof(RowFacts.Kind))];

    public static TheoryData<RowKind> Kinds => [.. Enum.GetValues<RowKind>()];

    [Fact]
    public void ACopy_HasEveryFact()
    {
        var copy = new ImportRow();

        copy.TakeAll(Full(RowKind.Directive));

        Assert.All(Facts, p => Assert.Equal(p.GetValue(Full(RowKind.Directive)), p.GetValue(copy)));
    }

    [Fact]
    public void EveryFact_IsTakenByARowOfSomeKind()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            var row = new Row();
            row.Take(Full(kind));
            taken.UnionWith(Facts.Where(p => Equals(p.GetValue(row), p.GetValue(Full(kind)))).Select(p => p.Name));
        }

        Assert.Equal(Facts.Select(p => p.Name).Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void MovedThereAndBack_ARowHasLostNothing(RowKind there)
    {
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            var row = new Row();
            row.TakeAll(Full(kind));
            var before = Text(row);

            row.TakeAndMove(Form(row, there));
            row.TakeAndMove(Form(row, kind));

            Assert.Equal(before, Text(row));
        }
    }

    [Fact]
    public void AFormThatEmptiesAFact_EmptiesItInTheRow()
    {
        var row = new Row();
        row.TakeAll(Full(RowKind.Directive));

        row.Take(new EditRow { Kind = RowKind.Directive, Text = "y" });

        Assert.Equal((null, null, null, DeadlineKind.Missing, false), (row.Number, row.Deliverable, row.DueOn, row.DeadlineKind, row.IsImmediate));
        Assert.NotNull(row.SpeakerName);
    }

    [Theory]
    [InlineData(DeadlineKind.Fixed, false)]
    [InlineData(DeadlineKind.Standing, true)]
    public void ADeadline_WithADayWhereNoneBelongs_IsNeverTaken(DeadlineKind kind, bool withDay) => Assert.Throws<ArgumentException>(() =>
        new Row().Take(new EditRow { Kind = RowKind.Directive, Text = "x", DeadlineKind = kind, DueOn = withDay ? new DateOnly(2021, 1, 1) : null }));

    /// <summary>What the browser posts from the form of a row: the facts its kind shows, and another kind chosen.</summary>
    private static EditRow Form(Row row, RowKind chosen)
    {
        var shown = new EditRow { Kind = row.Kind };
        shown.Take(row);
        shown.Kind = chosen;
        return shown;
    }

    /// <summary>A different value in every fact; a fact of a new type fails here, so that it is thought of.</summary>
    private static EditRow Full(RowKind kind)
    {
        var full = new EditRow { Kind = kind };
        foreach (var (fact, i) in Facts.Select((p, i) => (p, i)))
        {
            fact.SetValue(full, Sample(Nullable.GetUnderlyingType(fact.PropertyType) ?? fact.PropertyType, fact.Name, i + 1));
        }

        return full;
    }

    private static object Sample(Type type, string name, int number) =>
        type == typeof(string) ? name
        : type == typeof(int) ? number
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? new DateOnly(2021, 1, number)
        : type == typeof(Addressee) ? Addressee.OneUnit
        : type == typeof(AuthorityVerb) ? AuthorityVerb.Requires
        : type == typeof(DeadlineKind) ? DeadlineKind.Fixed
        : throw new NotSupportedException(type.Name);

    private static string Text(RowFacts row) =>
        row.Kind + "; " + string.Join("; ", Facts.Select(p => p.Name + "=" + Convert.ToString(p.GetValue(row), CultureInfo.InvariantCulture)));
}
