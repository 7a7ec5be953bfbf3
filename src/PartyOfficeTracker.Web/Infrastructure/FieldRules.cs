using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>What the browser is told of a field. The server's validators check the same again.</summary>
/// <param name="IsRequired">Must be filled in.</param>
/// <param name="Said">The attributes of FluentValidation's client-side adapters: "data-val-range-max" and so on.</param>
public sealed record FieldRule(bool IsRequired, IReadOnlyDictionary<string, string> Said)
{
    /// <summary>The rules as attributes of a control; site.js shows those that HTML itself cannot keep for a text box.</summary>
    public IEnumerable<(string Name, string Value)> ToAttributes(string type)
    {
        if (IsRequired)
        {
            yield return ("aria-required", "true");
        }

        if (type is not "select" and not "checkbox" and not "file" && (Find("maxlength-max") ?? Find("length-max")) is { } longest)
        {
            yield return ("maxlength", longest);
        }

        if (Find("range-min") is { } least)
        {
            yield return ("data-min", least);
        }

        if (Find("range-max") is { } most)
        {
            yield return ("data-max", most);
        }

        if (Find("equalto-other") is { } other)
        {
            yield return ("data-equal-to", other.Replace("*.", "", StringComparison.Ordinal));
        }

        if ((Find("range") ?? Find("equalto")) is { } message)
        {
            yield return ("data-rule", message);
        }
    }

    private string? Find(string rule) => Said.GetValueOrDefault("data-val-" + rule);
}

/// <summary>
/// The unconditional rules of a field's own command and of those its form is turned into (<see cref="IFormOf{TCommand}"/>), as
/// FluentValidation tells them to the browser: the one source of every limit on a page.
/// </summary>
public sealed class FieldRules(ValidationHtmlAttributeProvider provider, IModelMetadataProvider metadata)
{
    public FieldRule Of(ViewContext view, ModelExplorer field)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        provider.AddValidationAttributes(view, field, said);
        foreach (var command in CommandsOf(field.Metadata).Where(c => c.GetProperty(field.Metadata.PropertyName!) is not null))
        {
            // Of two rules for one thing the form's own stands, unless the command's is there alone.
            var rules = new Dictionary<string, string>(StringComparer.Ordinal);
            var ruled = new ModelExplorer(metadata, metadata.GetMetadataForProperty(command, field.Metadata.PropertyName!), field.Model);
            provider.AddValidationAttributes(view, ruled, rules);
            foreach (var (name, value) in rules)
            {
                said.TryAdd(name, value);
            }
        }

        // A value that cannot be empty (a kind, a tick) is required by its type and not by a rule; a star beside it would say nothing.
        return new FieldRule(said.ContainsKey("data-val-required") && field.Metadata.IsReferenceOrNullableType, said);
    }

    private static IEnumerable<Type> CommandsOf(ModelMetadata field) => (field.ContainerType?.GetInterfaces() ?? [])
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFormOf<>))
        .Select(i => i.GetGenericArguments()[0]);
}
