using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Findings;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Rows, and everything else a conference has many of, each in one command whatever the number of tables.</summary>
public sealed partial class ConferenceReader
{
    private static IEnumerable<Part> OfKind(List<Part> parts, PartKind kind) =>
        parts.Where(p => p.Kind == (int)kind).OrderBy(p => p.Position).ThenBy(p => p.Id);

    private static CitationItem ToCitation(Part part) => new(part.Id, part.OwnerId, part.A!, RowOf(part));

    private static RowReference? RowOf(Part part) =>
        part.FindingId is { } finding ? new RowReference(RowTable.Finding, finding)
        : part.RemarkId is { } remark ? new RowReference(RowTable.Remark, remark)
        : part.DirectiveId is { } directive ? new RowReference(RowTable.Directive, directive)
        : null;

    /// <summary>The four tables of rows in one command.</summary>
    internal IQueryable<MinutesRow> Rows(int conferenceId)
    {
        var findings = db.Findings.Where(f => f.ConferenceId == conferenceId).Select(f => new MinutesRow
        {
            Kind = f.Kind == FindingKind.Achievement ? RowKind.Achievement
                : f.Kind == FindingKind.Shortcoming ? RowKind.Shortcoming : RowKind.Obstacle,
            Id = f.Id,
            Position = f.Position,
            Text = f.Text,
            Addressee = f.Addressee,
            AddresseeUnitId = f.AddresseeUnitId,
            FieldOfWorkId = f.FieldOfWorkId,
            Note = f.Extent,
            UnitId = f.ReportedByUnitId,
            DueOn = null,
            DeadlineText = null,
            DeadlineKind = null,
            Assignments = 0,
            IsAnswered = false,
            SourceId = f.SourceId,
            SpanStart = f.SpanStart,
            SpanEnd = f.SpanEnd,
        });
        var remarks = db.Remarks.Where(r => r.ConferenceId == conferenceId).Select(r => new MinutesRow
        {
            Kind = r.Kind == RemarkKind.Remark ? RowKind.Remark : RowKind.Recommendation,
            Id = r.Id,
            Position = r.Position,
            Text = r.Text,
            Addressee = r.Addressee,
            AddresseeUnitId = r.AddresseeUnitId,
            FieldOfWorkId = r.FieldOfWorkId,
            Note = r.SpeakerName,
            UnitId = r.UnitId,
            DueOn = r.WishedOn,
            DeadlineText = r.SubmittedTo,
            DeadlineKind = null,
            Assignments = 0,
            IsAnswered = r.AnsweredOn != null,
            SourceId = r.SourceId,
            SpanStart = r.SpanStart,
            SpanEnd = r.SpanEnd,
        });
        var directives = db.Directives.Where(d => d.ConferenceId == conferenceId).Select(d => new MinutesRow
        {
            Kind = RowKind.Directive,
            Id = d.Id,
            Position = d.Position,
            Text = d.Text,
            Addressee = d.Addressee,
            AddresseeUnitId = d.AddresseeUnitId,
            FieldOfWorkId = d.FieldOfWorkId,
            Note = d.Number,
            UnitId = null,
            DueOn = d.DueOn,
            DeadlineText = d.DeadlineText,
            DeadlineKind = d.DeadlineKind,
            Assignments = d.Assignments.Count,
            IsAnswered = false,
            SourceId = d.SourceId,
            SpanStart = d.SpanStart,
            SpanEnd = d.SpanEnd,
        });
        var outcomes = db.Outcomes.Where(o => o.ConferenceId == conferenceId).Select(o => new MinutesRow
        {
            Kind = o.Kind == OutcomeKind.Award ? RowKind.Award : o.Kind == OutcomeKind.Emulation ? RowKind.Emulation : RowKind.Training,
            Id = o.Id,
            Position = o.Position,
            Text = o.Text,
            Addressee = o.Addressee,
            AddresseeUnitId = o.AddresseeUnitId,
            FieldOfWorkId = o.FieldOfWorkId,
            Note = o.Recipient,
            UnitId = null,
            DueOn = null,
            DeadlineText = null,
            DeadlineKind = null,
            Assignments = 0,
            IsAnswered = false,
            SourceId = o.SourceId,
            SpanStart = o.SpanStart,
            SpanEnd = o.SpanEnd,
        });
        return directives.Concat(findings).Concat(remarks).Concat(outcomes);
    }

