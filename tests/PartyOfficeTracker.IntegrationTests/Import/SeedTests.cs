using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
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
                await clerk.GetPageAsync("/conferences/import"), "#paste",
                ("Input.Text", await File.ReadAllTextAsync(files[index], TestContext.Current.CancellationToken)));
            if (review.Find(".comparison") is null)
            {
                var shown = await clerk.SubmitAsync(review, "#head-form button.btn-primary", Head(review));
                Assert.StartsWith("/conferences/", shown.Url, StringComparison.Ordinal);
                Assert.False(shown.Url.Contains("import", StringComparison.Ordinal), files[index] + ": " + shown.MainText);
                continue;
            }

            Assert.InRange(review.FindAll("tr[data-difference]:not([data-difference=Same])").Count, 7, int.MaxValue);
            await clerk.SubmitAsync(
                review, ".comparison button", [.. review.FindAll(".comparison input[name=rows][checked]").Select(i => ("rows", i.GetAttribute("value")))]);
        }

        Assert.Equal(4, await host.DatabaseAsync(db => db.Conferences.CountAsync(TestContext.Current.CancellationToken)));
        var day = new DateOnly(2021, 1, 13);
        var joint = await host.DatabaseAsync(
            db => db.Conferences.Include(c => c.Sources).Include(c => c.ConnectionPoints)
                .SingleAsync(c => c.Date == day, TestContext.Current.CancellationToken));
        Assert.Equal(2, joint.Sources.Count);
        Assert.Equal(["Cà Mau", "Nghệ An"], joint.ConnectionPoints.Select(p => p.Place)
            .Order(StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true)));
    }

    [Fact]
    public async Task TwoReportsOfOneConference_InEitherOrder_GiveTheSameConference()
    {
        var files = SharedSeeds.Files();
        Assert.SkipWhen(files.Count < 5, SharedSeeds.Missing);

        var one = await OfTwoAsync(files[0], files[2]);
        var other = await OfTwoAsync(files[2], files[0]);

        Assert.Equal(one, other);
    }

    /// <summary>How many rows of each kind, which points, chairs and papers the conference of both reports has.</summary>
    private static async Task<string> OfTwoAsync(string first, string second)
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var clerk = await host.SignInAsync("chuyenvien");
        foreach (var file in new[] { first, second })
        {
            var review = await clerk.SubmitAsync(
                await clerk.GetPageAsync("/conferences/import"), "#paste",
                ("Input.Text", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
            _ = review.Find(".comparison") is null
                ? await clerk.SubmitAsync(review, "#head-form button.btn-primary", Head(review))
                : await clerk.SubmitAsync(
                    review, ".comparison button", [.. review.FindAll(".comparison input[name=rows][checked]").Select(i => ("rows", i.GetAttribute("value")))]);
        }

        return await host.DatabaseAsync(async db =>
        {
            var found = await db.Conferences.Include(c => c.Chairs).Include(c => c.ConnectionPoints).Include(c => c.Rows)
                .Include(c => c.Citations).ThenInclude(c => c.Document).AsSplitQuery().SingleAsync(TestContext.Current.CancellationToken);
            return string.Join(
                "; ",
                found.Rows.Where(r => r.Kind.IsFinding() || r.Kind == RowKind.Directive).GroupBy(r => r.Kind).OrderBy(g => g.Key)
                    .Select(g => $"{g.Key} {g.Count()}")
                    .Concat(found.Chairs.Select(c => c.Name).Order(StringComparer.Ordinal))
                    .Concat(found.ConnectionPoints.Select(p => p.Place).Order(StringComparer.Ordinal))
                    .Concat(found.Citations.Select(c => c.Document!.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        });
    }

    private static (string Name, string? Value)[] Head(WebPage review) =>
    [
        ("Head.Title", string.IsNullOrEmpty(review.ValueOf("Head.Title")) ? "Hội nghị giao ban" : review.ValueOf("Head.Title")),
        ("Head.Session", string.IsNullOrEmpty(review.ValueOf("Head.Session")) ? "Morning" : review.ValueOf("Head.Session")),
        ("Head.Form", string.IsNullOrEmpty(review.ValueOf("Head.Form")) ? "Online" : review.ValueOf("Head.Form")),
    ];
}
