using System.Globalization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;
using Addressee = PartyOfficeTracker.Core.Conferences.Addressee;
using DaySession = PartyOfficeTracker.Core.Conferences.DaySession;
using DeadlineKind = PartyOfficeTracker.Core.Conferences.DeadlineKind;
using Said = PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Import;

/// <summary>Puts what was read into the office's own terms. What the text does not say stays empty.</summary>
internal static class DraftMaker
{
    public static void FillHead(ImportDraft draft, MinutesDraft read, IReadOnlyList<UnitInfo> units)
    {
        draft.Title = Cut(read.Title is { Text: [var first, .. var rest] } ? char.ToUpperInvariant(first) + rest : null, Conference.TitleLength);
        draft.Date = DayOf(read.Date);
        draft.LastDay = DayOf(read.LastDay) is { } last && last > draft.Date ? last : null;
        draft.Session = read.Session?.Value switch
        {
            Said.DaySession.Morning => DaySession.Morning,
            Said.DaySession.Afternoon => DaySession.Afternoon,
            Said.DaySession.Evening => DaySession.Evening,
            _ => null,
        };
        draft.Kind = read.Kind.Value switch
        {
            ReportKind.YearEndReview => ConferenceKind.YearEndReview,
            ReportKind.Briefing => ConferenceKind.Briefing,
            ReportKind.HalfYear => ConferenceKind.HalfYearReview,
            ReportKind.Quarterly => ConferenceKind.QuarterlyReview,
            _ => ConferenceKind.Thematic,
        };
        draft.Form = read.Form?.Value switch
        {
            ReportForm.Online => ConferenceForm.Online,
            ReportForm.Hybrid => ConferenceForm.Hybrid,
            ReportForm.InPerson => ConferenceForm.InPerson,
            _ => null,
        };
        draft.OrganiserId = PlaceNames.UnitOf(units, read.Organiser?.Text, draft.Date)?.Id;
        draft.Reviewed = PeriodOf(read.Period?.Text);
        draft.Ahead = PeriodOf(read.PeriodAhead?.Text);
        draft.Chairs = ParticipantText.Of(read.Chairs);
        draft.Points = ParticipantText.Of(read.ConnectionPoints);
        draft.Presenter = read.Presenter is { } presenter ? Cut(ParticipantText.Of(presenter), Conference.PersonLength + Conference.PersonTitleLength) : null;
        draft.Documents = ParticipantText.Lines(CitedPlaces(draft.Text, read).Select(d => d.Reference.AsPrinted));
    }

    /// <summary>Every document the text cites, once, with the place of its first mention.</summary>
    public static IEnumerable<(Span Span, DocumentReference Reference)> CitedPlaces(string text, MinutesDraft read)
    {
        var numbered = read.Documents.Select(d => (d.Span, Reference: DocumentReference.Parse(SpanText.Of(text, d.Span) + DayAndIssuer(d))));
        var others = read.UnnumberedDocuments.Where(d => d.Span is not null).Select(d => (Span: d.Span!.Value, Reference: DocumentReference.Parse(d.Text)));
        return numbered.Concat(others).DistinctBy(d => d.Reference.Key, StringComparer.Ordinal);
    }

    private static string DayAndIssuer(DocumentMention cited) =>
        (cited.IssuedOn is { } day ? " ngày " + day.Text : "") + (cited.Issuer is { } issuer ? " của " + issuer.Text : "");