    /// <summary>Everything else that hangs on a conference, in one command.</summary>
    internal IQueryable<Part> Parts(int conferenceId)
    {
        var chairs = db.Set<Chair>().Where(c => c.ConferenceId == conferenceId).Select(c => new Part
        {
            Kind = (int)PartKind.Chair,
            Version = c.Version,
            Id = c.Id,
            OwnerId = 0,
            Position = c.Position,
            A = c.Name,
            B = c.Title,
            C = null,
            D = null,
            E = null,
            UnitId = null,
            Day = null,
            Flag = false,
            Number = 0,
            Bound = FigureBound.Exactly,
            FindingId = null,
            RemarkId = null,
            DirectiveId = null,
            To = 0,
        });
        var points = db.Set<ConnectionPoint>().Where(p => p.ConferenceId == conferenceId).Select(p => new Part
        {
            Kind = (int)PartKind.Point,
            Version = p.Version,
            Id = p.Id,
            OwnerId = 0,
            Position = p.Position,
            A = p.Place,
            B = p.Room,
            C = p.ChairName,
            D = p.ChairTitle,
            E = p.Attendance,
            UnitId = p.UnitId,
            Day = null,
            Flag = false,
            Number = 0,
            Bound = FigureBound.Exactly,
            FindingId = null,
            RemarkId = null,
            DirectiveId = null,
            To = 0,
        });
        var sources = db.Sources.Where(s => s.ConferenceId == conferenceId).Select(s => new Part
        {
            Kind = (int)PartKind.Source,
            Version = s.Version,
            Id = s.Id,
            OwnerId = 0,
            Position = s.Id,
            A = s.Outlet,
            B = s.Author,
            C = s.Url,
            D = null,
            E = null,
            UnitId = null,
            Day = s.PublishedOn,
            Flag = s.ContentHash != null,
            Number = 0,
            Bound = FigureBound.Exactly,
            FindingId = null,
            RemarkId = null,
            DirectiveId = null,
            To = 0,
        });
        var citations = db.Citations.Where(c => c.ConferenceId == conferenceId).Select(c => new Part
        {
            Kind = (int)PartKind.Citation,
            Version = c.Version,
            Id = c.Id,
            OwnerId = c.DocumentId,
            Position = c.Id,
            A = c.AsPrinted,
            B = null,
            C = null,
            D = null,
            E = null,
            UnitId = null,
            Day = null,
            Flag = false,
            Number = 0,
            Bound = FigureBound.Exactly,
            FindingId = c.FindingId,
            RemarkId = c.RemarkId,
            DirectiveId = c.DirectiveId,
            To = 0,
        });
        var figures = db.Set<Figure>().Where(f => f.Finding!.ConferenceId == conferenceId).Select(f => new Part
        {
            Kind = (int)PartKind.Figure,
            Version = f.Version,
            Id = f.Id,
            OwnerId = f.FindingId,
            Position = f.Id,
            A = f.OfWhat,
            B = null,
            C = null,
            D = null,
            E = null,
            UnitId = null,
            Day = null,
            Flag = false,
            Number = f.Value,
            Bound = f.Bound,
            FindingId = null,
            RemarkId = null,
            DirectiveId = null,
            To = 0,
        });
        var mentions = db.RowMentions.Where(m => m.ConferenceId == conferenceId).Select(m => new Part
        {
            Kind = (int)PartKind.Mention,
            Version = m.Version,
            Id = m.Id,
            OwnerId = m.SourceId,
            Position = m.SpanStart,
            A = m.Source!.Outlet,
            B = null,
            C = null,
            D = null,
            E = null,
            UnitId = null,
            Day = null,
            Flag = false,
            Number = 0,
            Bound = FigureBound.Exactly,
            FindingId = m.FindingId,
            RemarkId = m.RemarkId,
            DirectiveId = m.DirectiveId,
            To = m.SpanEnd,
        });
        return figures.Concat(chairs).Concat(points).Concat(sources).Concat(citations).Concat(mentions);
    }

    private enum PartKind
    {
        Chair,
        Point,
        Source,
        Citation,
        Figure,
        Mention,
    }

    internal sealed class Part
    {
        public int Kind { get; init; }

        public Guid Version { get; init; }

        public int Id { get; init; }

        public int OwnerId { get; init; }

        public int Position { get; init; }

        public string? A { get; init; }

        public string? B { get; init; }

        public string? C { get; init; }

        public string? D { get; init; }

        public string? E { get; init; }

        public int? UnitId { get; init; }

        public DateOnly? Day { get; init; }

        public bool Flag { get; init; }

        public decimal Number { get; init; }

        public FigureBound Bound { get; init; }

        public int? FindingId { get; init; }

        public int? RemarkId { get; init; }

        public int? DirectiveId { get; init; }

        /// <summary>Where a passage ends; its beginning is the position.</summary>
        public int To { get; init; }
    }
}
