using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Units;

/// <summary>Units by what people call them.</summary>
public static class PlaceNames
{
    /// <summary>The unit that bore this name, on the day if it did then.</summary>
    public static UnitInfo? UnitOf(IReadOnlyList<UnitInfo> units, string? name, DateOnly? day)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var folded = KeyOf(name);
        var named = units.Where(u => u.Names.Any(n => KeyOf(n.Name) == folded)).ToList();
        return named.Find(u => day is null || u.IsValidOn(day.Value)) ?? named.FirstOrDefault();
    }

    /// <summary>"tỉnh Cà Mau", "điểm cầu Cà Mau" and "Cà Mau" are one place.</summary>
    public static string KeyOf(string place)
    {
        var folded = VietnameseText.Fold(place);
        foreach (var front in new[] { "diem cau ", "van phong ", "tinh uy ", "thanh uy ", "tinh ", "thanh pho ", "tp " })
        {
            if (folded.StartsWith(front, StringComparison.Ordinal))
            {
                folded = folded[front.Length..];
            }
        }

        return folded;
    }
}
