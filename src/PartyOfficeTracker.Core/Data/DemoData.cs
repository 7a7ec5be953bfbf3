using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// Four conferences of 2020 to 2022 with true dates, organisers, chairs, points and documents, in our own words, their directives
/// assigned and in part reported on, so that every page of a first run shows something. Only for an empty database.
/// </summary>
public sealed class DemoData(AppDbContext db, CitationRegister citations, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Saved with the first conference: of two nodes that start at once, the second one's first save clashes in it.</summary>
    private static readonly Guid OnlyOnce = new("7d1c2d3a-5a4f-4f0e-9a51-3f0b8a1c6e02");

    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (await db.Conferences.AnyAsync(cancel))
        {
            return;
        }

        var units = await db.Units.Include(u => u.Names).ToDictionaryAsync(u => u.Code, StringComparer.Ordinal, cancel);
        var fields = await db.FieldsOfWork.ToDictionaryAsync(f => f.Name, StringComparer.Ordinal, cancel);
        var clerk = await db.Users.SingleAsync(u => u.UserName == "chuyenvien", cancel);
        var lead = await db.Users.SingleAsync(u => u.UserName == "lanhdao", cancel);
        db.UsedFormKeys.Add(new UsedFormKey { Key = OnlyOnce, UsedAt = time.GetUtcNow().UtcDateTime });
        foreach (var demo in Read())
        {
            var conference = NewConference(demo, units, fields);
            db.Conferences.Add(conference);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (FormAlreadySubmittedException)
            {
                return;
            }

            await CiteAsync(conference, demo, cancel);
            var assignments = Assign(conference, demo, units, clerk.Id);
            db.Assignments.AddRange(assignments);
            conference.MarkFullTextReviewed(clerk.Id, At(demo.Date.AddDays(2)));
            conference.Publish(At(demo.Date.AddDays(2)));
            new DemoReports(clerk.Id, lead.Id, time).AddTo(conference, assignments);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static List<DemoConference> Read()
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream("demo.json")
            ?? throw new InvalidOperationException("Missing resource: demo.json");
        return JsonSerializer.Deserialize<List<DemoConference>>(stream, Json)!;
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);

    private static Conference NewConference(DemoConference demo, Dictionary<string, Unit> units, Dictionary<string, FieldOfWork> fields)
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
            CreatedAt = At(demo.Date),
        };
        conference.SetPeriods(Period.ParseOrNull(demo.Reviewed), Period.ParseOrNull(demo.Ahead));
        if (demo.Expected is [var achievements, var shortcomings, var directives])
        {
            conference.ExpectedAchievements = achievements;
            conference.ExpectedShortcomings = shortcomings;
            conference.ExpectedDirectives = directives;
        }

        Unit? UnitOf(string? code) => code is null ? null : units[code];
        FieldOfWork? FieldOf(string? name) => name is null ? null : fields[name];
        conference.Chairs.AddRange(demo.Chairs.Select((c, i) => new Chair { Position = i + 1, Name = c.Name, Title = c.Title }));
        conference.ConnectionPoints.AddRange(demo.Points.Select((p, i) => new ConnectionPoint
        {
            Position = i + 1,
            Place = p.Place,
            Unit = UnitOf(p.Unit),
            Room = p.Room,
            ChairName = p.Chair,
            ChairTitle = p.ChairTitle,
            Attendance = p.Attendance,
        }));
        conference.Sources.AddRange(demo.Sources.Select(s => new Source { Outlet = s.Outlet, Author = s.Author, PublishedOn = s.Published }));
        void Add(RowKind kind, int position, RowFacts facts, string? figures = null)
        {
            var row = new Row { Position = position };
            facts.Kind = kind;
            row.Take(facts);
            row.Figures.AddRange(FigureText.ParseAll(figures)!.Select(x => new Figure { Bound = x.Bound, Value = x.Value, OfWhat = x.OfWhat }));
            conference.Rows.Add(row);
        }

        foreach (var (kind, findings) in new[] { (RowKind.Achievement, demo.Achievements), (RowKind.Shortcoming, demo.Shortcomings), (RowKind.Obstacle, demo.Obstacles) })
        {
            foreach (var (f, i) in findings.Select((f, i) => (f, i)))
            {
                var facts = new EditRow { Text = f.Text, Extent = f.Extent, FieldOfWorkId = FieldOf(f.Field)?.Id, Addressee = f.To, AddresseeUnitId = UnitOf(f.Unit)?.Id, UnitId = UnitOf(f.Unit)?.Id };
                Add(kind, i + 1, facts, f.Figure);
            }
        }

        foreach (var remarks in demo.Remarks.GroupBy(r => r.Kind))
        {
            foreach (var (r, i) in remarks.Select((r, i) => (r, i)))
            {
                var facts = new EditRow
                {
                    Text = r.Text,
                    SpeakerName = r.Speaker,
                    SpeakerTitle = r.SpeakerTitle,
                    UnitId = UnitOf(r.Unit)?.Id,
                    SubmittedTo = r.To,
                    Basis = r.Basis,
                };
                Add(r.Kind, i + 1, facts);
            }
        }

        foreach (var outcomes in demo.Outcomes.GroupBy(o => o.Kind))
        {
            foreach (var (o, i) in outcomes.Select((o, i) => (o, i)))
            {
                Add(o.Kind, i + 1, new EditRow { Text = o.Text, Recipient = o.Recipient });
            }
        }

        foreach (var (d, i) in demo.Directives.Select((d, i) => (d, i)))
        {
            Add(RowKind.Directive, i + 1, FactsOf(d, FieldOf(d.Field)));
            var directive = conference.Rows[^1];
            directive.Cures.AddRange((d.Cures ?? []).Select(n => new Cure { Finding = conference.OfKind(RowKind.Shortcoming)[n - 1] }));
        }

        return conference;
    }

    private static EditRow FactsOf(DemoDirective demo, FieldOfWork? field) => new()
    {
        Number = demo.Number,
        Text = demo.Text,
        FieldOfWorkId = field?.Id,
        Addressee = demo.To,
        Verb = demo.Verb,
        DeadlineKind = demo.Deadline,
        DueOn = demo.Due,
        DeadlineText = demo.Words,
        IsImmediate = demo.Immediate,
        Deliverable = demo.Deliverable,
    };

    private async Task CiteAsync(Conference conference, DemoConference demo, CancellationToken cancel)
    {
        foreach (var document in demo.Documents.Concat(demo.Remarks.Select(r => r.Basis)))
        {
            await citations.AddAsync(conference.Id, row: null, DocumentReference.ParseAll(document), cancel);
        }

        foreach (var (row, text) in conference.OfKind(RowKind.Obstacle).Zip(demo.Obstacles.Select(o => o.Cites))
            .Concat(conference.OfKind(RowKind.Directive).Zip(demo.Directives.Select(d => d.Cites))))
        {
            await citations.AddAsync(conference.Id, row, DocumentReference.ParseAll(text), cancel);
        }
    }

    private static List<Assignment> Assign(Conference conference, DemoConference demo, Dictionary<string, Unit> units, int clerkId)
    {
        var provinces = units.Values
            .Where(u => u.Names.Exists(n => n.Kind is UnitKind.Province or UnitKind.City) && u.ValidFrom <= conference.Date && (u.ValidTo is null || conference.Date <= u.ValidTo))
            .ToList();
        var by = new AssignmentEntry(clerkId, At(conference.Date.AddDays(2)));
        var made = new List<Assignment>();
        foreach (var (directive, plan) in conference.OfKind(RowKind.Directive).Zip(demo.Directives))
        {
            foreach (var unit in plan.Assign == "central" ? [units["vptw"]] : provinces)
            {
                var assignment = new Assignment { Directive = directive, GivenToId = unit.Id };
                assignment.Assign(by, directive, AssignmentRole.Lead, ownDueOn: null);
                if (conference.State != ConferenceState.Draft)
                {
                    assignment.Show(by);
                }

                made.Add(assignment);
            }
        }

        return made;
    }
}

