using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The facts of a row in a form, with what its lists offer; the fields are named under <see cref="Input"/>.</summary>
public sealed record RowFactsForm(RowFacts Input, IEnumerable<UnitInfo> Units, IReadOnlyList<FieldInfo> Fields, DateOnly Day);
