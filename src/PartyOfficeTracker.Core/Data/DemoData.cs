using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.Findings;
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
            Assign(conference, demo, units);
            conference.MarkFullTextReviewed(clerk.Id, At(demo.Date.AddDays(2)));
            conference.Publish(At(demo.Date.AddDays(2)));
            await db.SaveChangesAsync(cancel);
            new DemoReports(clerk.Id, lead.Id, time).AddTo(conference);
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
        IEnumerable<Finding> FindingsOf(IReadOnlyList<DemoFinding> rows, FindingKind kind) => rows.Select((f, i) =>
        {
            var finding = new Finding
            {
                Kind = kind,
                Position = i + 1,
                Text = f.Text,
                Extent = f.Extent,
                FieldOfWork = FieldOf(f.Field),
                Addressee = f.To,
                AddresseeUnit = UnitOf(f.Unit),
                ReportedByUnit = UnitOf(f.Unit),
            };
            finding.Figures.AddRange(FigureText.ParseAll(f.Figure)!.Select(x => new Figure { Bound = x.Bound, Value = x.Value, OfWhat = x.OfWhat }));
            return finding;
        });
        conference.Findings.AddRange(FindingsOf(demo.Achievements, FindingKind.Achievement));
        conference.Findings.AddRange(FindingsOf(demo.Shortcomings, FindingKind.Shortcoming));
        conference.Findings.AddRange(FindingsOf(demo.Obstacles, FindingKind.Obstacle));
        conference.Remarks.AddRange(demo.Remarks.Select((r, i) => new Remark
        {
            Kind = r.Kind,
            Position = i + 1,
            SpeakerName = r.Speaker,
            SpeakerTitle = r.SpeakerTitle,
            Unit = UnitOf(r.Unit),
            Text = r.Text,
            SubmittedTo = r.To,
            Basis = r.Basis,
        }));
        conference.Outcomes.AddRange(demo.Outcomes.Select((o, i) => new Outcome { Kind = o.Kind, Position = i + 1, Text = o.Text, Recipient = o.Recipient }));
        conference.Directives.AddRange(demo.Directives.Select((d, i) => NewDirective(conference, d, i + 1, FieldOf(d.Field))));
        return conference;
    }

    private static Directive NewDirective(Conference conference, DemoDirective demo, int position, FieldOfWork? field)
    {
        var directive = new Directive
        {
            Position = position,
            Number = demo.Number,
            Text = demo.Text,
            FieldOfWork = field,
            Addressee = demo.To,
            Verb = demo.Verb,
            DeadlineText = demo.Words,
            IsImmediate = demo.Immediate,
            Deliverable = demo.Deliverable,
        };
        directive.SetDeadline(demo.Deadline, demo.Due);
        var shortcomings = conference.Findings.Where(f => f.Kind == FindingKind.Shortcoming).ToList();
        directive.Cures.AddRange((demo.Cures ?? []).Select(n => new DirectiveCure { Finding = shortcomings[n - 1] }));
        return directive;
    }

    private async Task CiteAsync(Conference conference, DemoConference demo, CancellationToken cancel)
    {
        foreach (var document in demo.Documents.Concat(demo.Remarks.Select(r => r.Basis)))
        {
            await citations.AddAsync(conference.Id, row: null, DocumentReference.ParseAll(document), cancel);
        }

        foreach (var (row, text) in demo.Obstacles.Select((o, i) => ((ConferenceRow)conference.Findings.Single(f => f.Kind == FindingKind.Obstacle && f.Position == i + 1), o.Cites))
            .Concat(demo.Directives.Select((d, i) => ((ConferenceRow)conference.Directives[i], d.Cites))))
        {
            await citations.AddAsync(conference.Id, row, DocumentReference.ParseAll(text), cancel);
        }
    }

    private static void Assign(Conference conference, DemoConference demo, Dictionary<string, Unit> units)
    {
        var provinces = units.Values
            .Where(u => u.Names.Exists(n => n.Kind is UnitKind.Province or UnitKind.City) && u.ValidFrom <= conference.Date && (u.ValidTo is null || conference.Date <= u.ValidTo))
            .ToList();
        foreach (var (directive, i) in conference.Directives.Select((d, i) => (d, i)))
        {
            foreach (var unit in demo.Directives[i].Assign == "central" ? [units["vptw"]] : provinces)
            {
                var assignment = new Assignment { UnitId = unit.Id, AssignedAt = At(conference.Date.AddDays(2)) };
                assignment.FollowDirective(directive);
                directive.Assignments.Add(assignment);
            }
        }
    }
}

/// <summary>Reports of the demo: every state of an assignment occurs, in a fixed pattern.</summary>
internal sealed class DemoReports(int clerkId, int leadId, TimeProvider time)
{
    private const int Pattern = 9;

    public void AddTo(Conference conference)
    {
        foreach (var directive in conference.Directives)
        {
            foreach (var (assignment, i) in directive.Assignments.Select((a, i) => (a, i)))
            {
                Report(assignment, directive, conference.Date, (i + directive.Position) % Pattern);
            }
        }
    }

    private void Report(Assignment assignment, Directive directive, DateOnly held, int turn)
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
                assignment.Report(NewReport("Đã triển khai, đang hoàn thiện văn bản.", 60, due.AddDays(-20)));
                break;
            case 6:
                assignment.Report(NewReport("Đã hoàn thành, đề nghị nghiệm thu.", 100, due.AddDays(-2), "212-BC/VPTU"));
                break;
            case 7:
                var report = NewReport("Đã hoàn thành cơ bản.", 100, due.AddDays(-3), "95-BC/VPTU");
                assignment.Report(report);
                assignment.Return(due);
                report.Decide(ReportVerdict.Returned, null, "Chưa kèm văn bản minh chứng của cấp ủy.", leadId, At(due));
                break;
            default:
                break;
        }
    }

    private void Complete(Assignment assignment, DateOnly day, CompletionGrade grade)
    {
        var report = NewReport("Đã thực hiện xong, kết quả gửi kèm theo báo cáo.", 100, day, "147-BC/VPTU");
        assignment.Report(report);
        assignment.Accept(report);
        report.Decide(ReportVerdict.Accepted, grade, null, leadId, At(day.AddDays(3)));
    }

    private ProgressReport NewReport(string text, int percent, DateOnly day, string? number = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var entered = At(day.AddDays(1));
        var report = new ProgressReport
        {
            Text = text,
            Percent = percent,
            HappenedOn = day,
            EnteredAt = entered < now ? entered : now,
            EnteredById = clerkId,
            OnBehalf = true,
        };
        if (number is not null)
        {
            report.Evidence.Add(new Evidence { DocumentNumber = number, DocumentDate = day, ReceivedBy = "Văn phòng Trung ương Đảng" });
        }

        return report;
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(3, 30), DateTimeKind.Utc);
}
