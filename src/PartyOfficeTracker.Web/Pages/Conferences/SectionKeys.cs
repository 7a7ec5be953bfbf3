using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The letter that leads to a section of the entry page after "g": the first free one of its Vietnamese name; "c" is the chairs'.</summary>
public static class SectionKeys
{
    public static string Of(RowKind kind) => kind switch
    {
        RowKind.Achievement => "k",
        RowKind.Shortcoming => "h",
        RowKind.Obstacle => "v",
        RowKind.Remark => "p",
        RowKind.Recommendation => "n",
        RowKind.Directive => "d",
        RowKind.Award => "t",
        RowKind.Emulation => "u",
        _ => "l",
    };
}
