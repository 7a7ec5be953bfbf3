using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>The rows of the minutes: add, edit, move up and down, move to another kind, delete.</summary>
public sealed class MinutesService(
    AppDbContext db,
    ConferenceService conferences,
    CitationRegister citations,
    RowRepository rows,
    IValidator<AddRows> addValidator,
    IValidator<EditRow> editValidator,
    IStringLocalizer<Strings> text)
{
    /// <summary>Adds one row a line at the end of its kind.</summary>
    /// <returns>How many rows were added.</returns>
    public async Task<Result<int>> AddAsync(Actor actor, int conferenceId, AddRows command, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (addValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (TooEarly(command.Kind, command.DueOn, found.Value) is { } early)
        {
            return early;
        }

        var position = await rows.LastPositionAsync(conferenceId, command.Kind, cancel);
        var lines = RowText.Lines(command.Text);
        foreach (var line in lines)
        {
            db.Add(NewRow(conferenceId, command, line, ++position));
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : lines.Count;
    }

    /// <summary>Changes a row, and moves it to the end of another kind when the command names another.</summary>
    /// <returns>Where the row is now.</returns>
    public async Task<Result<RowReference>> EditAsync(Actor actor, int conferenceId, RowReference reference, EditRow command, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, reference, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (editValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var (conference, row) = found.Value;
        if (TooEarly(command.Kind, command.DueOn, conference) is { } early)
        {
            return early;
        }

        db.ExpectVersion(row, command.Version);
        var target = row;
        if (RowReference.TableOf(command.Kind) != reference.Table)
        {
            if (row is Directive && await db.Assignments.AnyAsync(a => a.DirectiveId == row.Id, cancel))
            {
                return Failure.Invalid(nameof(command.Kind), text["Row.AssignedStays"]);
            }

            target = await rows.MoveToTableAsync(row, command.Kind, cancel);
        }
        else if (command.Kind != row.RowKind)
        {
            RowRepository.SetKind(row, command.Kind);
            row.Position = await rows.LastPositionAsync(conferenceId, command.Kind, cancel) + 1;
        }

        await FillAsync(target, command, cancel);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : new RowReference(RowReference.TableOf(command.Kind), target.Id);
    }

    /// <summary>Changes places with the row before (−1) or after (+1) it among the rows of its kind.</summary>
    public async Task<Result> MoveAsync(Actor actor, int conferenceId, RowReference reference, int step, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, reference, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var siblings = await rows.OfKindAsync(conferenceId, found.Value.Row.RowKind, cancel);
        var from = siblings.FindIndex(r => r.Id == reference.Id);
        var to = from + Math.Sign(step);
        if (to < 0 || to >= siblings.Count)
        {
            return Result.Success();
        }

        (siblings[from], siblings[to]) = (siblings[to], siblings[from]);
        for (var i = 0; i < siblings.Count; i++)
        {
            siblings[i].Position = i + 1;
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <summary>Moves a row to the end of another kind, as it stands.</summary>
    public async Task<Result<RowReference>> MoveToKindAsync(Actor actor, int conferenceId, RowReference reference, RowKind kind, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, reference, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var form = await rows.FormAsync(found.Value.Row, cancel);
        return await EditAsync(actor, conferenceId, reference, form with { Kind = kind }, cancel);
    }

    public async Task<Result> DeleteAsync(Actor actor, int conferenceId, RowReference reference, Guid version, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, reference, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var row = found.Value.Row;
        if (row is Directive && await db.Assignments.AnyAsync(a => a.DirectiveId == row.Id, cancel))
        {
            return Failure.Invalid("", text["Row.AssignedStays"]);
        }

        db.ExpectVersion(row, version);
        await rows.RemoveAsync(row, cancel);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <summary>The row as its form shows it; null when there is no such row of this conference.</summary>
    public async Task<EditRow?> FormAsync(Actor actor, int conferenceId, RowReference reference, CancellationToken cancel)
    {
        var row = actor.WritesConferences ? await rows.FindAsync(conferenceId, reference, cancel) : null;
        return row is null ? null : await rows.FormAsync(row, cancel);
    }

    private async Task<Result<(Conference Conference, ConferenceRow Row)>> FindAsync(
        Actor actor, int conferenceId, RowReference reference, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var row = await rows.FindAsync(conferenceId, reference, cancel);
        return row is null ? Failure.NotFound : (found.Value, row);
    }

    private Failure? TooEarly(RowKind kind, DateOnly? dueOn, Conference conference) =>
        kind == RowKind.Directive && dueOn < conference.Date
            ? Failure.Invalid(nameof(EditRow.DueOn), text["Directive.DueBeforeConference", DayText.ToText(conference.Date)])
            : null;

    private static ConferenceRow NewRow(int conferenceId, AddRows command, string line, int position)
    {
        var row = RowRepository.New(conferenceId, command.Kind, line);
        row.Position = position;
        row.Addressee = command.Addressee;
        row.FieldOfWorkId = command.FieldOfWorkId;
        switch (row)
        {
            case Directive directive:
                directive.Verb = command.Verb;
                directive.DeadlineText = command.DeadlineText;
                directive.SetDeadline(command.DeadlineKind, command.DueOn);
                break;
            case Remark remark:
                remark.SpeakerName = command.SpeakerName;
                break;
        }

        return row;
    }

    private async Task FillAsync(ConferenceRow row, EditRow command, CancellationToken cancel)
    {
        row.Text = command.Text!;
        row.Addressee = command.Addressee;
        row.AddresseeUnitId = command.Addressee == Addressee.OneUnit ? command.AddresseeUnitId : null;
        row.FieldOfWorkId = command.FieldOfWorkId;
        switch (row)
        {
            case Finding finding:
                finding.Extent = command.Extent;
                finding.ReportedByUnitId = command.ReportedByUnitId;
                await rows.SetFiguresAsync(finding, FigureText.ParseAll(command.Figures)!, cancel);
                break;
            case Remark remark:
                remark.SpeakerName = command.SpeakerName;
                remark.SpeakerTitle = command.SpeakerTitle;
                remark.UnitId = command.SpeakerUnitId;
                remark.SubmittedTo = command.SubmittedTo;
                remark.Basis = command.Basis;
                remark.WishedOn = command.WishedOn;
                remark.Answer = command.Answer;
                remark.AnsweredOn = command.AnsweredOn;
                remark.AnsweringDocument = command.AnsweringDocument;
                break;
            case Directive directive:
                directive.Number = command.Number;
                directive.Verb = command.Verb;
                directive.DeadlineText = command.DeadlineText;
                directive.IsImmediate = command.IsImmediate;
                directive.Deliverable = command.Deliverable;
                await db.Entry(directive).Collection(d => d.Assignments).LoadAsync(cancel);
                directive.SetDeadline(command.DeadlineKind, command.DueOn);
                await rows.SetCuresAsync(directive, command.Cures, cancel);
                await citations.ReplaceAsync(directive, DocumentReference.ParseAll(command.Citations), cancel);
                break;
            case Outcome outcome:
                outcome.Recipient = command.Recipient;
                break;
        }
    }
}
