using System.ComponentModel.DataAnnotations;

namespace PartyOfficeTracker.Core.Common;

/// <summary>
/// Text whose every character is wanted, before anything is made of it: in the fonts of before Unicode a soft hyphen is the letter "ư".
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AsGivenAttribute() : DataTypeAttribute(Name)
{
    public const string Name = "AsGiven";
}
