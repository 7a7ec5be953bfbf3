using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.MinutesReader;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using DaySession = PartyOfficeTracker.Core.Conferences.DaySession;

namespace PartyOfficeTracker.Core.Import;

/// <summary>Reports on their way in: read, shown beside their text, corrected row by row, thrown away.</summary>
public sealed class ImportService(
    AppDbContext db,
    UnitDirectory units,
    ConferenceReader conferences,
    IValidator<PasteReport> pasteValidator,
    IValidator<EditImportHead> headValidator,
    IValidator<EditImportRow> rowValidator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    private const int MostDrafts = 50;

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

        var given = decoded?.Text ?? command.Text;
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

        var read = MinutesReader.MinutesReader.Read(normal);
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
        DraftMaker.FillHead(draft, read, await units.UnitsAsync(cancel));
        draft.Rows.AddRange(DraftMaker.Rows(normal, read));
        db.ImportDrafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        return new PastedReport(draft.Id, true, null);
    }

    /// <summary>The open drafts of the office, newest first.</summary>
    public async Task<IReadOnlyList<ImportListItem>> ListAsync(Actor actor, CancellationToken cancel) => actor.WritesConferences
        ? await db.ImportDrafts.AsNoTracking()
            .OrderByDescending(d => d.Id)
            .Take(MostDrafts)
            .Select(d => new ImportListItem(d.Id, d.Title, d.Outlet, d.Owner!.DisplayName, d.CreatedAt, d.Rows.Count))
            .ToListAsync(cancel)
        : [];

    /// <summary>Null when there is no such draft or the actor may not see it.</summary>
    public async Task<ImportReview?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.WritesConferences
            || await db.ImportDrafts.AsNoTracking().Include(d => d.Rows.OrderBy(r => r.SpanStart).ThenBy(r => r.Id)).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return null;
        }

        var read = MinutesReader.MinutesReader.Read(draft.Text);
        return new ImportReview(draft, read, SourceSegments.Of(read.Blocks, draft.Rows), await ExistingAsync(actor, draft, read, cancel));
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

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <summary>Changes one row, and with the action splits it, joins it to the next, takes it in or sets it aside.</summary>
    /// <returns>The row to go on with.</returns>
    public async Task<Result<int>> EditRowAsync(Actor actor, int id, int rowId, EditImportRow command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.Include(d => d.Rows).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft
            || draft.Rows.Find(r => r.Id == rowId) is not { } row)
        {
            return Failure.NotFound;
        }

        if (rowValidator.Check(command) is { } failure)
        {
            return failure;
        }

        db.ExpectVersion(row, command.Version);
        row.Kind = command.Kind;
        var parts = command.Text!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var cannot = command.Action switch
        {
            ImportRowAction.Split => Split(draft, row, parts),
            ImportRowAction.Merge => Merge(draft, row, string.Join(' ', parts)),
            _ => SetText(draft, row, string.Join(' ', parts)),
        };
        if (cannot is not null)
        {
            return cannot;
        }

        row.IsAccepted = command.Action switch
        {
            ImportRowAction.Accept or ImportRowAction.Split or ImportRowAction.Merge => true,
            ImportRowAction.Discard => false,
            _ => row.IsAccepted,
        };
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : row.Id;
    }

    /// <summary>Throws a draft away, with the text it holds.</summary>
    public async Task<Result> DiscardAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        db.Remove(draft);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <summary>Puts the head as typed into the draft; saves nothing.</summary>
    internal async Task<Failure?> FillAsync(ImportDraft draft, EditImportHead command, CancellationToken cancel)
    {
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
        draft.Session = command.Session;
        draft.Kind = command.Kind;
        draft.Form = command.Form;
        draft.OrganiserId = command.OrganiserId;
        draft.Reviewed = command.Reviewed;
        draft.Ahead = command.Ahead;
        draft.Outlet = command.Outlet!;
        draft.Author = command.Author;
        return null;
    }

    /// <summary>Conferences of the same day and organiser whose session is the same, or not known.</summary>
    internal async Task<IReadOnlyList<int>> SameConferencesAsync(ImportDraft draft, CancellationToken cancel)
    {
        if (draft.Date is not { } day || draft.OrganiserId is not { } organiser)
        {
            return [];
        }

        var session = draft.Session;
        var anySession = session is null or DaySession.WholeDay;
        return await db.Conferences.AsNoTracking()
            .Where(c => c.Date == day && c.OrganiserId == organiser && (anySession || c.Session == session || c.Session == DaySession.WholeDay))
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<ImportComparison>> ExistingAsync(Actor actor, ImportDraft draft, MinutesDraft read, CancellationToken cancel)
    {
        var result = new List<ImportComparison>();
        foreach (var id in await SameConferencesAsync(draft, cancel))
        {
            if (await conferences.FindAsync(actor, id, cancel) is { } found)
            {
                var known = found.Points.Select(p => DraftMaker.PlaceKey(p.Place)).ToHashSet(StringComparer.Ordinal);
                var points = read.ConnectionPoints.Select(p => p.Place.Text).Where(p => !known.Contains(DraftMaker.PlaceKey(p))).ToList();
                result.Add(ImportComparison.Of(found, draft.Rows, Heads(found, draft, read), points));
            }
        }

        return result;
    }

    private List<HeadDifference> Heads(ConferenceDetails found, ImportDraft draft, MinutesDraft read)
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
            ("Conference.Chairs", Joined(found.Chairs.Select(c => c.Name)), Joined(read.Chairs.Select(c => c.Name.Text))),
            ("Conference.Points", Joined(found.Points.Select(p => p.Place)), Joined(read.ConnectionPoints.Select(p => p.Place.Text))),
        };
        return [.. pairs.Where(p => VietnameseText.Fold(p.Here ?? "") != VietnameseText.Fold(p.There ?? "")).Select(p => new HeadDifference(text[p.Field], p.Here, p.There))];
    }

    private static string? Joined(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } joined ? joined : null;

    private static Failure? SetText(ImportDraft draft, ImportRow row, string words)
    {
        if (row.Text == words)
        {
            return null;
        }

        var within = new Span(row.SpanStart, row.SpanEnd);
        if (SpanText.Find(draft.Text, within, words) is { } exact)
        {
            (row.SpanStart, row.SpanEnd) = (exact.Start, exact.End);
            row.Text = SpanText.Of(draft.Text, exact);
            row.IsEdited = false;
        }
        else
        {
            row.Text = words;
            row.IsEdited = true;
        }

        return null;
    }

    /// <summary>Each line becomes a row with its own part of the span; words that are not the source's keep what is left of it.</summary>
    private Failure? Split(ImportDraft draft, ImportRow row, string[] parts)
    {
        if (parts.Length < 2)
        {
            return Failure.Invalid(nameof(EditImportRow.Text), text["Import.SplitNeedsLines"]);
        }

        var left = new Span(row.SpanStart, row.SpanEnd);
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = SpanText.Find(draft.Text, left, parts[i]);
            var span = exact ?? left;
            var target = i == 0 ? row : CopyOf(row);
            (target.SpanStart, target.SpanEnd) = (span.Start, span.End);
            target.Text = exact is null ? parts[i] : SpanText.Of(draft.Text, span);
            target.IsEdited = exact is null;
            left = exact is null ? left : new Span(span.End, left.End);
            if (i > 0)
            {
                draft.Rows.Add(target);
            }
        }

        return null;
    }

    /// <summary>Joins the next row of the kind; with nothing between them the words are the source's from the first to the last.</summary>
    private Failure? Merge(ImportDraft draft, ImportRow row, string words)
    {
        SetText(draft, row, words);
        var next = draft.Rows.Where(r => r.Kind == row.Kind && r != row && (r.SpanStart, r.Id).CompareTo((row.SpanStart, row.Id)) > 0)
            .OrderBy(r => r.SpanStart).ThenBy(r => r.Id).FirstOrDefault();
        if (next is null)
        {
            return Failure.Invalid("", text["Import.NothingToMerge"]);
        }

        var whole = new Span(row.SpanStart, Math.Max(row.SpanEnd, next.SpanEnd));
        var isWhole = !row.IsEdited && !next.IsEdited && !draft.Rows.Exists(r => r != row && r != next && r.SpanStart < whole.End && r.SpanEnd > whole.Start);
        var merged = isWhole ? SpanText.Of(draft.Text, whole) : row.Text + " " + next.Text;
        if (merged.Length > ConferenceRow.TextLength)
        {
            return Failure.Invalid("", text["Validation.TooLong", merged.Length, ConferenceRow.TextLength]);
        }

        (row.SpanStart, row.SpanEnd) = (whole.Start, whole.End);
        row.Text = merged;
        row.IsEdited = !isWhole;
        row.IsWeak = row.IsWeak && next.IsWeak;
        db.Remove(next);
        return null;
    }

    private static ImportRow CopyOf(ImportRow row) => new()
    {
        Kind = row.Kind,
        Text = row.Text,
        IsAccepted = true,
        Addressee = row.Addressee,
        Verb = row.Verb,
        DeadlineKind = row.DeadlineKind,
        DueOn = row.DueOn,
        DeadlineText = row.DeadlineText,
        IsImmediate = row.IsImmediate,
        SubmittedTo = row.SubmittedTo,
    };
}
