using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Ties typed citations to documents: one document a key, however many places cite it.</summary>
public sealed class CitationRegister(AppDbContext db)
{
    /// <summary>Adds the citations of one place that are not there yet; saves nothing.</summary>
    public Task AddAsync(int conferenceId, Row? row, IReadOnlyList<DocumentReference> references, CancellationToken cancel) =>
        AddAsync(conferenceId, conference: null, row, references, cancel);

    /// <summary>The same for a conference that may not be saved yet.</summary>
    public Task AddAsync(Conference conference, Row? row, IReadOnlyList<DocumentReference> references, CancellationToken cancel) =>
        AddAsync(conference.Id, conference, row, references, cancel);

    private async Task AddAsync(int conferenceId, Conference? conference, Row? row, IReadOnlyList<DocumentReference> references, CancellationToken cancel)
    {
        if (references.Count == 0)
        {
            return;
        }

        var keys = references.Select(r => r.Key).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Documents.Where(d => keys.Contains(d.Key)).ToDictionaryAsync(d => d.Key, StringComparer.Ordinal, cancel);
        foreach (var unsaved in db.Documents.Local.Where(d => keys.Contains(d.Key)))
        {
            known.TryAdd(unsaved.Key, unsaved);
        }

        var here = await CitedHereAsync(conferenceId, conference, references, cancel);
        var documents = here.Select(c => c.Document!).Distinct().ToList();
        foreach (var reference in references.DistinctBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!known.TryGetValue(reference.Key, out var document))
            {
                document = SameHere(documents, reference) ?? NewDocument(reference);
                known.TryAdd(document.Key, document);
            }

            if (here.Exists(c => c.Document == document && c.RowId == row?.Id && c.Row == row))
            {
                continue;
            }

            document.Issuer ??= reference.Issuer;
            document.IssuedOn ??= reference.IssuedOn;
            document.Name ??= reference.Name;
            var citation = new Citation
            {
                Document = document,
                ConferenceId = conferenceId,
                Conference = conference,
                AsPrinted = reference.AsPrinted,
                Row = row,
            };
            db.Citations.Add(citation);
        }
    }

    /// <summary>Where the conference and its rows cite what may be meant, what is not saved yet included.</summary>
    private async Task<List<Citation>> CitedHereAsync(
        int conferenceId, Conference? conference, IReadOnlyList<DocumentReference> references, CancellationToken cancel)
    {
        if (conferenceId > 0)
        {
            var keys = references.Select(r => r.Key).ToList();
            var numbers = references.Select(r => r.Number).OfType<string>().ToList();
            await db.Citations.Include(c => c.Document)
                .Where(c => c.ConferenceId == conferenceId && (keys.Contains(c.Document!.Key) || numbers.Contains(c.Document.Number!)))
                .LoadAsync(cancel);
        }

        return
        [
            .. db.Citations.Local.Where(c =>
                c.Document is not null && ((conferenceId > 0 && c.ConferenceId == conferenceId) || (conference is not null && c.Conference == conference))),
        ];
    }

    /// <summary>The one document the conference cites more fully than it is cited now; null when none or several may be meant.</summary>
    private static CitedDocument? SameHere(List<CitedDocument> documents, DocumentReference reference)
    {
        var same = documents.Where(d => DocumentReference.Of(d) is var known && known.IsSameAs(reference) && known.IsFullerThan(reference)).Take(2).ToList();
        return same is [var one] ? one : null;
    }

    /// <summary>Points a citation at the paper another account names in full; the paper cited before stays in the register. Saves nothing.</summary>
    public async Task CompleteAsync(Citation citation, DocumentReference fuller, CancellationToken cancel)
    {
        citation.Document = await db.Documents.SingleOrDefaultAsync(d => d.Key == fuller.Key, cancel)
            ?? db.Documents.Local.FirstOrDefault(d => d.Key == fuller.Key) ?? NewDocument(fuller);
        citation.AsPrinted = fuller.AsPrinted;
    }

    /// <summary>Makes the citations of one row exactly these; saves nothing.</summary>
    public async Task ReplaceAsync(Row row, IReadOnlyList<DocumentReference> references, CancellationToken cancel)
    {
        var existing = await db.Citations.Include(c => c.Document).Where(c => c.RowId == row.Id).ToListAsync(cancel);
        var kept = existing.FindAll(c => references.Any(r => Names(c, r)));
        await AddAsync(row.ConferenceId, row, [.. references.Where(r => !kept.Exists(c => Names(c, r)))], cancel);
        db.Citations.RemoveRange(existing.Except(kept));

        static bool Names(Citation citation, DocumentReference reference) =>
            citation.Document!.Key == reference.Key || citation.AsPrinted == reference.AsPrinted;
    }

    private CitedDocument NewDocument(DocumentReference reference)
    {
        var document = new CitedDocument
        {
            TypeWord = reference.TypeWord,
            Number = reference.Number,
            Symbol = reference.Symbol,
            Issuer = reference.Issuer,
            IssuedOn = reference.IssuedOn,
            Name = reference.Name,
            Key = reference.Key,
        };
        db.Documents.Add(document);
        return document;
    }
}
