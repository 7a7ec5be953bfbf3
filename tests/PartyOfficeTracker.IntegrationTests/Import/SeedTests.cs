using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Import;

/// <summary>The five shared reports through the browser; skipped where they are not beside the repository.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData(0, 1, 2, 3, 4)]
    [InlineData(2, 4, 3, 1, 0)]
    public async Task FiveReports_InEitherOrder_AreFourConferencesAndOneHasTwoSources(params int[] order)
    {
        var files = SharedSeeds.Files();
        Assert.SkipWhen(files.Count < 5, SharedSeeds.Missing);
        await using var host = AppHost.Create(new AppHostOptions());
        var clerk = await host.SignInAsync("chuyenvien");
        foreach (var index in order)
        {
            var review = await clerk.SubmitAsync(
                await clerk.GetPageAsync("/conferences/import"), "#paste", ("Input.Text", await File.ReadAllTextAsync(files[index], TestContext.Current.CancellationToken)));
            if (review.Find(".comparison") is null)
            {
                var shown = await clerk.SubmitAsync(review, "#head-form button.btn-primary", Head(review));
                Assert.StartsWith("/conferences/", shown.Url, StringComparison.Ordinal);
                Assert.False(shown.Url.Contains("import", StringComparison.Ordinal), files[index] + ": " + shown.MainText);
                continue;
            }

            Assert.InRange(review.FindAll("tr[data-difference]:not([data-difference=Same])").Count, 7, int.MaxValue);
            await clerk.SubmitAsync(review, ".comparison button", [.. review.FindAll("tr[data-difference=OnlyThere] input[checked]").Select(i => ("rows", i.GetAttribute("value")))]);
        }

        Assert.Equal(4, await host.DatabaseAsync(db => db.Conferences.CountAsync(TestContext.Current.CancellationToken)));
        var day = new DateOnly(2021, 1, 13);
        var joint = await host.DatabaseAsync(db => db.Conferences.Include(c => c.Sources).Include(c => c.ConnectionPoints).SingleAsync(c => c.Date == day, TestContext.Current.CancellationToken));
        Assert.Equal(2, joint.Sources.Count);
        Assert.Equal(["Cà Mau", "Nghệ An"], joint.ConnectionPoints.Select(p => p.Place).Order(StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true)));
    }

    private static (string Name, string? Value)[] Head(WebPage review) =>
    [
        ("Head.Title", string.IsNullOrEmpty(review.ValueOf("Head.Title")) ? "Hội nghị giao ban" : review.ValueOf("Head.Title")),
        ("Head.Session", string.IsNullOrEmpty(review.ValueOf("Head.Session")) ? "Morning" : review.ValueOf("Head.Session")),
        ("Head.Form", string.IsNullOrEmpty(review.ValueOf("Head.Form")) ? "Online" : review.ValueOf("Head.Form")),
    ];
}
