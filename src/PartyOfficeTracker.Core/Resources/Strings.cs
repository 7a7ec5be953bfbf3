namespace PartyOfficeTracker.Core.Resources;

/// <summary>Names the resource files: Strings.resx is Vietnamese, Strings.en.resx English.</summary>
public sealed class Strings
{
    private Strings()
    {
    }
}
