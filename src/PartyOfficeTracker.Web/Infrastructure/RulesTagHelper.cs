using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>A control written out by hand that bears the rules of a command's field all the same: <c>rules-of="Add.SpeakerName"</c>.</summary>
[HtmlTargetElement("input", Attributes = RulesOfName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = RulesOfName)]
public sealed class RulesTagHelper(FieldRules rules) : TagHelper
{
    private const string RulesOfName = "rules-of";

    [HtmlAttributeName(RulesOfName)]
    public required ModelExpression RulesOf { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        foreach (var (name, value) in rules.Of(ViewContext, RulesOf.ModelExplorer).ToAttributes("text"))
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
