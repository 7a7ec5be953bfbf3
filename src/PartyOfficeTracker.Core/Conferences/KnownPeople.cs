using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>A person as written last.</summary>
public sealed record KnownPerson(string Name, string? Title);

/// <summary>Who and what was typed before, to be offered while the next is typed.</summary>
/// <param name="People">Each name once, with the title it had last; the newest first.</param>
/// <param name="Places">Rooms, venues and places of connection points; the newest first.</param>
public sealed record Known(IReadOnlyList<KnownPerson> People, IReadOnlyList<string> Places);

/// <summary>Reads people, titles, rooms and places from the newest conferences.</summary>
public sealed class KnownPeople(AppDbContext db)
{
    /// <summary>Records of each kind that are looked at: a few years of an office.</summary>
    private const int MostRead = 1000;

    /// <summary>What is offered of each; more nobody reads, and a slow line would feel.</summary>
    private const int Most = 300;

    public async Task<Result<Known>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var heads = await db.Conferences.AsNoTracking().OrderByDescending(c => c.Id).Take(MostRead)
            .Select(c => new { c.PresenterName, c.PresenterTitle, c.Venue }).ToListAsync(cancel);
        var chairs = await db.Set<Chair>().AsNoTracking().OrderByDescending(c => c.Id).Take(MostRead)
            .Select(c => new KnownPerson(c.Name, c.Title)).ToListAsync(cancel);
        var points = await db.Set<ConnectionPoint>().AsNoTracking().OrderByDescending(p => p.Id).Take(MostRead)
            .Select(p => new { p.Place, p.Room, p.ChairName, p.ChairTitle }).ToListAsync(cancel);
        var people = chairs
            .Concat(heads.Where(h => h.PresenterName is not null).Select(h => new KnownPerson(h.PresenterName!, h.PresenterTitle)))
            .Concat(points.Where(p => p.ChairName is not null).Select(p => new KnownPerson(p.ChairName!, p.ChairTitle)))
            .GroupBy(p => VietnameseText.Fold(p.Name))
            .Select(same => same.FirstOrDefault(p => p.Title is not null) ?? same.First());
        var places = points.Select(p => p.Room).Concat(heads.Select(h => h.Venue)).Concat(points.Select(p => (string?)p.Place))
            .OfType<string>().DistinctBy(VietnameseText.Fold);
        return new Known([.. people.Take(Most)], [.. places.Take(Most)]);
    }
}
