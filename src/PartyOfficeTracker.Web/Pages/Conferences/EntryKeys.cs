using System.Globalization;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>One part of a conference, as a button posts it: "Chair:4".</summary>
public readonly record struct PartKey(ConferencePart Part, int Id)
{
    public static bool TryParse(string? text, IFormatProvider? provider, out PartKey key)
    {
        var parts = text?.Split(':') ?? [];
        var part = default(ConferencePart);
        var id = 0;
        var isKey = parts.Length == 2 && Enum.TryParse(parts[0], out part) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out id);
        key = new PartKey(part, id);
        return isKey;
    }
}

/// <summary>One step of a row among the rows of its kind, as a button posts it: "up:12" or "down:12".</summary>
public readonly record struct RowStep(int Row, int By)
{
    public static bool TryParse(string? text, IFormatProvider? provider, out RowStep step)
    {
        var parts = text?.Split(':') ?? [];
        var row = 0;
        var isStep = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out row);
        step = new RowStep(row, isStep && parts[0] == "up" ? -1 : 1);
        return isStep;
    }
}