    /// <summary>Null for no day, and for one whose year the text does not say.</summary>
    public static DateOnly? DayOf(ReadText? read) =>
        DateOnly.TryParseExact(read?.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"Q4-2020" → "quý IV/2020"; null when it is no period of ours.</summary>
    public static string? PeriodOf(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var parts = code.Split('-');
        var typed = code switch
        {
            _ when code.Contains('/', StringComparison.Ordinal) => string.Join(" - ", code.Split('/').Select(p => string.Join('/', p.Split('-').Reverse()))),
            _ when parts.Length != 2 => code,
            ['Q', ..] => $"quý {parts[0][1..]}/{parts[1]}",
            ['H', '1', ..] => "6 tháng đầu năm " + parts[1],
            ['H', ..] => "6 tháng cuối năm " + parts[1],
            ['M', ..] => $"tháng {parts[0][1..]}/{parts[1]}",
            _ => $"{parts[0].TrimEnd('M')} tháng năm {parts[1]}",
        };
        return Period.ParseOrNull(typed)?.ToVietnamese();
    }

    /// <summary>The rows in the order of the text. Each row's words are those of its span.</summary>
    public static List<ImportRow> Rows(string text, MinutesDraft read, DateOnly? day, IReadOnlyList<UnitInfo> units, IReadOnlyList<FieldInfo> fields)
    {
        var rows = new List<ImportRow>();
        foreach (var item in read.Items)
        {
            var kind = KindOf(item.Kind);
            if (New(text, item.Span, kind) is not { } row)
            {
                continue;
            }

            row.IsWeak |= item.IsWeak || item.Kind == ItemKind.PlannedTask;
            row.AddresseeUnitId = (PlaceNames.UnitOf(units, item.AddresseePlace?.Text, day) ?? PlaceNames.UnitOf(units, item.LeadUnit?.Text, day))?.Id;
            row.Addressee = row.AddresseeUnitId is null ? AddresseeOf(item.Addressee?.Value) : Addressee.OneUnit;
            row.FieldOfWorkId = item.Field is { } field ? fields.FirstOrDefault(f => !f.IsRetired && f.Name == field.Value)?.Id : null;
            row.UnitId = PlaceNames.UnitOf(units, item.By, day)?.Id;
            row.SubmittedTo = Cut(item.To, Conference.PlaceLength);
            if (kind == RowKind.Directive)
            {
                FillDirective(row, item);
            }

            rows.Add(row);
        }

        foreach (var remark in read.Remarks)
        {
            if (New(text, remark.Text.Span!.Value, RowKind.Remark) is { } row)
            {
                row.SpeakerName = Cut(remark.Speaker.Name.Text, Conference.PersonLength);
                row.SpeakerTitle = Cut(remark.Speaker.Title?.Text, Conference.PersonTitleLength);
                row.UnitId = PlaceNames.UnitOf(units, remark.By, day)?.Id;
                rows.Add(row);
            }
        }

        foreach (var award in read.Awards)
        {
            if (award.Text.Span is { } span && New(text, span, RowKind.Award) is { } row)
            {
                row.Recipient = Cut(award.Recipient, Conference.PersonTitleLength);
                rows.Add(row);
            }
        }

        rows.AddRange(read.Emulation.Select(e => e.Span is { } span ? New(text, span, RowKind.Emulation) : null).OfType<ImportRow>());
        rows.AddRange(read.Training.Select(e => e.Span is { } span ? New(text, span, RowKind.Training) : null).OfType<ImportRow>());
        foreach (var row in rows)
        {
            row.IsAccepted = !row.IsWeak;
        }

        return [.. rows.OrderBy(r => r.SpanStart)];
    }

    public static string? Cut(string? text, int length) => text is not null && text.Length > length ? text[..length].TrimEnd() : text;

    private static void FillDirective(ImportRow row, Said.DraftItem item)
    {
        row.Number = item.Number;
        row.Verb = item.Verb is null ? AuthorityVerb.NotStated
            : item.Verb.Contains("yêu cầu", StringComparison.OrdinalIgnoreCase) ? AuthorityVerb.Requires
            : item.Verb.Contains("đề nghị", StringComparison.OrdinalIgnoreCase) ? AuthorityVerb.Asks
            : AuthorityVerb.NotStated;
        row.DeadlineText = Cut(item.Due, RowFacts.DeadlineTextLength);
        row.IsImmediate = item.Deadline?.Kind == Said.DeadlineKind.Immediate;
        row.DeadlineKind = item.Deadline switch
        {
            { Kind: Said.DeadlineKind.Fixed, End: not null } => DeadlineKind.Fixed,
            { Kind: Said.DeadlineKind.PeriodEnd, End: not null } => DeadlineKind.PeriodEnd,
            { Kind: Said.DeadlineKind.Standing } => DeadlineKind.Standing,
            { Kind: Said.DeadlineKind.Conditional } => DeadlineKind.Conditional,
            _ => DeadlineKind.Missing,
        };
        row.DueOn = row.DeadlineKind.NeedsDay() ? item.Deadline!.End : null;
    }

    private static ImportRow? New(string text, Span span, RowKind kind)
    {
        var trimmed = SpanText.Trim(text, span);
        var isCut = trimmed.Length > RowFacts.TextLength;
        trimmed = isCut ? SpanText.Trim(text, new Span(trimmed.Start, trimmed.Start + RowFacts.TextLength)) : trimmed;
        return trimmed.Length == 0
            ? null
            : new ImportRow { Kind = kind, Text = SpanText.Of(text, trimmed), SpanStart = trimmed.Start, SpanEnd = trimmed.End, IsWeak = isCut };
    }

    private static RowKind KindOf(ItemKind kind) => kind switch
    {
        ItemKind.Achievement => RowKind.Achievement,
        ItemKind.Shortcoming => RowKind.Shortcoming,
        ItemKind.Difficulty => RowKind.Obstacle,
        ItemKind.Recommendation => RowKind.Recommendation,
        _ => RowKind.Directive,
    };

    /// <summary>Party committees are none of the addressees a row can have: the clerk says who it is.</summary>
    private static Addressee AddresseeOf(Said.Addressee? addressee) => addressee switch
    {
        Said.Addressee.CentralOffice => Addressee.CentralOffice,
        Said.Addressee.ProvincialOffices => Addressee.ProvincialOffices,
        Said.Addressee.All => Addressee.Both,
        Said.Addressee.Sector => Addressee.Sector,
        _ => Addressee.NotStated,
    };
}
