using System.Reflection;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// What a posted field is called, so that a kept form can be shown in its reader's words: the page it was posted to says which property
/// it fills, and the resources have the property's name.
/// </summary>
public sealed class FieldLabels(IActionDescriptorCollectionProvider actions, PageLoader loader, IStringLocalizer<Strings> localizer)
{
    /// <summary>The labels of what a person types on a page; versions, ticks, choices and ids have none.</summary>
    /// <param name="address">Path and query the form was posted to.</param>
    /// <param name="fields">The names of the posted fields.</param>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(string address, IEnumerable<string> fields)
    {
        var model = await ModelAsync(address.Split('?')[0]);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Distinct(StringComparer.Ordinal))
        {
            if (model is not null && PropertyOf(model, field) is { } property && IsTyped(property))
            {
                found[field] = ToText(property);
            }
        }

        return found;
    }

    /// <summary>The page's model; of the pages that fit the path, the one that says most of it itself.</summary>
    private async Task<Type?> ModelAsync(string path)
    {
        var page = actions.ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(p => (Page: p, Template: TemplateParser.Parse(p.AttributeRouteInfo!.Template!)))
            .Where(p => new TemplateMatcher(p.Template, []).TryMatch(path, []))
            .OrderBy(p => p.Template.Parameters.Count)
            .Select(p => p.Page)
            .FirstOrDefault();
        return page is null ? null : (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).ModelTypeInfo;
    }

    private static PropertyInfo? PropertyOf(Type model, string field)
    {
        PropertyInfo? property = null;
        foreach (var name in field.Split('.'))
        {
            property = (property?.PropertyType ?? model).GetProperty(name);
            if (property is null)
            {
                return null;
            }
        }

        return property;
    }

    private static bool IsTyped(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) || type == typeof(DateOnly) || type == typeof(decimal)
            || (type == typeof(int) && !property.Name.EndsWith("Id", StringComparison.Ordinal));
    }

    /// <summary>The property's own name on its form, or the one such a property bears everywhere.</summary>
    private string ToText(PropertyInfo property)
    {
        var own = localizer[$"Field.{property.ReflectedType!.Name}.{property.Name}"];
        var common = localizer["Field." + property.Name];
        return !own.ResourceNotFound ? own : common.ResourceNotFound ? localizer["Kept.OtherField"] : common;
    }
}
