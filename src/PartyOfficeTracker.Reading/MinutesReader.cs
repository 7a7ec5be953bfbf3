using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// Reads a Vietnamese conference report into a draft. Rules only: the same text gives the same draft, no network, no clock, no database.
/// </summary>
public static class MinutesReader
{
    /// <summary>Characters read; a report is a few thousand. What lies beyond is one unclassified block.</summary>
    public const int LongestRead = 300_000;

    private const int LongestLead = 8;

    /// <summary>Sentences after the announcement that may name the period; of a text cut off before it, more.</summary>
    private const int FewAfterTheLead = 6;

    private const int ManyWithoutOne = 14;

    private static readonly Vocabulary Phrases = Vocabulary.Of("article");

    private const int Top = 500;
    private static readonly Regex Local = Phrases.Cue(nameof(Local));
    private static readonly Regex Central = Phrases.Cue(nameof(Central));
    private static readonly Regex Guides = Phrases.Cue(nameof(Guides));
    private static readonly Regex Presents = Phrases.Cue(nameof(Presents));
    private static readonly Regex Paper = Phrases.Cue(nameof(Paper));
    private static readonly Regex OtherSpeaker = Phrases.Cue(nameof(OtherSpeaker));
    private static readonly Regex Emulation = Phrases.Cue(nameof(Emulation));
    private static readonly Regex Training = Phrases.Cue(nameof(Training));
    private static readonly Regex CaptionItself = Phrases.Cue(nameof(CaptionItself));
    private static readonly Regex Credit = Cue.Of(@"ảnh\s*:\s*(?<who>[^)\].;]{2,50})");

