using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What the office does with a conference as a whole: schedule, edit, publish, close, reopen.</summary>
public sealed class ConferenceService(
    AppDbContext db,
    ChangeContext change,
    UnitDirectory units,
    IDirectiveFollower follower,
    IValidator<ScheduleConference> validator,
    IValidator<ReopenConference> reopenValidator,
    IValidator<ReplanConference> replanValidator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    /// <returns>The new conference's id.</returns>
    public async Task<Result<int>> ScheduleAsync(Actor actor, ScheduleConference command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        command = await InDaysAsync(command, cancel);
        if (await CheckAsync(command, cancel) is { } failure)
        {
            return failure;
        }

        if (await TwinAsync(command, cancel) is { } twin)
        {
            return Failure.Invalid(nameof(command.Title), text["Conference.Twin", twin]) with
            {
                Instead = string.Create(CultureInfo.InvariantCulture, $"/conferences/{twin}"),
            };
        }

        var conference = new Conference { Title = command.Title!, CreatedAt = time.GetUtcNow().UtcDateTime };
        Fill(conference, command);
        db.Conferences.Add(conference);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : conference.Id;
    }

    public async Task<Result> EditAsync(Actor actor, int id, ScheduleConference command, CancellationToken cancel)
    {
        var found = await FindForWritingAsync(actor, id, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        command = await InDaysAsync(command, cancel);
        if (await CheckAsync(command, cancel) is { } failure)
        {
            return failure;
        }

        var conference = found.Value;
        if (await DeadlineBeforeAsync(id, command.Date!.Value, cancel) is { } tooEarly)
        {
            return Failure.Invalid(nameof(command.Date), text["Conference.DeadlineBefore", DayText.ToText(tooEarly)]);
        }

        if (RowActs.Unexplained(conference, command.Reason, text) is { } unexplained)
        {
            return unexplained;
        }

        change.Reason = conference.State == ConferenceState.Published ? command.Reason : null;
        db.ExpectVersion(conference, command.Version);
        Fill(conference, command);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Puts a draft off to another day, cancels it, or takes that back; with a reason.</summary>
    public async Task<Result> ReplanAsync(Actor actor, int id, Guid version, ReplanConference command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (replanValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (command.NewDay is { } day && await DeadlineBeforeAsync(id, day, cancel) is { } tooEarly)
        {
            return Failure.Invalid(nameof(command.NewDay), text["Conference.DeadlineBefore", DayText.ToText(tooEarly)]);
        }

        change.Reason = command.Reason;
        return await ChangeStateAsync(actor, id, version, c => c.Replan(command.Course, command.NewDay, command.Reason), cancel);
    }

    /// <summary>Makes the conference, and every assignment of its directives, visible to the units.</summary>
    public async Task<Result> PublishAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        actor.Role == UserRole.Clerk && await db.OfficeSettings.AnyAsync(s => s.LeadPublishes, cancel)
            ? Failure.Invalid("", text["Conference.LeadPublishes"])
            : await ChangeStateAsync(
                actor, id, version, c => c.Publish(time.GetUtcNow().UtcDateTime), cancel, () => follower.PublishedAsync(actor, id, cancel));

    /// <summary>Hands a draft in to be checked: leads find it on their first page.</summary>
    public async Task<Result> AskCheckAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        await ChangeStateAsync(actor, id, version, c => c.AskCheck(time.GetUtcNow().UtcDateTime), cancel);

    /// <summary>A lead gives a draft back, with a reason.</summary>
    public async Task<Result> GiveBackAsync(Actor actor, int id, Guid version, ReopenConference command, CancellationToken cancel)
    {
        if (actor.Role != UserRole.Lead)
        {
            return Failure.Forbidden;
        }

        if (reopenValidator.Check(command) is { } failure)
        {
            return failure;
        }

        change.Reason = command.Reason;
        return await ChangeStateAsync(actor, id, version, c => c.GiveBack(command.Reason!), cancel);
    }

    public async Task<Result> CloseAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        await ChangeStateAsync(actor, id, version, c => c.Close(time.GetUtcNow().UtcDateTime), cancel);

    /// <summary>A closed conference is published again, with a reason that stays in the audit trail.</summary>
    public Task<Result> ReopenAsync(Actor actor, int id, Guid version, ReopenConference command, CancellationToken cancel) =>
        StepBackAsync(actor, id, version, command, ConferenceState.Closed, cancel);

    /// <summary>
    /// A published conference is a draft again, with a reason: its units do not see their tasks until it is published the next time; what
    /// they reported stays.
    /// </summary>
    public Task<Result> UnpublishAsync(Actor actor, int id, Guid version, ReopenConference command, CancellationToken cancel) =>
        StepBackAsync(actor, id, version, command, ConferenceState.Published, cancel);

    private async Task<Result> StepBackAsync(
        Actor actor, int id, Guid version, ReopenConference command, ConferenceState from, CancellationToken cancel)
    {
        if (reopenValidator.Check(command) is { } failure)
        {
            return failure;
        }

        change.Reason = command.Reason;
        return await ChangeStateAsync(actor, id, version, c => c.State == from && c.Reopen(command.Reason!), cancel);
    }

    /// <summary>
    /// Throws a draft away with all that was recorded in it; it comes back for thirty days. What units were given stays, for its history is
    /// never deleted.
    /// </summary>
    public async Task<Result> DiscardAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var conference = await db.Conferences.Include(c => c.Chairs).Include(c => c.ConnectionPoints).Include(c => c.Sources).Include(c => c.Citations)
            .Include(c => c.Rows).ThenInclude(r => r.Figures).Include(c => c.Rows).ThenInclude(r => r.Cures)
            .Include(c => c.Rows).ThenInclude(r => r.Mentions).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (conference is null)
        {
            return Failure.NotFound;
        }

        if (conference.State != ConferenceState.Draft)
        {
            return Failure.Invalid("", text["Conference.WrongState", text.Of(conference.State)]);
        }

        if (await follower.HasWorkAsync(id, cancel))
        {
            return Failure.Invalid("", text["Conference.HasWork"]);
        }

        db.ExpectVersion(conference, version);
        change.Undo = new UndoMark(UndoStep.Trash, UndoKind.Discarded, conference.Title);
        db.RemoveRange(conference.Rows.SelectMany(r => r.Figures));
        db.RemoveRange(conference.Rows.SelectMany(r => r.Cures));
        db.RemoveRange(conference.Rows.SelectMany(r => r.Mentions));
        db.RemoveRange(conference.Citations);
        db.RemoveRange(conference.Rows);
        db.RemoveRange(conference.Chairs);
        db.RemoveRange(conference.ConnectionPoints);
        db.RemoveRange(conference.Sources);
        db.Remove(conference);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Records that the actor compared the rows with the full text.</summary>
    public async Task<Result> MarkFullTextReviewedAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        await ChangeStateAsync(
            actor,
            id,
            version,
            c =>
            {
                c.MarkFullTextReviewed(actor.UserId, time.GetUtcNow().UtcDateTime);
                return true;
            },
            cancel);

    /// <summary>The conference, tracked, if the actor may change its content now; a closed one must be reopened first.</summary>
    internal async Task<Result<Conference>> FindForWritingAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var conference = await db.Conferences.SingleOrDefaultAsync(c => c.Id == id, cancel);
        return conference switch
        {
            null => Failure.NotFound,
            { State: ConferenceState.Closed } => Failure.Invalid("", text["Conference.ClosedIsReadOnly"]),
            _ => conference,
        };
    }

    /// <param name="also">What else changes with it, in the same save.</param>
    private async Task<Result> ChangeStateAsync(
        Actor actor, int id, Guid version, Func<Conference, bool> verb, CancellationToken cancel, Func<Task>? also = null)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var conference = await db.Conferences.SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (conference is null)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(conference, version);
        if (!verb(conference))
        {
            return Failure.Invalid("", text["Conference.WrongState", text.Of(conference.State)]);
        }

        await (also?.Invoke() ?? Task.CompletedTask);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>A period that ends with an event ("từ nay đến Đại hội XIII") in the days it means; everything else as typed.</summary>
    private async Task<ScheduleConference> InDaysAsync(ScheduleConference command, CancellationToken cancel)
    {
        if (command.Date is not { } held)
        {
            return command;
        }

        var events = (await units.ReaderTablesAsync(cancel)).Anchors;
        return command with { Reviewed = Period.InDays(command.Reviewed, events, held), Ahead = Period.InDays(command.Ahead, events, held) };
    }

    private async Task<Failure?> CheckAsync(ScheduleConference command, CancellationToken cancel)
    {
        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var organiser = await units.FindAsync(command.OrganiserId, cancel);
        if (organiser is null)
        {
            return Failure.Invalid(nameof(command.OrganiserId), text["Validation.Unknown"]);
        }

        return organiser.IsValidOn(command.Date!.Value)
            ? null
            : Failure.Invalid(nameof(command.OrganiserId), text["Conference.OrganiserNotValid", organiser.CurrentName, DayText.ToText(command.Date.Value)]);
    }

    /// <summary>The id of a conference of the same organiser, day, session and title: the same form sent again after going back.</summary>
    private async Task<int?> TwinAsync(ScheduleConference command, CancellationToken cancel)
    {
        var title = VietnameseText.Fold(command.Title!);
        var sameTime = await db.Conferences.AsNoTracking()
            .Where(c => c.Date == command.Date && c.Session == command.Session && c.OrganiserId == command.OrganiserId)
            .Select(c => new { c.Id, c.Title })
            .ToListAsync(cancel);
        return sameTime.Find(c => VietnameseText.Fold(c.Title) == title)?.Id;
    }

    private async Task<DateOnly?> DeadlineBeforeAsync(int id, DateOnly day, CancellationToken cancel) =>
        await db.Rows.Where(d => d.ConferenceId == id && d.Kind == RowKind.Directive && d.DueOn < day).Select(d => d.DueOn).FirstOrDefaultAsync(cancel);

    private static void Fill(Conference conference, ScheduleConference command)
    {
        conference.Title = command.Title!;
        conference.Kind = command.Kind!.Value;
        conference.Form = command.Form!.Value;
        conference.Date = command.Date!.Value;
        conference.LastDay = command.LastDay > command.Date ? command.LastDay : null;
        conference.Session = command.Session;
        conference.OrganiserId = command.OrganiserId!.Value;
        conference.Venue = command.Venue;
        conference.PresenterName = command.PresenterName;
        conference.PresenterTitle = command.PresenterTitle;
        conference.ExpectedAchievements = command.ExpectedAchievements;
        conference.ExpectedShortcomings = command.ExpectedShortcomings;
        conference.ExpectedDirectives = command.ExpectedDirectives;
        conference.SetPeriods(Period.ParseOrNull(command.Reviewed), Period.ParseOrNull(command.Ahead));
    }
}
