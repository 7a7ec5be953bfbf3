using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Security;

/// <summary>Real records of the demo data that stand for the <c>{…}</c> of an address.</summary>
internal sealed partial class Samples(AppHost host)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public async Task<string> FillAsync(string address)
    {
        foreach (var name in Name().Matches(address).Select(m => m.Groups["name"].Value))
        {
            if (!_known.TryGetValue(name, out var value))
            {
                value = await host.DatabaseAsync(db => FindAsync(db, name));
                _known.Add(name, value);
            }

            address = address.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return address;
    }

    private static async Task<string> FindAsync(AppDbContext db, string name)
    {
        if (name == "source")
        {
            var source = await db.Sources.Where(s => s.Conference!.State == ConferenceState.Published).Select(s => new { s.Id, s.ConferenceId }).FirstAsync();
            return string.Create(CultureInfo.InvariantCulture, $"{source.ConferenceId}/sources/{source.Id}");
        }

        var id = name switch
        {
            "account" => await db.Users.Where(u => u.UserName == "camau").Select(u => u.Id).SingleAsync(),
            "clerk" => await db.Users.Where(u => u.UserName == "chuyenvien").Select(u => u.Id).SingleAsync(),
            "unit" => await db.Units.Where(u => u.Code == "ca-mau").Select(u => u.Id).SingleAsync(),
            "conference" => await db.Conferences.Where(c => c.State == ConferenceState.Published).Select(c => c.Id).FirstAsync(),
            "directive" => await Published(db).Where(a => a.Unit!.Code == "ca-mau").Select(a => a.DirectiveId).FirstAsync(),
            "document" => await db.Documents.Select(d => d.Id).FirstAsync(),
            "task of camau" => await Published(db).Where(a => a.Unit!.Code == "ca-mau").Select(a => a.Id).FirstAsync(),
            "recommendation of camau" => await RecommendationAsync(db),
            "notice of camau" => await db.Notices.Where(n => n.User!.UserName == "camau").Select(n => n.Id).FirstAsync(),
            "import" => await ImportAsync(db),
            "evidence of camau" => await EvidenceAsync(db),
            _ => throw new InvalidOperationException("No sample of this name: " + name),
        };
        return id.ToString(CultureInfo.InvariantCulture);
    }

    private static IQueryable<Assignment> Published(AppDbContext db) =>
        db.Assignments.Where(a => a.Directive!.Conference!.State == ConferenceState.Published);

    private static async Task<int> ImportAsync(AppDbContext db)
    {
        var draft = new ImportDraft
        {
            OwnerId = await db.Users.Where(u => u.UserName == "chuyenvien").Select(u => u.Id).SingleAsync(),
            Outlet = "Báo thử",
            Text = "Bài nhập thử",
            ContentHash = Guid.NewGuid().ToString("N"),
        };
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Id;
    }

    /// <summary>One that camau wrote between conferences and that waits.</summary>
    private static async Task<int> RecommendationAsync(AppDbContext db)
    {
        var recommendation = new Recommendation { UnitId = await db.Units.Where(u => u.Code == "ca-mau").Select(u => u.Id).SingleAsync() };
        recommendation.Write("Bố trí kinh phí thử", "Văn phòng Trung ương Đảng", null, null, new DateOnly(2022, 12, 1));
        db.Add(recommendation);
        await db.SaveChangesAsync();
        return recommendation.Id;
    }

    /// <summary>The demo data has no files; one is attached to a report of camau.</summary>
    private static async Task<int> EvidenceAsync(AppDbContext db)
    {
        var reportId = await db.ProgressReports
            .Where(r => r.Event!.Assignment!.Unit!.Code == "ca-mau" && r.Event.Assignment.Directive!.Conference!.State != ConferenceState.Draft)
            .Select(r => r.Id)
            .FirstAsync();
        var evidence = new Evidence
        {
            ReportId = reportId,
            File = new StoredFile { FileName = "bao-cao.pdf", ContentType = "application/pdf", Length = 4, Content = "%PDF"u8.ToArray() },
        };
        db.Add(evidence);
        await db.SaveChangesAsync();
        return evidence.Id;
    }

    [GeneratedRegex(@"\{(?<name>[\w ]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