    /// <summary>Reads a report. Never throws on any text; an empty text gives an empty draft.</summary>
    /// <param name="source">The text as pasted or decoded; every span of the draft is an offset into exactly this string.</param>
    public static MinutesDraft Read(string source) => Read(source, ReaderTables.Default);

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="source">The text as pasted or decoded.</param>
    /// <param name="tables">The tables the office keeps: anchor events, fields of work.</param>
    public static MinutesDraft Read(string source, ReaderTables tables)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(tables);
        return Draft(Walk(source, tables), source);
    }

    /// <summary>The clauses of a report with their evidence: what the weights are learned from.</summary>
    internal static IReadOnlyList<Clause> ClausesOf(string source) => Walk(source, ReaderTables.Default).Narrative.Clauses;

    /// <summary>All that is known of a text before it becomes a draft.</summary>
    private sealed record Walked(SourceView View, IReadOnlyList<PageLine> Lines, List<Sentence> Sentences, Lead Lead, Participants Participants,
        List<Person> Guiding, Narrative Narrative, IReadOnlyList<ReadWarning> Warnings);

    private static Walked Walk(string source, ReaderTables tables)
    {
        var head = source.Length > LongestRead ? source[..LongestRead] : source;
        var markup = Markup.Of(head);
        var asWritten = SourceView.Of(head, markup.Hidden);
        if (Capitals.IsAll(asWritten.Text)) asWritten = Capitals.Read(asWritten);
        var lines = PageLayout.Read(asWritten, asWritten.Length);
        var view = asWritten.Flowing(lines);
        var sentences = Sentences.Of(view, lines);
        var leadCount = LeadLength(view, sentences);
        var cues = new ZoneCues(view, 0);
        var announcing = sentences.Where((sentence, i) => sentence.Role == LineRole.Body &&
            ((i < Math.Max(leadCount, LongestLead) && cues.Announces(sentence.Start, sentence.End, Zone.Lead)) ||
                cues.TellsOfTheDay(sentence.Start, sentence.End)))
            .Select(sentence => (sentence.Start, sentence.End)).ToList();
        var headlines = lines.Where(line => line.Role == LineRole.Headline).Select(line => (line.Start, line.End)).ToList();
        var rest = sentences.Skip(leadCount).Take(leadCount > 0 ? FewAfterTheLead : ManyWithoutOne).Concat(sentences.Take(Math.Max(0, leadCount - 1)))
            .Where(sentence => sentence is { Role: LineRole.Body, Row: null })
            .Select(sentence => (sentence.Start, sentence.End)).ToList();
        var lead = LeadReader.Read(view, lines, headlines, announcing, rest);

        var captions = lines.Where(line => line.Role == LineRole.Caption || (line.Role == LineRole.Headline && line.End - line.Start > 0))
            .Select(line => (line.Start, line.End));
        var participants = new Participants(view,
            [.. sentences.Where(sentence => sentence.Role == LineRole.Body).Select(sentence => (sentence.Start, sentence.End)), .. captions]);
        var guiding = announcing.Where(part => Guides.In(view.Lower, part.Start, part.End)).SelectMany(part => GuidesIn(view, part)).ToList();
        var locals = participants.AtPoints.Concat(participants.Points.Where(point => point.Chair is not null).Select(point => point.Chair!))
            .Where(person => !participants.ConferenceChairs.Contains(person));
        var speech = new Speech(view, participants.ConferenceChairs.Concat(guiding), locals, lead.Organiser?.Text);
        speech.LearnTitles(sentences.Where(sentence => sentence.Role == LineRole.Body).SelectMany(sentence => People.In(view, sentence.Start, sentence.End)));
        var day = DateOnly.TryParseExact(lead.Date?.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed
            : (DateOnly?)null;
        var narrative = new Narrative(view, speech, new DirectiveContext(new Addressees(lead.Organiser?.Text ?? BodyAtTheTop(view)), tables.Anchors, day),
            new LocalContext(view, participants.Points), tables.Fields, YearOf(lead.Period),
            lead.Period is { Text: ['Q', var quarter, ..] } ? quarter - '0' : 0);
        // Before the announcement stands a sapo, which the body repeats, or the account itself, told first.
        narrative.Read(sentences.Where((sentence, i) => !(i == 0 && IsFragment(view, sentence)) &&
            (i >= leadCount - 1 || !IsRepeated(view, sentence, sentences.Skip(i + 1)))));
        return new Walked(view, lines, sentences, lead, participants, guiding, narrative, [.. Warnings.Of(view, markup, lines, sentences, lead)]);
    }

    /// <summary>Whose paper it is when nobody is said to have held the conference: a committee below the centre named near the top, and no body of the
    /// centre beside it.</summary>
    private static string? BodyAtTheTop(SourceView view)
    {
        var top = Math.Min(view.Length, Top);
        if (Central.In(view.Lower, 0, top)) return null;
        return Local.First(view.Lower, 0, top) is { Success: true } body ? body.Value : Letterhead.IsPaper(view, top) ? "" : null;
    }

    /// <summary>The year a period ends with; 0 when there is none.</summary>
    private static int YearOf(ReadText? period) =>
        period is { Text: { Length: >= 4 } text } &&
            int.TryParse(text.AsSpan(text.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static MinutesDraft Draft(Walked walked, string source)
    {
        var (view, lines, sentences, lead, participants, guiding, narrative, warnings) = walked;
        var article = sentences.Where(sentence => sentence.Role == LineRole.Body).ToList();
        var captionLines = lines.Where(line => line.Role == LineRole.Caption).ToList();
        var headlines = lines.Where(line => line.Role == LineRole.Headline).ToList();
        var readable = article.Select(sentence => (sentence.Start, sentence.End)).ToList();
        var shown = readable.Concat(headlines.Concat(captionLines).Select(line => (line.Start, line.End))).OrderBy(part => part.Item1).ToList();
        var (author, outlet) = Bylines.Read(view, lines);
        var (provinces, others) = Speakers(view, narrative, participants);
        var items = narrative.Items.Where(item => item.Span.Length > 0).OrderBy(item => item.Span.Start).ToList();
        return new MinutesDraft
        {
            Organiser = lead.Organiser,
            Date = lead.Date,
            LastDay = lead.LastDay,
            Session = lead.Session,
            Kind = lead.Kind,
            Form = lead.Form,
            Period = lead.Period,
            PeriodAhead = lead.PeriodAhead,
            Title = PageLayout.Title(view, headlines) is { } title ? Text(view, title.Start, title.End) : lead.Name,
            Author = author,
            Outlet = outlet,
            Chairs = [.. participants.ConferenceChairs.Select(person => person.Mention(view))],
            ConnectionPoints = [.. participants.Points.Select(point => Point(view, point))],
            Presenter = article.Where(sentence => Presents.In(view.Lower, sentence.Start, sentence.End))
                .SelectMany(sentence => People.In(view, sentence.Start, sentence.End)).FirstOrDefault()?.Mention(view),
            ConcludedBy = narrative.Concluding?.Mention(view),
            GuidingSpeaker = guiding.FirstOrDefault()?.Mention(view),
            LocalSpeakers = [.. narrative.LocalSpeakers.Select(person => person.Mention(view))],
            Remarks = [.. narrative.Remarks.Select(remark => new RemarkMention(remark.Speaker.Mention(view), Text(view, remark.Start, remark.End), remark.By))],
            ProvincesSpeaking = provinces,
            OtherSpeakers = others,
            Items = items,
            Documents = [.. readable.SelectMany(part => References.Documents(view, part.Start, part.End))
                .DistinctBy(document => Folding.Lower(document.Code), StringComparer.Ordinal)],
            UnnumberedDocuments = [.. readable.SelectMany(part => References.Unnumbered(view, part.Start, part.End))
                .DistinctBy(text => text.Text, StringComparer.Ordinal)],
            Figures = [.. readable.SelectMany(part => Figures.In(view, part.Start, part.End))
                .DistinctBy(figure => Folding.Lower(figure.Number + " " + figure.Unit), StringComparer.Ordinal)],
            Awards = [.. shown.SelectMany(part => Awards.In(view, part.Item1, part.Item2))
                .DistinctBy(award => Folding.Lower(award.Text.Text), StringComparer.Ordinal)],
            Emulation = [.. readable.Where(part => Emulation.In(view.Lower, part.Start, part.End)).Select(part => Text(view, part.Start, part.End))],
            Training = [.. readable.Where(part => Training.In(view.Lower, part.Start, part.End)).Select(part => Text(view, part.Start, part.End))],
            PhotoCaptions = [.. captionLines.Select(line => Text(view, line.Start, line.End))],
            PhotoCredits = [.. captionLines.SelectMany(line => Credit.All(view.Lower, line.Start, line.End)).Select(match => match.Groups["who"])
                .Where(who => !CaptionItself.In(view.Lower, who.Index, who.Index + who.Length)).Select(who => Text(view, who.Index, who.Index + who.Length))
                .DistinctBy(text => text.Text, StringComparer.Ordinal)],
            Warnings = warnings,
            Blocks = Blocks.Of(view, lines, items, [.. article.Select(sentence => view.ToSource(sentence.Start, sentence.End))], source.Length),
            IsComplete = source.Length <= LongestRead,
        };
    }

    private static ReadText Text(SourceView view, int start, int end) => new(view.Slice(start, end), view.ToSource(start, end));

    private static ConnectionPointMention Point(SourceView view, Point point) => new(
        Text(view, point.Start, point.End),
        point.Chair?.Mention(view),
        point.Room is { } room ? Text(view, room.Start, room.End) : null,
        point.Note is { } note ? Text(view, note.Start, note.End) : null);

    private static IEnumerable<Person> GuidesIn(SourceView view, (int Start, int End) part)
    {
        var at = Guides.First(view.Lower, part.Start, part.End).Index;
        var people = People.In(view, part.Start, part.End);
        var before = people.LastOrDefault(person => person.NameEnd <= at);
        return before is not null ? [before] : people.Take(1);
    }

    /// <summary>
    /// Number of leading sentences up to and including the last one that announces the conference, when one does so early on.
    /// What stands before it is headline, sapo or a picture's words, repeated later in the body.
    /// </summary>
    private static int LeadLength(SourceView view, List<Sentence> sentences)
    {
        var early = EarlyLead(view, sentences);
        if (early > 0) return early;
        var cues = new ZoneCues(view, 0);
        return sentences.FindIndex(sentence => sentence.Role == LineRole.Body && cues.TellsOfTheDay(sentence.Start, sentence.End)) + 1;
    }

    /// <summary>Whether most words of a sentence stand together in one that follows: then it is told there.</summary>
    private static bool IsRepeated(SourceView view, Sentence sentence, IEnumerable<Sentence> later)
    {
        const double told = 0.5;
        var words = Words(view, sentence);
        return words.Count == 0 || later.Any(other => other.Role == LineRole.Body && words.Intersect(Words(view, other)).Count() >= told * words.Count);
    }

    /// <summary>The end of a sentence whose beginning the text lacks.</summary>
    private static bool IsFragment(SourceView view, Sentence sentence) =>
        view.Text[sentence.Start] == '…' ||
        (char.IsLower(view.Text[sentence.Start]) && !sentence.IsListed && !Predicates.IsDone(view.Lower, sentence.Start, sentence.End) &&
            Polarity.Of(view.Lower, sentence.Start, sentence.End) == 0);

    private static HashSet<string> Words(SourceView view, Sentence sentence) =>
        [.. view.Lower[sentence.Start..sentence.End].Split([' ', ',', '.', ';', ':', '\n', '“', '”', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];

    private static int EarlyLead(SourceView view, List<Sentence> sentences)
    {
        var cues = new ZoneCues(view, 0);
        var total = sentences.Sum(sentence => sentence.End - sentence.Start);
        var seen = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentence.Role == LineRole.Body && cues.Announces(sentence.Start, sentence.End, Zone.Lead)) return i + 1;
            seen += sentence.End - sentence.Start;
            if (seen * 2 > total || i >= LongestLead) break;
        }

        return 0;
    }

    private static (List<ReadText> Provinces, List<ReadText> Others) Speakers(SourceView view, Narrative narrative, Participants participants)
    {
        var provinces = new List<ReadText>();
        var others = new List<ReadText>();
        foreach (var speaker in narrative.LocalSpeakers)
        {
            if ((InTitle(view, speaker) ?? PointOf(view, speaker, participants)) is var (start, end)) provinces.Add(Text(view, start, end));
        }

        foreach (var (start, end) in narrative.FloorTurns)
        {
            foreach (var (from, to) in Provinces.In(view, start, end))
            {
                if (Paper.In(view.Lower, Math.Max(start, from - 8), from)) continue;
                var isCity = view.Lower.AsSpan(0, from).EndsWith("thành phố ") && view.Lower.AsSpan(from).StartsWith("hồ chí minh");
                var begin = isCity ? from - "thành phố ".Length : from;
                provinces.Add(Text(view, begin, to));
            }

            others.AddRange(OtherSpeaker.All(view.Lower, start, end).Select(match => Text(view, match.Index, match.Index + match.Length)));
        }

        return ([.. provinces.DistinctBy(text => Folding.Lower(text.Text), StringComparer.Ordinal)],
            [.. others.DistinctBy(text => Folding.Lower(text.Text), StringComparer.Ordinal)]);
    }

    private static (int Start, int End)? InTitle(SourceView view, Person speaker) =>
        speaker.HasTitle ? Provinces.In(view, speaker.TitleStart, speaker.TitleEnd).Select(found => ((int, int)?)found).FirstOrDefault() : null;

    /// <summary>The connection point the speaker chairs at, or the only one there is.</summary>
    private static (int Start, int End)? PointOf(SourceView view, Person speaker, Participants participants)
    {
        var name = view.Lower[speaker.NameStart..speaker.NameEnd];
        var point = participants.Points.Find(point => point.Chair is { } chair && view.Lower[chair.NameStart..chair.NameEnd] == name)
            ?? (participants.Points.Count == 1 ? participants.Points[0] : null);
        return point is null ? null : (point.Start, point.End);
    }
}