/// <summary>Reports of the demo: every state of an assignment occurs, in a fixed pattern.</summary>
internal sealed class DemoReports(int clerkId, int leadId, TimeProvider time)
{
    private const int Pattern = 9;

    public void AddTo(Conference conference, IReadOnlyList<Assignment> assignments)
    {
        foreach (var shares in assignments.GroupBy(a => a.Directive!))
        {
            foreach (var (assignment, i) in shares.Select((a, i) => (a, i)))
            {
                Report(assignment, shares.Key, conference.Date, (i + shares.Key.Position) % Pattern);
            }
        }
    }

    private void Report(Assignment assignment, Row directive, DateOnly held, int turn)
    {
        var due = directive.DueOn ?? held.AddMonths(6);
        switch (turn)
        {
            case 0 or 1 or 2 or 3:
                Complete(assignment, due.AddDays(-5 - turn), CompletionGrade.Good);
                break;
            case 4:
                Complete(assignment, due.AddDays(12), CompletionGrade.Satisfactory);
                break;
            case 5:
                Report(assignment, "Đã triển khai, đang hoàn thiện văn bản.", 60, due.AddDays(-20));
                break;
            case 6:
                Report(assignment, "Đã hoàn thành, đề nghị nghiệm thu.", 100, due.AddDays(-2), "212-BC/VPTU");
                break;
            case 7:
                var reported = Report(assignment, "Đã hoàn thành cơ bản.", 100, due.AddDays(-3), "95-BC/VPTU");
                assignment.Return(By(leadId, due), reported, "Chưa kèm văn bản minh chứng của cấp ủy.");
                break;
            default:
                break;
        }
    }

    private void Complete(Assignment assignment, DateOnly day, CompletionGrade grade)
    {
        var reported = Report(assignment, "Đã thực hiện xong, kết quả gửi kèm theo báo cáo.", 100, day, "147-BC/VPTU");
        assignment.Accept(By(leadId, day.AddDays(3)), reported, grade);
    }

    private AssignmentEvent Report(Assignment assignment, string text, int percent, DateOnly day, string? number = null)
    {
        var report = new ProgressReport { Text = text, Percent = percent, HappenedOn = day };
        if (number is not null)
        {
            report.Evidence.Add(new Evidence { DocumentNumber = number, DocumentDate = day, ReceivedBy = "Văn phòng Trung ương Đảng" });
        }

        assignment.Report(By(clerkId, day.AddDays(1)), report, onBehalf: true);
        return assignment.Events[^1];
    }

    /// <summary>Nothing is entered later than now.</summary>
    private AssignmentEntry By(int userId, DateOnly day)
    {
        var (entered, now) = (day.ToDateTime(new TimeOnly(3, 30), DateTimeKind.Utc), time.GetUtcNow().UtcDateTime);
        return new AssignmentEntry(userId, entered < now ? entered : now);
    }
}
