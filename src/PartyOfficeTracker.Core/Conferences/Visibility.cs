using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// What an actor may see of the minutes, said once for each kind of record: provinces see what is published, everybody else
/// drafts as well. Every query of a reader or a service starts here.
/// </summary>
public static class Visibility
{
    public static IQueryable<Conference> VisibleTo(this IQueryable<Conference> conferences, Actor actor) =>
        actor.ReadsEverything ? conferences : conferences.Published();

    public static IQueryable<Row> VisibleTo(this IQueryable<Row> rows, Actor actor) =>
        actor.ReadsEverything ? rows : rows.Published();

    public static IQueryable<Source> VisibleTo(this IQueryable<Source> sources, Actor actor) =>
        actor.ReadsEverything ? sources : sources.Where(s => s.Conference!.State != ConferenceState.Draft);

    public static IQueryable<Citation> VisibleTo(this IQueryable<Citation> citations, Actor actor) =>
        actor.ReadsEverything ? citations : citations.Where(c => c.Conference!.State != ConferenceState.Draft);

    /// <summary>A document is seen where a place that cites it is.</summary>
    public static IQueryable<CitedDocument> VisibleTo(this IQueryable<CitedDocument> documents, Actor actor) =>
        actor.ReadsEverything ? documents : documents.Where(d => d.Citations.Any(c => c.Conference!.State != ConferenceState.Draft));

    /// <summary>Published or closed: what counts in a year's summary, whoever reads it.</summary>
    public static IQueryable<Conference> Published(this IQueryable<Conference> conferences) => conferences.Where(c => c.State != ConferenceState.Draft);

    /// <summary>Rows of published or closed conferences, whoever reads them.</summary>
    public static IQueryable<Row> Published(this IQueryable<Row> rows) => rows.Where(r => r.Stage != ConferenceState.Draft);
}
