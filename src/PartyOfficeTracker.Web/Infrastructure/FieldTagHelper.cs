using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// One field of a form: label, control, hint, and its message tied to it for screen readers. What was typed comes back as
/// it was typed. What the browser is told of the rules comes from the command's validator alone, see <see cref="FieldRules"/>.
/// <c>type</c> is text, textarea, select, day, number, password, checkbox or file.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<Strings> localizer, FieldRules rules) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Resource key of the label.</summary>
    public required string Label { get; set; }

    /// <summary>Resource key of the hint below the control.</summary>
    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public IEnumerable<SelectListItem>? Items { get; set; }

    public int Rows { get; set; } = 3;

    public bool Autofocus { get; set; }

    public string? Autocomplete { get; set; }

    public string? List { get; set; }

    /// <summary>What is offered while one types: "people", "titles" or "places" known from earlier conferences.</summary>
    public string? Known { get; set; }

    /// <summary>Prefix that keeps ids apart when one page shows the same form twice.</summary>
    public string? IdPrefix { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = For.Name;
        var id = (IdPrefix is null ? "" : IdPrefix + "-") + TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ViewData.ModelState.TryGetValue(name, out var state);
        var errors = state?.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).ToList() ?? [];
        var value = state?.AttemptedValue ?? Text(For.Model);

        var rule = rules.Of(ViewContext, For.ModelExplorer);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Type == "checkbox" ? "field field-check" : "field");

        var control = Control(name, id, value);
        foreach (var (key, said) in rule.ToAttributes(Type))
        {
            control.Attributes[key] = said;
        }

        Describe(control, id, errors.Count > 0);
        var label = LabelOf(id, rule.IsRequired);
        if (Type == "checkbox")
        {
            output.Content.AppendHtml(control).AppendHtml(label);
        }
        else
        {
            output.Content.AppendHtml(label).AppendHtml(control);
        }

        if (Hint is not null)
        {
            output.Content.AppendHtml(Note(id + "-hint", "hint", localizer[Hint]));
        }

        if (errors.Count > 0)
        {
            output.Content.AppendHtml(Note(id + "-error", "field-error", string.Join(' ', errors)));
        }
    }

    /// <summary>Ties the control to its hint and its messages, so that both are read out with it.</summary>
    private void Describe(TagBuilder control, string id, bool isInvalid)
    {
        var describedBy = new List<string>();
        if (Hint is not null)
        {
            describedBy.Add(id + "-hint");
        }

        if (isInvalid)
        {
            describedBy.Add(id + "-error");
            control.Attributes["aria-invalid"] = "true";
            control.AddCssClass("is-invalid");
        }

        if (describedBy.Count > 0)
        {
            control.Attributes["aria-describedby"] = string.Join(' ', describedBy);
        }
    }

    private TagBuilder LabelOf(string id, bool isRequired)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(localizer[Label]);
        if (isRequired)
        {
            var star = new TagBuilder("span");
            star.AddCssClass("required");
            star.Attributes["aria-hidden"] = "true";
            star.InnerHtml.Append(" *");
            label.InnerHtml.AppendHtml(star);
        }

        return label;
    }

    private TagBuilder Control(string name, string id, string value)
    {
        var control = Type switch
        {
            "textarea" => TextArea(value),
            "select" => Select(value),
            _ => Input(value),
        };
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (Autofocus)
        {
            control.Attributes["autofocus"] = "autofocus";
        }

        if (Autocomplete is not null)
        {
            control.Attributes["autocomplete"] = Autocomplete;
        }

        if (Known is not null)
        {
            control.Attributes["data-known"] = Known;
        }

        if (List is not null)
        {
            control.Attributes["list"] = List;
        }

        return control;
    }

    private TagBuilder TextArea(string value)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("form-control");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);

        // HTML drops one newline right after the tag.
        area.InnerHtml.Append("\n" + value);
        return area;
    }

    private TagBuilder Select(string value)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        foreach (var item in Items ?? [])
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (string.Equals(item.Value ?? "", value, StringComparison.Ordinal))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder Input(string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        switch (Type)
        {
            case "checkbox":
                input.AddCssClass("form-check-input");
                input.Attributes["type"] = "checkbox";
                input.Attributes["value"] = "true";
                if (value.StartsWith("true", StringComparison.OrdinalIgnoreCase))
                {
                    input.Attributes["checked"] = "checked";
                }

                break;
            case "password":
                input.AddCssClass("form-control");
                input.Attributes["type"] = "password";
                break;
            case "file":
                input.AddCssClass("form-control");
                input.Attributes["type"] = "file";
                break;
            case "day":
                input.AddCssClass("form-control day");
                input.Attributes["type"] = "text";
                input.Attributes["inputmode"] = "numeric";
                input.Attributes["placeholder"] = localizer["Common.DayFormat"];
                input.Attributes["value"] = value;
                break;
            case "number":
                input.AddCssClass("form-control number");
                input.Attributes["type"] = "text";
                input.Attributes["inputmode"] = "numeric";
                input.Attributes["value"] = value;
                break;
            default:
                input.AddCssClass("form-control");
                input.Attributes["type"] = Type;
                input.Attributes["value"] = value;
                break;
        }

        return input;
    }

    private static TagBuilder Note(string id, string css, string text)
    {
        var note = new TagBuilder("div");
        note.AddCssClass(css);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        return note;
    }

    private static string Text(object? model) => model switch
    {
        null => "",
        DateOnly day => DayText.ToText(day),
        Enum value => value.ToString(),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString() ?? "",
    };
}
