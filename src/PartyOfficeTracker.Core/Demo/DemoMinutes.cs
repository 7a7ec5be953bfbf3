using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>Makes the minutes of a demo conference: head, participants and rows.</summary>
internal sealed class DemoMinutes(IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, FieldOfWork> fields, DateOnly today)
{
    public Conference Make(DemoConference demo)
    {
        var conference = new Conference
        {
            Title = demo.Title,
            Kind = demo.Kind,
            Form = demo.Form,
            Date = demo.Date,
            Session = demo.Session,
            OrganiserId = units[demo.Organiser].Id,
            PresenterName = demo.Presenter,
            PresenterTitle = demo.PresenterTitle,
            CreatedAt = DemoDays.At(demo.Date),
        };
        conference.SetPeriods(Period.ParseOrNull(demo.Reviewed), Period.ParseOrNull(demo.Ahead));
        if (demo.Expected is [var achievements, var shortcomings, var directives])
        {
            conference.ExpectedAchievements = achievements;
            conference.ExpectedShortcomings = shortcomings;
            conference.ExpectedDirectives = directives;
        }

        AddParticipants(conference, demo);
        AddFindings(conference, RowKind.Achievement, demo.Achievements);
        AddFindings(conference, RowKind.Shortcoming, demo.Shortcomings);
        AddFindings(conference, RowKind.Obstacle, demo.Obstacles);
        foreach (var remark in demo.Remarks)
        {
            Add(conference, remark.Kind, FactsOf(remark, demo.Date));
        }

        foreach (var outcome in demo.Outcomes)
        {
            Add(conference, outcome.Kind, new EditRow { Text = outcome.Text, Recipient = outcome.Recipient });
        }

        foreach (var directive in demo.Directives)
        {
            var row = Add(conference, RowKind.Directive, FactsOf(directive));
            row.Cures.AddRange((directive.Cures ?? []).Select(n => new Cure { Finding = conference.OfKind(RowKind.Shortcoming)[n - 1] }));
        }

        return conference;
    }

    /// <summary>Cites the documents of a conference; saves nothing.</summary>
    public static async Task CiteAsync(CitationRegister citations, Conference conference, DemoConference demo, CancellationToken cancel)
    {
        foreach (var document in demo.Documents.Concat(demo.Remarks.Select(r => r.Basis)))
        {
            await citations.AddAsync(conference, row: null, DocumentReference.ParseAll(document), cancel);
        }

        foreach (var (row, text) in conference.OfKind(RowKind.Obstacle).Zip(demo.Obstacles.Select(o => o.Cites))
            .Concat(conference.OfKind(RowKind.Directive).Zip(demo.Directives.Select(d => d.Cites))))
        {
            await citations.AddAsync(conference, row, DocumentReference.ParseAll(text), cancel);
        }
    }

    private static Row Add(Conference conference, RowKind kind, RowFacts facts)
    {
        var row = new Row { Position = conference.Rows.Count(r => r.Kind == kind) + 1 };
        facts.Kind = kind;
        row.Take(facts);
        conference.Rows.Add(row);
        return row;
    }

    private int? IdOf(string? code) => code is null ? null : units[code].Id;

    private int? FieldOf(string? name) => name is null ? null : fields[name].Id;

    private void AddParticipants(Conference conference, DemoConference demo)
    {
        conference.Chairs.AddRange(demo.Chairs.Select((c, i) => new Chair { Position = i + 1, Name = c.Name, Title = c.Title }));
        conference.ConnectionPoints.AddRange(demo.Points.Select((p, i) => new ConnectionPoint
        {
            Position = i + 1,
            Place = p.Place,
            UnitId = IdOf(p.Unit),
            Room = p.Room,
            ChairName = p.Chair,
            ChairTitle = p.ChairTitle,
            Attendance = p.Attendance,
        }));
        conference.Sources.AddRange(demo.Sources.Select(s => new Source { Outlet = s.Outlet, Author = s.Author, PublishedOn = s.Published }));
    }

    private void AddFindings(Conference conference, RowKind kind, IReadOnlyList<DemoFinding> findings)
    {
        foreach (var f in findings)
        {
            var facts = new EditRow
            {
                Text = f.Text,
                Extent = f.Extent,
                FieldOfWorkId = FieldOf(f.Field),
                Addressee = f.To,
                AddresseeUnitId = IdOf(f.Unit),
                UnitId = IdOf(f.Unit),
            };
            var figures = FigureText.ParseAll(f.Figure)!.Select(x => new Figure { Bound = x.Bound, Value = x.Value, OfWhat = x.OfWhat });
            Add(conference, kind, facts).Figures.AddRange(figures);
        }
    }

    private EditRow FactsOf(DemoRemark demo, DateOnly held)
    {
        var answered = demo.Answered ?? (demo.AnsweredAfter is { } days ? held.AddDays(days) : null);
        var isAnswered = answered < today;
        return new EditRow
        {
            Text = demo.Text,
            SpeakerName = demo.Speaker,
            SpeakerTitle = demo.SpeakerTitle,
            UnitId = IdOf(demo.Unit),
            SubmittedTo = demo.To,
            Basis = demo.Basis,
            Answer = isAnswered ? demo.Answer : null,
            AnsweredOn = isAnswered ? answered : null,
            AnsweringDocument = isAnswered ? demo.AnsweringDocument : null,
        };
    }

    private EditRow FactsOf(DemoDirective demo) => new()
    {
        Number = demo.Number,
        Text = demo.Text,
        FieldOfWorkId = FieldOf(demo.Field),
        Addressee = demo.To,
        Verb = demo.Verb,
        DeadlineKind = demo.Deadline,
        DueOn = demo.Due,
        DeadlineText = demo.Words,
        IsImmediate = demo.Immediate,
        Deliverable = demo.Deliverable,
    };
}
