using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;
using DaySession = PartyOfficeTracker.Core.Conferences.DaySession;

namespace PartyOfficeTracker.Core.Import;

/// <summary>Reports on their way in: read, shown beside their text, their head corrected, thrown away. The rows are <see cref="ImportRowService"/>'s.</summary>
public sealed class ImportService(
    AppDbContext db,
    ChangeContext change,
    UnitDirectory units,
    ConferenceReader conferences,
    IValidator<PasteReport> pasteValidator,
    IValidator<EditImportHead> headValidator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    private const int MostDrafts = 50;
    private const int PassagesOfOneConference = 3;

    /// <summary>Reads a report into a draft. A text with a secrecy marking goes no further than this.</summary>
    public async Task<Result<PastedReport>> PasteAsync(Actor actor, PasteReport command, ReportFile? file, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (pasteValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var field = file is null ? nameof(command.Text) : "File";
        var decoded = file is null ? null : SourceText.Read(file.Content, file.Name);
        if (decoded?.Refusal is { } refusal)
        {
            return Failure.Invalid(field, text.Of(refusal));
        }

        var given = decoded?.Text ?? (command.Text is { } pasted ? SourceText.Pasted(pasted) : null);
        if (string.IsNullOrWhiteSpace(given))
        {
            return Failure.Invalid(field, text["Import.NothingPasted"]);
        }

        if (SecrecyMarking.Find(given) is not null)
        {
            return Failure.Invalid(field, text.Of(SourceRefusal.SecrecyMarking));
        }

        var normal = VietnameseText.Normalise(given);
        var hash = ParticipantService.Hash(normal);
        if (await db.Sources.Where(s => s.ContentHash == hash).Select(s => (int?)s.ConferenceId).FirstOrDefaultAsync(cancel) is { } conferenceId)
        {
            return new PastedReport(null, false, conferenceId);
        }

        if (await db.ImportDrafts.Where(d => d.ContentHash == hash).Select(d => (int?)d.Id).FirstOrDefaultAsync(cancel) is { } openId)
        {
            return new PastedReport(openId, false, null);
        }

        var read = MinutesReader.Read(normal, await units.ReaderTablesAsync(cancel));
        var draft = new ImportDraft
        {
            OwnerId = actor.UserId,
            Outlet = command.Outlet ?? DraftMaker.Cut(read.Outlet?.Text, Source.OutletLength) ?? text["Import.OutletUnknown"],
            Author = command.Author ?? DraftMaker.Cut(read.Author?.Text, Source.OutletLength),
            Url = command.Url,
            PublishedOn = command.PublishedOn,
            Text = normal,
            ContentHash = hash,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        var known = await units.UnitsAsync(cancel);
        DraftMaker.FillHead(draft, read, known);
        draft.Rows.AddRange(DraftMaker.Rows(normal, read, draft.Date, known, await units.FieldsAsync(cancel)));
        db.ImportDrafts.Add(draft);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : new PastedReport(draft.Id, true, null);
    }

    /// <summary>The open drafts of the office, newest first.</summary>
    public async Task<IReadOnlyList<ImportListItem>> ListAsync(Actor actor, CancellationToken cancel) => actor.WritesConferences
        ? await db.ImportDrafts.AsNoTracking()
            .OrderByDescending(d => d.Id)
            .Take(MostDrafts)
            .Select(d => new ImportListItem(d.Id, d.Title, d.Date, d.Outlet, d.Owner!.DisplayName, d.CreatedAt, d.Rows.Count))
            .ToListAsync(cancel)
        : [];

    /// <summary>Null when there is no such draft or the actor may not see it.</summary>
    public async Task<ImportReview?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var drafts = db.ImportDrafts.AsNoTracking().Include(d => d.Rows.OrderBy(r => r.SpanStart).ThenBy(r => r.Id));
        if (!actor.WritesConferences || await drafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return null;
        }

        var read = MinutesReader.Read(draft.Text, await units.ReaderTablesAsync(cancel));
        return new ImportReview(draft, read, SourceSegments.Of(read.Blocks, draft.Rows), await ExistingAsync(actor, draft, draft.Rows, cancel));
    }

    public async Task<Result> EditHeadAsync(Actor actor, int id, EditImportHead command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        if (await FillAsync(draft, command, cancel) is { } failure)
        {
            return failure;
        }

        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Throws a draft away, with the text it holds; it comes back for thirty days.</summary>
    public async Task<Result> DiscardAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.Include(d => d.Rows).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        change.Undo = new UndoMark(UndoStep.Trash, UndoKind.Discarded, draft.Title ?? draft.Outlet);
        db.RemoveRange(draft.Rows);
        db.Remove(draft);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Puts the head as typed into the draft; saves nothing.</summary>
    internal async Task<Failure?> FillAsync(ImportDraft draft, EditImportHead command, CancellationToken cancel)
    {
        if (command.Date is { } held)
        {
            var events = (await units.ReaderTablesAsync(cancel)).Anchors;
            command = command with { Reviewed = Period.InDays(command.Reviewed, events, held), Ahead = Period.InDays(command.Ahead, events, held) };
        }

        if (headValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (command.OrganiserId is not null && await units.FindAsync(command.OrganiserId, cancel) is null)
        {
            return Failure.Invalid(nameof(command.OrganiserId), text["Validation.Unknown"]);
        }

        db.ExpectVersion(draft, command.Version);
        draft.Title = command.Title;
        draft.Date = command.Date;
        draft.LastDay = command.LastDay > command.Date ? command.LastDay : null;
        draft.Session = command.Session;
        draft.Kind = command.Kind;
        draft.Form = command.Form;
        draft.OrganiserId = command.OrganiserId;
        draft.Reviewed = command.Reviewed;
        draft.Ahead = command.Ahead;
        draft.Outlet = command.Outlet!;
        draft.Author = command.Author;
        draft.Chairs = command.Chairs;
        draft.Points = command.Points;
        draft.Presenter = command.Presenter;
        draft.Documents = command.Documents;
        return null;
    }

    /// <summary>
    /// Conferences of the same day and organiser whose session is the same, or not known. Of a report that names no organiser every
    /// conference of the day can be the one; <see cref="ExistingAsync"/> then asks for passages in common.
    /// </summary>
    internal async Task<IReadOnlyList<int>> SameConferencesAsync(ImportDraft draft, CancellationToken cancel)
    {
        if (draft.Date is not { } day)
        {
            return [];
        }

        var organiser = draft.OrganiserId;
        var session = draft.Session;
        var anySession = session is null or DaySession.WholeDay or DaySession.NotStated;
        return await db.Conferences.AsNoTracking()
            .Where(c => c.Date == day && (organiser == null || c.OrganiserId == organiser))
            .Where(c => anySession || c.Session == session || c.Session == DaySession.WholeDay || c.Session == DaySession.NotStated)
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(cancel);
    }

    /// <summary>The conferences the report may be a further account of, each compared with it.</summary>
    internal async Task<IReadOnlyList<ImportComparison>> ExistingAsync(Actor actor, ImportDraft draft, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var result = new List<ImportComparison>();
        foreach (var id in await SameConferencesAsync(draft, cancel))
        {
            if (await conferences.FindAsync(actor, id, cancel) is { } found)
            {
                var known = found.Points.Select(p => PlaceNames.KeyOf(p.Place)).ToHashSet(StringComparer.Ordinal);
                var points = ParticipantText.Points(draft.Points).Select(p => p.Place).Where(p => !known.Contains(PlaceNames.KeyOf(p))).ToList();
                var comparison = ImportComparison.Of(found, rows, Heads(found, draft), points);
                if (draft.OrganiserId is not null || comparison.Shared >= PassagesOfOneConference)
                {
                    result.Add(comparison);
                }
            }
        }

        return result;
    }

    /// <summary>What a conference the report is added to and the report say alike; unlike a proposal it asks for no passages in common.</summary>
    internal async Task<IReadOnlyList<SamePassage>> SaidAlikeAsync(Actor actor, int conferenceId, IReadOnlyList<ImportRow> rows, CancellationToken cancel) =>
        await conferences.FindAsync(actor, conferenceId, cancel) is { } found ? ImportComparison.Of(found, rows, [], []).Same : [];

    private List<HeadDifference> Heads(ConferenceDetails found, ImportDraft draft)
    {
        var head = found.Head;
        var pairs = new (string Field, string? Here, string? There)[]
        {
            ("Conference.Title", head.Title, draft.Title),
            ("Conference.Session", text.Of(head.Session), draft.Session is { } session ? text.Of(session) : null),
            ("Conference.Kind", text.Of(head.Kind), text.Of(draft.Kind)),
            ("Conference.Form", text.Of(head.Form), draft.Form is { } form ? text.Of(form) : null),
            ("Conference.Reviewed", head.Reviewed?.ToVietnamese(), Period.ParseOrNull(draft.Reviewed)?.ToVietnamese()),
            ("Conference.Ahead", head.Ahead?.ToVietnamese(), Period.ParseOrNull(draft.Ahead)?.ToVietnamese()),
            ("Conference.Chairs", Joined(found.Chairs.Select(c => c.Name)), Joined(ParticipantText.People(draft.Chairs).Select(c => c.Name))),
            ("Conference.Points", Joined(found.Points.Select(p => p.Place)), Joined(ParticipantText.Points(draft.Points).Select(p => p.Place))),
            ("Conference.PresenterName", head.PresenterName, ParticipantText.Person(draft.Presenter)?.Name),
        };
        var differences = pairs
            .Where(p => VietnameseText.Fold(p.Here ?? "") != VietnameseText.Fold(p.There ?? ""))
            .Select(p => new HeadDifference(text[p.Field], p.Here, p.There));
        return [.. differences, .. LocalChairs(found, draft), .. Documents(found, draft)];
    }

    /// <summary>One place, another person in the chair.</summary>
    private IEnumerable<HeadDifference> LocalChairs(ConferenceDetails found, ImportDraft draft) =>
        from here in found.Points
        join there in ParticipantText.Points(draft.Points) on PlaceNames.KeyOf(here.Place) equals PlaceNames.KeyOf(there.Place)
        where VietnameseText.Fold(here.ChairName ?? "") != VietnameseText.Fold(there.Chair?.Name ?? "")
        select new HeadDifference($"{text["Conference.Points"]}: {here.Place}", here.ChairName, there.Chair?.Name);

    /// <summary>Documents only one of the two cites.</summary>
    private IEnumerable<HeadDifference> Documents(ConferenceDetails found, ImportDraft draft)
    {
        var here = found.Citations.Select(c => DocumentReference.Parse(c.AsPrinted)).DistinctBy(d => d.Key, StringComparer.Ordinal).ToList();
        var there = RowText.Lines(draft.Documents).Select(DocumentReference.Parse).DistinctBy(d => d.Key, StringComparer.Ordinal).ToList();
        return here.Where(h => !there.Exists(h.IsSameAs)).Select(d => new HeadDifference(text["Nav.Documents"], d.AsPrinted, null))
            .Concat(there.Where(t => !here.Exists(t.IsSameAs)).Select(d => new HeadDifference(text["Nav.Documents"], null, d.AsPrinted)));
    }

    private static string? Joined(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
}
