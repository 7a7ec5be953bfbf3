using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Findings;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Finds and changes rows whichever of the four tables they lie in. Saves nothing.</summary>
public sealed class RowRepository(AppDbContext db)
{
    public static ConferenceRow New(int conferenceId, RowKind kind, string text)
    {
        ConferenceRow row = RowReference.TableOf(kind) switch
        {
            RowTable.Finding => new Finding { ConferenceId = conferenceId, Text = text },
            RowTable.Remark => new Remark { ConferenceId = conferenceId, Text = text },
            RowTable.Directive => new Directive { ConferenceId = conferenceId, Text = text },
            _ => new Outcome { ConferenceId = conferenceId, Text = text },
        };
        SetKind(row, kind);
        return row;
    }

    /// <summary>Sets the kind within the row's own table.</summary>
    public static void SetKind(ConferenceRow row, RowKind kind)
    {
        switch (row)
        {
            case Finding finding:
                finding.Kind = kind switch
                {
                    RowKind.Achievement => FindingKind.Achievement,
                    RowKind.Shortcoming => FindingKind.Shortcoming,
                    _ => FindingKind.Obstacle,
                };
                break;
            case Remark remark:
                remark.Kind = kind == RowKind.Remark ? RemarkKind.Remark : RemarkKind.Recommendation;
                break;
            case Outcome outcome:
                outcome.Kind = kind switch
                {
                    RowKind.Award => OutcomeKind.Award,
                    RowKind.Emulation => OutcomeKind.Emulation,
                    _ => OutcomeKind.Training,
                };
                break;
        }
    }

    public async Task<ConferenceRow?> FindAsync(int conferenceId, RowReference reference, CancellationToken cancel) => reference.Table switch
    {
        RowTable.Finding => await db.Findings.Include(f => f.Figures).SingleOrDefaultAsync(r => r.Id == reference.Id && r.ConferenceId == conferenceId, cancel),
        RowTable.Remark => await db.Remarks.SingleOrDefaultAsync(r => r.Id == reference.Id && r.ConferenceId == conferenceId, cancel),
        RowTable.Directive => await db.Directives.Include(d => d.Cures).SingleOrDefaultAsync(r => r.Id == reference.Id && r.ConferenceId == conferenceId, cancel),
        _ => await db.Outcomes.SingleOrDefaultAsync(r => r.Id == reference.Id && r.ConferenceId == conferenceId, cancel),
    };

    /// <summary>The rows of one kind in order, tracked.</summary>
    public async Task<List<ConferenceRow>> OfKindAsync(int conferenceId, RowKind kind, CancellationToken cancel)
    {
        List<ConferenceRow> all = RowReference.TableOf(kind) switch
        {
            RowTable.Finding => [.. await db.Findings.Where(r => r.ConferenceId == conferenceId).ToListAsync(cancel)],
            RowTable.Remark => [.. await db.Remarks.Where(r => r.ConferenceId == conferenceId).ToListAsync(cancel)],
            RowTable.Directive => [.. await db.Directives.Where(r => r.ConferenceId == conferenceId).ToListAsync(cancel)],
            _ => [.. await db.Outcomes.Where(r => r.ConferenceId == conferenceId).ToListAsync(cancel)],
        };
        return [.. all.Where(r => r.RowKind == kind).OrderBy(r => r.Position).ThenBy(r => r.Id)];
    }

