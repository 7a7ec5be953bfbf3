using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>Something offered for the line that is being typed.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Said">The words it was found by; null where they are the label.</param>
/// <param name="Sets">The fields it fills, encoded as a form.</param>
/// <param name="Takes">What goes from the line with it.</param>
public sealed record Chip(string Label, string? Said, string Sets, string? Takes);

/// <summary>What the reader knows of the line that is being typed: deadline, unit and field, offered and never taken by itself.</summary>
public sealed class ChipsModel(ConferenceReader conferences, LineReader lines) : AppPageModel
{
    /// <summary>Characters that are looked at.</summary>
    private const int LongestLine = 1000;

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, RowKind kind, string? text)
    {
        if (!Actor.WritesConferences)
        {
            return Forbid();
        }

        if (await conferences.HeldOnAsync(Actor, id, Cancel) is not { } held)
        {
            return NotFound();
        }

        if (text is { Length: > 2 and <= LongestLine })
        {
            Chips = [.. Offers(await lines.ReadAsync(text, kind, held, Cancel), held)];
        }

        return Page();
    }

    private IEnumerable<Chip> Offers(LineHints hints, DateOnly held)
    {
        if (hints.Due is { } due)
        {
            var day = due.DueOn is { } on ? DayText.ToText(on) : "";
            yield return new Chip(
                day.Length > 0 ? L["Chip.Due", day] : L["Chip.DueKind", L.Of(due.Kind)],
                due.Words,
                Encode(("Add.DeadlineKind", due.Kind.ToString()), ("Add.DueOn", day), ("Add.DeadlineText", due.Words)),
                null);
        }

        if (hints.Unit is { } unit)
        {
            var name = unit.NameOn(held);
            yield return new Chip(
                name,
                null,
                unit.KindOn(held) == UnitKind.CentralOffice
                    ? Encode(("Add.Addressee", nameof(Addressee.CentralOffice)), ("Add.AddresseeUnitId", ""))
                    : Encode(("Add.Addressee", nameof(Addressee.OneUnit)), ("Add.AddresseeUnitId", FormattableString.Invariant($"{unit.Id}")), ("unit", name)),
                hints.UnitMark);
        }

        if (hints.Field is { } field)
        {
            yield return new Chip(field.Name, null, Encode(("Add.FieldOfWorkId", FormattableString.Invariant($"{field.Id}"))), hints.FieldMark);
        }
    }

    private static string Encode(params (string Name, string Value)[] fields) =>
        QueryHelpers.AddQueryString("", fields.ToDictionary(f => f.Name, string? (f) => f.Value))[1..];
}
