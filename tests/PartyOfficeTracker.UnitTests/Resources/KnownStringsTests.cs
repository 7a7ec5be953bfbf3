using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.UnitTests.Resources;

public sealed class KnownStringsTests
{
    private readonly KnownStrings _text = new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    [Theory]
    [InlineData("en", 1, "1 assignment made.")]
    [InlineData("en", 2, "2 assignments made.")]
    [InlineData("en", 0, "0 assignments made.")]
    public void ANumber_HasTheFormOfItsLanguage(string language, int number, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(expected, _text["Assign.Made", number]);
    }

    [Fact]
    public void ALanguageWithOneForm_SaysTheSameOfOneAndOfTwo()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

        Assert.Equal(_text["Assign.Made", 2].Value.Replace('2', '1'), _text["Assign.Made", 1]);
    }
}