    public async Task<int> LastPositionAsync(int conferenceId, RowKind kind, CancellationToken cancel) => RowReference.TableOf(kind) switch
    {
        RowTable.Finding => await db.Findings.Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Position, cancel) ?? 0,
        RowTable.Remark => await db.Remarks.Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Position, cancel) ?? 0,
        RowTable.Directive => await db.Directives.Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Position, cancel) ?? 0,
        _ => await db.Outcomes.Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Position, cancel) ?? 0,
    };

    /// <summary>Replaces a row by one of another table that keeps its text, source and place in the source.</summary>
    public async Task<ConferenceRow> MoveToTableAsync(ConferenceRow row, RowKind kind, CancellationToken cancel)
    {
        var moved = New(row.ConferenceId, kind, row.Text);
        moved.SourceId = row.SourceId;
        moved.SpanStart = row.SpanStart;
        moved.SpanEnd = row.SpanEnd;
        moved.Position = await LastPositionAsync(row.ConferenceId, kind, cancel) + 1;
        foreach (var citation in await db.Citations.On(row).ToListAsync(cancel))
        {
            citation.PointAt(moved);
        }

        foreach (var mention in await db.RowMentions.On(row).ToListAsync(cancel))
        {
            if (RowMention.Fits(moved))
            {
                mention.PointAt(moved);
            }
            else
            {
                db.Remove(mention);
            }
        }

        db.Add(moved);
        db.Remove(row);
        return moved;
    }

    public async Task RemoveAsync(ConferenceRow row, CancellationToken cancel)
    {
        db.RemoveRange(await db.Citations.On(row).ToListAsync(cancel));
        db.RemoveRange(await db.RowMentions.On(row).ToListAsync(cancel));
        db.Remove(row);
    }

    public async Task SetFiguresAsync(Finding finding, IReadOnlyList<(FigureBound Bound, decimal Value, string OfWhat)> wanted, CancellationToken cancel)
    {
        if (finding.Id != 0)
        {
            await db.Entry(finding).Collection(f => f.Figures).LoadAsync(cancel);
        }

        var same = finding.Figures.Select(f => (f.Bound, f.Value, f.OfWhat)).SequenceEqual(wanted);
        if (same)
        {
            return;
        }

        db.RemoveRange(finding.Figures);
        finding.Figures.Clear();
        finding.Figures.AddRange(wanted.Select(w => new Figure { Bound = w.Bound, Value = w.Value, OfWhat = w.OfWhat }));
    }

    /// <summary>A directive cures shortcomings and obstacles of its own conference; other ids are left out.</summary>
    public async Task SetCuresAsync(Directive directive, IReadOnlyList<int> findingIds, CancellationToken cancel)
    {
        var wanted = await db.Findings
            .Where(f => findingIds.Contains(f.Id) && f.Kind != FindingKind.Achievement && f.ConferenceId == directive.ConferenceId)
            .Select(f => f.Id)
            .ToListAsync(cancel);
        db.RemoveRange(directive.Cures.Where(c => !wanted.Contains(c.FindingId)));
        directive.Cures.RemoveAll(c => !wanted.Contains(c.FindingId));
        var kept = directive.Cures.Select(c => c.FindingId).ToHashSet();
        directive.Cures.AddRange(wanted.Where(id => !kept.Contains(id)).Select(id => new DirectiveCure { FindingId = id }));
    }

    public async Task<EditRow> FormAsync(ConferenceRow row, CancellationToken cancel)
    {
        var form = new EditRow
        {
            Kind = row.RowKind,
            Text = row.Text,
            Addressee = row.Addressee,
            AddresseeUnitId = row.AddresseeUnitId,
            FieldOfWorkId = row.FieldOfWorkId,
            Version = row.Version,
        };
        return row switch
        {
            Finding f => form with
            {
                Extent = f.Extent,
                ReportedByUnitId = f.ReportedByUnitId,
                Figures = string.Join('\n', f.Figures.Select(x => FigureText.ToText(x.Bound, x.Value, x.OfWhat))),
            },
            Remark r => form with
            {
                SpeakerName = r.SpeakerName,
                SpeakerTitle = r.SpeakerTitle,
                SpeakerUnitId = r.UnitId,
                SubmittedTo = r.SubmittedTo,
                Basis = r.Basis,
                WishedOn = r.WishedOn,
                Answer = r.Answer,
                AnsweredOn = r.AnsweredOn,
                AnsweringDocument = r.AnsweringDocument,
            },
            Directive d => form with
            {
                Number = d.Number,
                Verb = d.Verb,
                DeadlineKind = d.DeadlineKind,
                DueOn = d.DueOn,
                DeadlineText = d.DeadlineText,
                IsImmediate = d.IsImmediate,
                Deliverable = d.Deliverable,
                Cures = [.. d.Cures.Select(c => c.FindingId)],
                Citations = string.Join('\n', await db.Citations.On(d).Select(c => c.AsPrinted).ToListAsync(cancel)),
            },
            Outcome o => form with { Recipient = o.Recipient },
            _ => form,
        };
    }
}
