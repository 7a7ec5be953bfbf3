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

        foreach (var reference in references.DistinctBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!known.TryGetValue(reference.Key, out var document))
            {
                document = NewDocument(reference);
                known.Add(document.Key, document);
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
        var wanted = references.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        db.Citations.RemoveRange(existing.Where(c => !wanted.Contains(c.Document!.Key)));
        var kept = existing.Select(c => c.Document!.Key).ToHashSet(StringComparer.Ordinal);
        await AddAsync(row.ConferenceId, row, [.. references.Where(r => !kept.Contains(r.Key))], cancel);
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
