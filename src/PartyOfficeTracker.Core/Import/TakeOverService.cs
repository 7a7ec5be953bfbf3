using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;
using DeadlineKind = PartyOfficeTracker.Core.Conferences.DeadlineKind;
using FigureBound = PartyOfficeTracker.Core.Conferences.FigureBound;

namespace PartyOfficeTracker.Core.Import;

/// <summary>Turns a draft into a conference, or into a second source of one that exists; one save, and the draft is gone.</summary>
public sealed class TakeOverService(
    AppDbContext db,
    ImportService imports,
    ConferenceService conferences,
    CitationRegister citations,
    UnitDirectory units,
    IValidator<TakeOver> validator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    /// <summary>Numbers beyond this are no figure of a report, and no column holds them.</summary>
    private const decimal LargestFigure = 1_000_000_000_000m;

    /// <returns>The conference's id.</returns>
    public async Task<Result<int>> TakeOverAsync(Actor actor, int id, EditImportHead head, TakeOver command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        if (await imports.FillAsync(draft, head, cancel) is { } failure)
        {
            return failure;
        }

        return await TakeOverAsync(actor, draft, command, cancel);
    }

    /// <summary>Adds the report to a conference that exists, with the rows that were chosen.</summary>
    /// <returns>The conference's id.</returns>
    public async Task<Result<int>> AddToExistingAsync(Actor actor, int id, TakeOver command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (command.Into is null || await db.ImportDrafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(draft, command.Version);
        return await TakeOverAsync(actor, draft, command, cancel);
    }

    private async Task<Result<int>> TakeOverAsync(Actor actor, ImportDraft draft, TakeOver command, CancellationToken cancel)
    {
        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await db.Sources.AnyAsync(s => s.ContentHash == draft.ContentHash, cancel))
        {
            return Failure.Invalid("", text["Import.AlreadyThere"]);
        }

        var same = await imports.SameConferencesAsync(draft, cancel);
        if (command.Into is { } into && !same.Contains(into))
        {
            return Failure.NotFound;
        }

        if (command.Into is null && same.Count > 0 && !command.IsSeparate)
        {
            return Failure.Invalid("", text["Import.ConferenceExists"]);
        }

        var target = await TargetAsync(actor, draft, command.Into, cancel);
        if (target.Failure is { } cannot)
        {
            return cannot;
        }

        var conference = target.Value;
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.DraftId == draft.Id).OrderBy(r => r.SpanStart).ThenBy(r => r.Id).ToListAsync(cancel);
        var chosen = command.Into is null ? rows.Where(r => r.IsAccepted) : rows.Where(r => command.Rows.Contains(r.Id));
        var read = MinutesReader.Read(draft.Text, await units.ReaderTablesAsync(cancel));
        var source = new Source
        {
            Conference = conference,
            Outlet = draft.Outlet,
            Author = draft.Author,
            Url = draft.Url,
            PublishedOn = draft.PublishedOn,
            Text = draft.Text,
            ContentHash = draft.ContentHash,
        };
        conference.Sources.Add(source);
        await AddPeopleAsync(conference, draft, cancel);
        var added = AddRows(conference, source, draft.Text, [.. chosen], read);
        await CiteAsync(conference, draft, added, read, cancel);
        if (command.Into is not null)
        {
            await MentionAsync(actor, conference, source, rows, cancel);
        }

        db.Remove(draft);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : conference.Id;
    }

    private async Task<Result<Conference>> TargetAsync(Actor actor, ImportDraft draft, int? into, CancellationToken cancel)
    {
        if (into is { } id)
        {
            var found = await conferences.FindForWritingAsync(actor, id, cancel);
            if (found.Succeeded)
            {
                await db.Conferences.Where(c => c.Id == id)
                    .Include(c => c.Chairs).Include(c => c.ConnectionPoints).Include(c => c.Rows).Include(c => c.Citations).ThenInclude(c => c.Document)
                    .AsSplitQuery().LoadAsync(cancel);
            }

            return found;
        }

        var missing = new (string Field, bool IsMissing)[]
        {
            (nameof(draft.Title), string.IsNullOrWhiteSpace(draft.Title)),
            (nameof(draft.Date), draft.Date is null),
            (nameof(draft.Session), draft.Session is null),
            (nameof(draft.Form), draft.Form is null),
            (nameof(draft.OrganiserId), draft.OrganiserId is null),
        };
        if (missing.Any(m => m.IsMissing))
        {
            return Failure.Invalid(missing.Where(m => m.IsMissing).Select(m => new FieldError(m.Field, text["Validation.Required"])));
        }

        var organiser = await units.FindAsync(draft.OrganiserId, cancel);
        if (organiser?.IsValidOn(draft.Date!.Value) != true)
        {
            var message = text["Conference.OrganiserNotValid", organiser?.CurrentName ?? "", DayText.ToText(draft.Date!.Value)];
            return Failure.Invalid(nameof(draft.OrganiserId), message);
        }

        var conference = new Conference
        {
            Title = draft.Title!,
            Date = draft.Date.Value,
            LastDay = draft.LastDay,
            Session = draft.Session!.Value,
            Kind = draft.Kind,
            Form = draft.Form!.Value,
            OrganiserId = organiser.Id,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        conference.SetPeriods(Period.ParseOrNull(draft.Reviewed), Period.ParseOrNull(draft.Ahead));
        db.Conferences.Add(conference);
        return conference;
    }

    /// <summary>Chairs, connection points and the presenter that are not there yet.</summary>
    private async Task AddPeopleAsync(Conference conference, ImportDraft draft, CancellationToken cancel)
    {
        var chairs = conference.Chairs.Select(c => VietnameseText.Fold(c.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var person in ParticipantText.People(draft.Chairs).Where(p => chairs.Add(VietnameseText.Fold(p.Name))))
        {
            conference.Chairs.Add(new Chair { Position = conference.Chairs.Count + 1, Name = Name(person)!, Title = Title(person) });
        }

        var all = await units.UnitsAsync(cancel);
        var places = conference.ConnectionPoints.Select(p => PlaceNames.KeyOf(p.Place)).ToHashSet(StringComparer.Ordinal);
        foreach (var point in ParticipantText.Points(draft.Points).Where(p => places.Add(PlaceNames.KeyOf(p.Place))))
        {
            conference.ConnectionPoints.Add(new ConnectionPoint
            {
                Position = conference.ConnectionPoints.Count + 1,
                UnitId = PlaceNames.UnitOf(all, point.Place, conference.Date)?.Id,
                Place = DraftMaker.Cut(point.Place, Conference.PlaceLength)!,
                Room = DraftMaker.Cut(point.Room, Conference.PlaceLength),
                ChairName = Name(point.Chair),
                ChairTitle = Title(point.Chair),
                Attendance = DraftMaker.Cut(point.Attendance, ConnectionPoint.AttendanceLength),
            });
        }

        if (conference.PresenterName is null && ParticipantText.Person(draft.Presenter) is { } presenter)
        {
            conference.PresenterName = Name(presenter);
            conference.PresenterTitle = Title(presenter);
        }
    }

    private static List<Row> AddRows(Conference conference, Source source, string text, IReadOnlyList<ImportRow> rows, MinutesDraft read)
    {
        var last = conference.Rows.GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.Max(r => r.Position));
        var added = new List<Row>();
        foreach (var row in rows)
        {
            var span = new Span(row.SpanStart, row.SpanEnd);
            if (!row.IsEdited && !SpanText.Holds(text, span, row.Text))
            {
                throw new InvalidOperationException($"Row {row.Id} is not the text of its span.");
            }

            var target = new Row { Source = source, SpanStart = span.Start, SpanEnd = span.End };
            target.Take(row);
            if (target.DueOn < conference.Date)
            {
                target.SetDeadline(DeadlineKind.Missing, null);
            }

            if (target.Kind.IsFinding() && !row.IsEdited)
            {
                var inside = read.Figures.Where(f => f.Text.Span is { } s && s.Start >= row.SpanStart && s.End <= row.SpanEnd);
                target.Figures.AddRange(inside.Select(FigureOf).OfType<Figure>());
            }

            target.Position = last[row.Kind] = last.GetValueOrDefault(row.Kind) + 1;
            conference.Rows.Add(target);
            added.Add(target);
        }

        return added;
    }

    private static Figure? FigureOf(FigureMention mention)
    {
        if (FigureText.ParseAll(mention.Text.Text) is not [var (_, value, ofWhat)] || value >= LargestFigure)
        {
            return null;
        }

        var bound = mention.Bound switch
        {
            Reading.FigureBound.AtLeast => FigureBound.AtLeast,
            Reading.FigureBound.AtMost => FigureBound.AtMost,
            Reading.FigureBound.About => FigureBound.About,
            _ => FigureBound.Exactly,
        };
        return new Figure { Bound = bound, Value = value, OfWhat = ofWhat };
    }

    /// <summary>The rows this account says as well, each with its passage.</summary>
    private async Task MentionAsync(Actor actor, Conference conference, Source source, IReadOnlyList<ImportRow> read, CancellationToken cancel)
    {
        var rows = conference.Rows.Where(r => r.Id != 0 && RowMention.Fits(r.Kind)).ToDictionary(r => r.Id);
        foreach (var pair in await imports.SaidAlikeAsync(actor, conference.Id, read, cancel))
        {
            if (rows.TryGetValue(pair.Here.Id, out var row))
            {
                db.RowMentions.Add(new RowMention
                {
                    Conference = conference,
                    Source = source,
                    Row = row,
                    SpanStart = pair.There.SpanStart,
                    SpanEnd = pair.There.SpanEnd,
                });
            }
        }
    }

    /// <summary>Each document the draft lists is cited where it stands: by the row whose span holds it, else by the conference.</summary>
    private async Task CiteAsync(Conference conference, ImportDraft draft, List<Row> rows, MinutesDraft read, CancellationToken cancel)
    {
        await CompleteAsync(conference, draft, cancel);
        var known = conference.Citations.Select(c => DocumentReference.Parse(c.AsPrinted)).ToList();
        var spans = DraftMaker.CitedPlaces(draft.Text, read).ToDictionary(d => d.Reference.Key, d => d.Span, StringComparer.Ordinal);
        var places = RowText.Lines(draft.Documents).Select(DocumentReference.Parse)
            .DistinctBy(d => d.Key, StringComparer.Ordinal)
            .Where(d => !known.Exists(d.IsSameAs))
            .ToLookup(d => spans.TryGetValue(d.Key, out var span) ? HolderOf(span) : null);
        foreach (var place in places)
        {
            await citations.AddAsync(conference, place.Key, [.. place], cancel);
        }

        Row? HolderOf(Span span) => rows.Find(r => (r.Kind == RowKind.Directive || r.Kind.IsFinding()) && Holds(r, span))
            ?? rows.Find(r => r.Kind.IsRemark() && Holds(r, span));

        static bool Holds(Row row, Span span) => row.SpanStart <= span.Start && row.SpanEnd >= span.End;
    }

    /// <summary>Where the account before this one left the symbol of a paper out, the paper this one names in full takes its place.</summary>
    private async Task CompleteAsync(Conference conference, ImportDraft draft, CancellationToken cancel)
    {
        foreach (var reference in RowText.Lines(draft.Documents).Select(DocumentReference.Parse).Where(r => r.Symbol is not null))
        {
            var shortened = conference.Citations.Where(c => c.Document!.Symbol is null && reference.IsSameAs(DocumentReference.Parse(c.AsPrinted)));
            foreach (var citation in shortened.ToList())
            {
                await citations.CompleteAsync(citation, reference, cancel);
            }
        }
    }

    private static string? Name(TypedPerson? person) => DraftMaker.Cut(person?.Name, Conference.PersonLength);

    private static string? Title(TypedPerson? person) => DraftMaker.Cut(person?.Title, Conference.PersonTitleLength);
}
