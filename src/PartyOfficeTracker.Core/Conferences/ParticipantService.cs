using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Who chaired and who was linked, what reports there are, what was cited.</summary>
public sealed class ParticipantService(
    AppDbContext db,
    ChangeContext change,
    ConferenceService conferences,
    CitationRegister citations,
    UnitDirectory units,
    IValidator<AddPerson> personValidator,
    IValidator<AddPoint> pointValidator,
    IValidator<AddSource> sourceValidator,
    IValidator<CiteDocuments> citeValidator,
    IStringLocalizer<Strings> text)
{
    /// <summary>Adds a chair, or changes the one the command names.</summary>
    public async Task<Result> SaveChairAsync(Actor actor, int conferenceId, AddPerson command, CancellationToken cancel)
    {
        if (await CannotAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        if (personValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var chair = await ExistingAsync<Chair>(c => c.Id == command.Id && c.ConferenceId == conferenceId, command.Id, command.Version, cancel);
        if (chair.Failure is { } missing)
        {
            return missing;
        }

        if (chair.Value is { } existing)
        {
            existing.Name = command.Name!;
            existing.Title = command.Title;
        }
        else
        {
            var position = await db.Set<Chair>().CountAsync(c => c.ConferenceId == conferenceId, cancel);
            db.Add(new Chair { ConferenceId = conferenceId, Position = position + 1, Name = command.Name!, Title = command.Title });
        }

        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Adds a connection point, or changes the one the command names.</summary>
    public async Task<Result> SavePointAsync(Actor actor, int conferenceId, AddPoint command, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (pointValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var unit = await units.FindAsync(command.UnitId, cancel);
        if (command.UnitId is not null && unit is null)
        {
            return Failure.Invalid(nameof(command.UnitId), text["Validation.Unknown"]);
        }

        var existing = await ExistingAsync<ConnectionPoint>(p => p.Id == command.Id && p.ConferenceId == conferenceId, command.Id, command.Version, cancel);
        if (existing.Failure is { } missing)
        {
            return missing;
        }

        var place = command.Place ?? unit!.NameOn(found.Value.Date);
        if (existing.Value is not { } point)
        {
            var position = await db.Set<ConnectionPoint>().CountAsync(p => p.ConferenceId == conferenceId, cancel);
            point = new ConnectionPoint { ConferenceId = conferenceId, Position = position + 1, Place = place };
            db.Add(point);
        }

        point.Place = place;
        point.UnitId = command.UnitId;
        point.Room = command.Room;
        point.ChairName = command.ChairName;
        point.ChairTitle = command.ChairTitle;
        point.Attendance = command.Attendance;
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Keeps a report of the conference. The same text is not kept twice, whatever its line ends and spaces.</summary>
    public async Task<Result> AddSourceAsync(Actor actor, int conferenceId, AddSource command, CancellationToken cancel)
    {
        if (await CannotAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        if (sourceValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (command.Text is not null && SecrecyMarking.Find(command.Text) is not null)
        {
            return Failure.Invalid(nameof(command.Text), text["Source.Secret"]);
        }

        var hash = command.Text is null ? null : Hash(command.Text);
        if (hash is not null && await db.Sources.AnyAsync(s => s.ConferenceId == conferenceId && s.ContentHash == hash, cancel))
        {
            return Failure.Invalid(nameof(command.Text), text["Source.Twice"]);
        }

        db.Add(new Source
        {
            ConferenceId = conferenceId,
            Outlet = command.Outlet!,
            Author = command.Author,
            PublishedOn = command.PublishedOn,
            Url = command.Url,
            Text = command.Text,
            ContentHash = hash,
        });
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Records that the conference cites these documents, semicolons or lines between them.</summary>
    public async Task<Result> AddCitationsAsync(Actor actor, int conferenceId, CiteDocuments command, CancellationToken cancel)
    {
        if (await CannotAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        if (citeValidator.Check(command) is { } failure)
        {
            return failure;
        }

        await citations.AddAsync(conferenceId, row: null, DocumentReference.ParseAll(command.Citations), cancel);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Removes a chair, a connection point, a citation, or a source that no row refers to.</summary>
    public async Task<Result> RemoveAsync(Actor actor, int conferenceId, ConferencePart part, int id, CancellationToken cancel)
    {
        if (await CannotAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        object? entity = part switch
        {
            ConferencePart.Chair => await db.Set<Chair>().SingleOrDefaultAsync(c => c.Id == id && c.ConferenceId == conferenceId, cancel),
            ConferencePart.Point => await db.Set<ConnectionPoint>().SingleOrDefaultAsync(c => c.Id == id && c.ConferenceId == conferenceId, cancel),
            ConferencePart.Source => await db.Sources.SingleOrDefaultAsync(c => c.Id == id && c.ConferenceId == conferenceId, cancel),
            _ => await db.Citations.SingleOrDefaultAsync(c => c.Id == id && c.ConferenceId == conferenceId, cancel),
        };
        if (entity is null)
        {
            return Failure.NotFound;
        }

        if (entity is Source && await IsReferredToAsync(id, cancel))
        {
            return Failure.Invalid("", text["Source.InUse"]);
        }

        change.Undo = new UndoMark(UndoStep.OfConference(conferenceId), UndoKind.Deleted, NameOf(entity));
        db.Remove(entity);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>A chair or connection point changes places with the one before (−1) or after (+1) it.</summary>
    public async Task<Result> MoveAsync(Actor actor, int conferenceId, ConferencePart part, int id, int step, CancellationToken cancel)
    {
        if (await CannotAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        List<IPlaced> parts = part switch
        {
            ConferencePart.Chair => [.. await db.Set<Chair>().Where(c => c.ConferenceId == conferenceId).ToListAsync(cancel)],
            ConferencePart.Point => [.. await db.Set<ConnectionPoint>().Where(c => c.ConferenceId == conferenceId).ToListAsync(cancel)],
            _ => [],
        };
        parts = [.. parts.OrderBy(p => p.Position).ThenBy(p => p.Id)];
        var from = parts.FindIndex(p => p.Id == id);
        if (from < 0)
        {
            return Failure.NotFound;
        }

        var to = Math.Clamp(from + Math.Sign(step), 0, parts.Count - 1);
        (parts[from], parts[to]) = (parts[to], parts[from]);
        for (var i = 0; i < parts.Count; i++)
        {
            parts[i].Position = i + 1;
        }

        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>The text of one source, for reading beside the rows; null when there is none or the actor may not see it.</summary>
    public async Task<Source?> FindSourceAsync(Actor actor, int conferenceId, int id, CancellationToken cancel) =>
        await db.Sources.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(s => s.Id == id && s.ConferenceId == conferenceId, cancel);

    private static string NameOf(object part) => part switch
    {
        Chair chair => chair.Name,
        ConnectionPoint point => point.Place,
        Source source => source.Outlet,
        Citation citation => citation.AsPrinted,
        _ => "",
    };

    private async Task<bool> IsReferredToAsync(int sourceId, CancellationToken cancel) =>
        await db.Rows.AnyAsync(r => r.SourceId == sourceId, cancel)
        || await db.RowMentions.AnyAsync(r => r.SourceId == sourceId, cancel);

    /// <summary>The record to change, marked with the version its form was filled from; null where the command names none.</summary>
    private async Task<Result<T?>> ExistingAsync<T>(
        System.Linq.Expressions.Expression<Func<T, bool>> which, int? id, Guid version, CancellationToken cancel)
        where T : class, IVersioned
    {
        if (id is null)
        {
            return Result.Success<T?>(null);
        }

        if (await db.Set<T>().SingleOrDefaultAsync(which, cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(found, version);
        return found;
    }

    private async Task<Failure?> CannotAsync(Actor actor, int conferenceId, CancellationToken cancel) =>
        (await conferences.FindForWritingAsync(actor, conferenceId, cancel)).Failure;

    internal static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(VietnameseText.Normalise(text))));
}

public enum ConferencePart
{
    Chair,
    Point,
    Source,
    Citation,
}

public sealed record AddPerson
{
    /// <summary>The chair to change, null for a new one.</summary>
    public int? Id { get; init; }

    public Guid Version { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    /// <summary>The chair as its form shows it; an empty form for a new one.</summary>
    public static AddPerson Of(ChairItem? chair) => chair is null
        ? new AddPerson()
        : new AddPerson { Id = chair.Id, Version = chair.Version, Name = chair.Name, Title = chair.Title };
}

public sealed record AddPoint
{
    /// <summary>The point to change, null for a new one.</summary>
    public int? Id { get; init; }

    public Guid Version { get; init; }

    public int? UnitId { get; init; }

    public string? Place { get; init; }

    public string? Room { get; init; }

    public string? ChairName { get; init; }

    public string? ChairTitle { get; init; }

    public string? Attendance { get; init; }

    /// <summary>The point as its form shows it; an empty form for a new one.</summary>
    public static AddPoint Of(PointItem? point) => point is null
        ? new AddPoint()
        : new AddPoint
        {
            Id = point.Id,
            Version = point.Version,
            UnitId = point.UnitId,
            Place = point.Place,
            Room = point.Room,
            ChairName = point.ChairName,
            ChairTitle = point.ChairTitle,
            Attendance = point.Attendance,
        };
}

public sealed record AddSource
{
    public string? Outlet { get; init; }

    public string? Author { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string? Url { get; init; }

    public string? Text { get; init; }
}

public sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Name).Filled(text).NoLongerThan(Conference.PersonLength, text);
        RuleFor(c => c.Title).NoLongerThan(Conference.PersonTitleLength, text);
    }
}

public sealed class AddPointValidator : AbstractValidator<AddPoint>
{
    public AddPointValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Place).NotEmpty().When(c => c.UnitId is null).WithMessage(_ => text["Point.PlaceOrUnit"]);
        RuleFor(c => c.Place).NoLongerThan(Conference.PlaceLength, text);
        RuleFor(c => c.Room).NoLongerThan(Conference.PlaceLength, text);
        RuleFor(c => c.ChairName).NoLongerThan(Conference.PersonLength, text);
        RuleFor(c => c.ChairTitle).NoLongerThan(Conference.PersonTitleLength, text);
        RuleFor(c => c.Attendance).NoLongerThan(ConnectionPoint.AttendanceLength, text);
    }
}

public sealed class AddSourceValidator : AbstractValidator<AddSource>
{
    public AddSourceValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Outlet).Filled(text).NoLongerThan(Source.OutletLength, text);
        RuleFor(c => c.Author).NoLongerThan(Source.OutletLength, text);
        RuleFor(c => c.Url).NoLongerThan(Source.UrlLength, text);
        RuleFor(c => c.Url).Must(u => u is null || IsWebAddress(u)).WithMessage(_ => text["Source.UrlUnknown"]);
        RuleFor(c => c.Text).Must(t => t is null || Encoding.UTF8.GetByteCount(t) <= Source.MaximumTextBytes).WithMessage(_ => text["Source.TextTooLong"]);
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}

/// <summary>Documents the conference as a whole cites.</summary>
public sealed record CiteDocuments
{
    /// <summary>One document a line, or separated by semicolons.</summary>
    public string? Citations { get; init; }
}

public sealed class CiteDocumentsValidator : AbstractValidator<CiteDocuments>
{
    public CiteDocumentsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Citations).Filled(text);
        RuleForEach(c => DocumentReference.Entries(c.Citations))
            .EachNoLongerThan(CitedDocument.NameLength, text).OverridePropertyName(nameof(CiteDocuments.Citations));
    }
}
