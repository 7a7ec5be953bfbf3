using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Vietnamese first, English by a switch that sets a cookie. The browser's own language is not asked.</summary>
public static class Languages
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture("vi-VN").AddSupportedCultures("vi-VN").AddSupportedUICultures(Vietnamese, English);
        options.DefaultRequestCulture = new RequestCulture("vi-VN", Vietnamese);
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "giaoban-language" }];
    }

    public static string CookieValue(string language) =>
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("vi-VN", language == English ? English : Vietnamese));
}
