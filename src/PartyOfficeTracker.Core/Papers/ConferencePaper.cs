using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The list of conferences on paper, and the rows of one as a table.</summary>
public sealed class ConferencePaper(PaperDesk desk, ConferenceReader conferences)
{
    public async Task<PaperTable> MakeAsync(Actor actor, ConferenceFilter filter, CancellationToken cancel)
    {
        var names = await desk.NamesAsync(cancel);
        return desk.Table(
            actor,
            desk.Text["Nav.Conferences"],
            [
                ("Conference.Year", PaperDesk.Number(filter.Year)),
                ("Conference.ReviewedYear", PaperDesk.Number(filter.Reviewed)),
                ("Conference.Organiser", names.Unit(filter.OrganiserId, desk.Today)),
                ("Conference.Kind", desk.Label(filter.Kind)),
                ("Conference.State", desk.Label(filter.State)),
                ("Common.Text", filter.Text),
            ],
            [
                new ListColumn<ConferenceListItem>("Conference.Session", 10, item => item.Session == DaySession.NotStated ? null : desk.Text.Of(item.Session)),
                new("Conference.Date", ColumnKind.Day, 12, item => item.Date),
                new("Conference.LastDay", ColumnKind.Day, 12, item => item.LastDay),
                new("Conference.Title", 60, item => item.Title),
                new("Conference.Organiser", 28, item => names.Unit(item.OrganiserId, item.Date)),
                new("Conference.Kind", 18, item => desk.Text.Of(item.Kind)),
                new("Enum.RowKind.Achievement", ColumnKind.Number, 8, item => item.Achievements),
                new("Conference.ShortcomingsShort", ColumnKind.Number, 8, item => item.Shortcomings),
                new("Conference.DirectivesShort", ColumnKind.Number, 9, item => item.Directives),
                new("Conference.State", 14, item => StatusText.OfConference(desk.Text, item.State, item.Course).Text),
            ],
            (after, stop) => conferences.ListAsync(actor, filter with { After = after, Size = PaperTable.PageSize }, stop));
    }

    /// <summary>The rows of one conference. A draft leaves the house by the hand of those who write it only.</summary>
    public async Task<Result<PaperTable>> MakeOfAsync(Actor actor, int id, CancellationToken cancel)
    {
        var found = await FindAsync(conferences, actor, id, cancel);
        return found.Failure is { } failure ? failure : Table(actor, found.Value, await desk.NamesAsync(cancel));
    }

    internal static async Task<Result<ConferenceDetails>> FindAsync(ConferenceReader conferences, Actor actor, int id, CancellationToken cancel) =>
        await conferences.FindAsync(actor, id, cancel) is not { } found ? Failure.NotFound
        : found.Head.State == ConferenceState.Draft && !actor.WritesConferences ? Failure.Forbidden
        : found;

    private PaperTable Table(Actor actor, ConferenceDetails found, NameBook names)
    {
        var rows = Enum.GetValues<RowKind>().SelectMany(kind => found.Rows[kind]).ToList();
        return desk.Table(
            actor,
            found.Head.Title,
            [
                ("Conference.Date", StatusText.When(desk.Text, found.Head.Session, found.Head.Date, found.Head.LastDay)),
                ("Conference.Organiser", names.Unit(found.Head.OrganiserId, found.Head.Date)),
                ("Conference.State", desk.Text.Of(found.Head.State)),
            ],
            [
                new ListColumn<MinutesRow>("Row.Kind", 18, row => desk.Text.Of(row.Kind)),
                new("Directive.Number", 8, row => row.Number ?? PaperDesk.Number(row.Position)),
                new("Row.Text", 80, row => row.Text),
                new("Paper.Of", 28, row => Whose(row, names, found.Head.Date)),
                new("Row.Addressee", 22, row => row.Addressee == Addressee.OneUnit
                    ? names.Unit(row.AddresseeUnitId, found.Head.Date)
                    : desk.Addressed(row.Addressee)),
                new("Row.Field", 20, row => names.Field(row.FieldOfWorkId)),
                new("Directive.Deadline", ColumnKind.Day, 12, row => row.DueOn),
                new("Directive.DeadlineText", 18, row => row.Kind == RowKind.Directive
                    ? StatusText.DeadlineWords(desk.Text, row.DeadlineKind, row.DueOn, row.DeadlineText)
                    : null),
                new("Directive.Units", ColumnKind.Number, 8, row => row.Kind == RowKind.Directive ? row.Assignments : null),
            ],
            (_, _) => Task.FromResult(new PagedList<MinutesRow>(rows, rows.Count, null)));
    }

    /// <summary>Who said, reported or received it.</summary>
    internal static string Whose(MinutesRow row, NameBook names, DateOnly day) => string.Join(
        ", ", new[] { row.SpeakerName, row.SpeakerTitle, names.Unit(row.UnitId, day), row.Recipient }.Where(part => !string.IsNullOrEmpty(part)));
}
