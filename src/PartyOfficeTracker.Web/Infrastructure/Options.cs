using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The choices of select lists.</summary>
public static class Options
{
    public static IEnumerable<SelectListItem> Enum<T>(IStringLocalizer<Strings> text, string? any = null)
        where T : struct, Enum
    {
        if (any is not null)
        {
            yield return new SelectListItem(any, "");
        }

        foreach (var value in System.Enum.GetValues<T>())
        {
            yield return new SelectListItem(text.Of(value), value.ToString());
        }
    }

    public static IEnumerable<SelectListItem> Units(IEnumerable<UnitInfo> units, DateOnly day, string? any = null)
    {
        if (any is not null)
        {
            yield return new SelectListItem(any, "");
        }

        foreach (var unit in units)
        {
            yield return new SelectListItem(unit.NameOn(day), unit.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static IEnumerable<SelectListItem> Fields(IEnumerable<FieldInfo> fields, string any, int? selected = null)
    {
        yield return new SelectListItem(any, "");
        foreach (var field in fields.Where(f => !f.IsRetired || f.Id == selected))
        {
            yield return new SelectListItem(field.Name, field.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static IEnumerable<SelectListItem> Years(IEnumerable<int> years, string any)
    {
        yield return new SelectListItem(any, "");
        foreach (var year in years)
        {
            var text = year.ToString(CultureInfo.InvariantCulture);
            yield return new SelectListItem(text, text);
        }
    }
}
