using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Whose words a sentence gives.</summary>
internal enum Voice
{
    None,
    Report,
    Leader,
    Local,
    Floor,
    Opening,
}

internal enum SpeechAct
{
    State,
    Ask,
    Praise,
}

/// <summary>The attribution at the front of a sentence: who, with which verb, and where the content begins.</summary>
internal sealed record Attribution(Voice Voice, SpeechAct Act, string Verb, int ContentStart, Person? Speaker);

/// <summary>Finds the attribution ("đồng chí X đề nghị …", "Báo cáo cho thấy …") that a reported sentence opens with.</summary>
internal sealed class Speech
{
    private const int LongestAddressee = 30;
    private const int LongestAttribution = 520;

    private const int LongestFloorTurn = 120;

    private static readonly Vocabulary Phrases = Vocabulary.Of("speech");

    private static readonly Regex Verb = Phrases.Cue(nameof(Verb));

    private static readonly Regex Information = Phrases.Cue(nameof(Information));
    private static readonly Regex Complaint = Phrases.Cue(nameof(Complaint));
    private static readonly Regex Admission = Phrases.Cue(nameof(Admission));
    private static readonly Regex NounBefore = Phrases.Cue(nameof(NounBefore));
    private static readonly Regex Subordinate = Phrases.Cue(nameof(Subordinate));
    private static readonly Regex NeedsColon = Phrases.Cue(nameof(NeedsColon));
    private static readonly Regex Verdict = Phrases.Cue(nameof(Verdict));
    private static readonly Regex According = Phrases.Cue(nameof(According));
    private static readonly Regex Gathering = Phrases.Cue(nameof(Gathering));
    private static readonly Regex OrderWord = Phrases.Cue(nameof(OrderWord));
    private static readonly Regex SpeakerBefore = Phrases.Cue(nameof(SpeakerBefore));
    private static readonly Regex AndGoesOn = Phrases.Cue(nameof(AndGoesOn));
    private static readonly Regex TakesTheTask = Phrases.Cue(nameof(TakesTheTask));
    private static readonly Regex ColonFollows = Phrases.Cue(nameof(ColonFollows));
    private static readonly Regex OnlyAVerb = Phrases.Cue(nameof(OnlyAVerb));
    private static readonly Regex NounAfter = Phrases.Cue(nameof(NounAfter));
    private static readonly Regex Continuation = Phrases.Cue(nameof(Continuation));
    private static readonly Regex Trailing = Phrases.Cue(nameof(Trailing));

    private static readonly Regex OpeningCue = Phrases.Cue(nameof(OpeningCue));
    private static readonly Regex LeaderCue = Phrases.Cue(nameof(LeaderCue));
    private static readonly Regex LeaderRole = Phrases.Cue(nameof(LeaderRole));
    private static readonly Regex Pronoun = Phrases.Cue(nameof(Pronoun));
    private static readonly Regex ShortName = Cue.Of(@"\b([Ôô]ng|[Bb]à|[Đđ]ồng chí) (?<n>\p{Lu}\p{Ll}+)( cũng| còn)?\s+$");
    private static readonly Regex FloorWord = Phrases.Cue(nameof(FloorWord));
    private static readonly Regex PlacesOfTheFloor = Phrases.Cue(nameof(PlacesOfTheFloor));
    private static readonly Regex Opinions = Cue.Of(@"^((tuy nhiên|bên cạnh đó|ngoài ra|cũng),? )?((có|một số|nhiều|các|[0-9]+) ){1,2}ý kiến( \S+){0,3} $");
    private static readonly Regex PassivePraise = Phrases.Cue(nameof(PassivePraise));
    private static readonly Regex PlaceSubject = Phrases.Cue(nameof(PlaceSubject));
    private static readonly Regex OfficeSubject = Phrases.Cue(nameof(OfficeSubject));
    private static readonly Regex TakesUp = Phrases.Cue(nameof(TakesUp));
    private static readonly Regex ReportWord = Phrases.Cue(nameof(ReportWord));
    private static readonly Regex FloorGiven = Phrases.Cue(nameof(FloorGiven));
    private static readonly Regex Deputising = Phrases.Cue(nameof(Deputising));
    private static readonly Regex Paper = Phrases.Cue(nameof(Paper));
    private static readonly Regex Requests = Phrases.Cue(nameof(Requests));
    private static readonly Regex LocalTitle = Phrases.Cue(nameof(LocalTitle));
    private static readonly Regex ProvincialBody = Phrases.Cue(nameof(ProvincialBody));
    private static readonly Regex BelowProvince = Phrases.Cue(nameof(BelowProvince));
    private static readonly Regex Commune = Phrases.Cue(nameof(Commune));
    private static readonly Regex CentralTitle = Phrases.Cue(nameof(CentralTitle));
    private static readonly Regex Presenting = Phrases.Cue(nameof(Presenting));

    private readonly SourceView _view;
    private readonly string? _organiser;
    private readonly Dictionary<string, Voice> _known = new(StringComparer.Ordinal);

    public Speech(SourceView view, IEnumerable<Person> leaders, IEnumerable<Person> locals, string? organiser)
    {
        _view = view;
        _organiser = organiser is null ? null : Folding.Lower(organiser);
        foreach (var person in locals) Learn(person, Voice.Local);
        foreach (var person in leaders) Learn(person, Voice.Leader);
    }

    /// <summary>An office of the party's or the state's centre.</summary>
    public static bool IsCentralTitle(SourceView view, Person person) =>
        CentralTitle.In(view.Lower, person.TitleStart, person.TitleEnd) && !LocalTitle.In(view.Lower, person.TitleStart, person.TitleEnd);

    /// <summary>Verbs that only report; whoever uses them before the conclusion tells what was done.</summary>
    public static bool Informs(string verb) => Information.IsMatch(verb);

    /// <summary>Verbs by which a conclusion judges before it orders.</summary>
    public static bool Assesses(string verb) => verb is "đánh giá" or "nhận định" or "nhìn nhận";

    /// <summary>Verbs of somebody who complains.</summary>
    public static bool Complains(string verb) => Complaint.IsMatch(verb);

    /// <summary>Verbs that admit a fault.</summary>
    public static bool Admits(string verb) => Admission.IsMatch(verb);

    /// <summary>Everybody the report names with a title, so that a later "ông X" is known for what he is.</summary>
    public void LearnTitles(IEnumerable<Person> people)
    {
        foreach (var person in people.Where(person => person.HasTitle)) VoiceOfPerson(person, Voice.None);
    }

    public void Learn(Person person, Voice voice)
    {
        var name = _view.Lower[person.NameStart..person.NameEnd];
        _known[name] = voice;
        var given = name.LastIndexOf(' ');
        if (given > 0) _known.TryAdd(name[(given + 1)..], voice);
    }

    /// <summary>Where the attribution that closes a quoted sentence begins (“…, ông X nói.”); null when there is none.</summary>
    public int? TrailingStart(int start, int end)
    {
        var from = Math.Max(start, end - 140);
        var match = Trailing.First(_view.Lower, from, end);
        return match.Success && PageLayout.CountWords(_view.Text, start, match.Index, 9) > 8 ? match.Index : null;
    }

    /// <summary>"Phát biểu tại hội nghị, đồng chí X …", X known for a leader, whatever X goes on to do.</summary>
    public bool GivesTheFloorToALeader(int start, int end) =>
        FloorGiven.In(_view.Lower, start, end) && People.In(_view, start, Math.Min(end, start + LongestFloorTurn)).FirstOrDefault() is { } speaker &&
            _known.TryGetValue(_view.Lower[speaker.NameStart..speaker.NameEnd], out var voice) && voice == Voice.Leader;

    public Attribution? Parse(int start, int end, Voice current)
    {
        var stop = Math.Min(end, start + LongestAttribution);
        if (AccordingToSomebody(start, stop, current) is { } according) return according;
        var semicolon = _view.Text.IndexOf(';', start, stop - start);
        Attribution? praise = null;
        Attribution? verdict = null;
        var colon = HeadColon(start, stop);
        foreach (var match in Verb.All(_view.Lower, start, stop))
        {
            if (semicolon >= 0 && match.Index > semicolon && praise is null && !HasPersonBefore(start, match.Index)) break;
            if (colon >= 0 && match.Index > colon) break;
            if (!IsVerbOfSaying(match, start, end) || Said(match, start, end, current, praise) is not { } found) continue;
            // "… kết luận, ghi nhận … và yêu cầu …": the verb that gives the order counts.
            if (match.Value == "kết luận") verdict ??= found;
            else if (found.Act == SpeechAct.Praise) praise ??= found;
            else if (!OnlyGoesOnPraising(found, match, praise, end) && !SpeaksOfItself(found, match, start)) return WithNextVerb(found, end);
        }

        return verdict ?? praise ?? Unsaid(start, colon, end, current);
    }

    /// <summary>Many verbs of saying are nouns or other verbs as well; what stands beside them tells.</summary>
    private bool IsVerbOfSaying(Match match, int start, int end)
    {
        var verbEnd = match.Index + match.Length;
        if (Verdict.IsMatch(match.Value) && !SaidBySomebody(start, match.Index)) return false;
        if ((match.Groups["praise"].Success || Assesses(match.Value)) && PassivePraise.In(_view.Lower, Math.Max(start, match.Index - 100), match.Index))
        {
            return false;
        }

        if (NeedsColon.IsMatch(match.Value) && !Speaks(start, match.Index, match.Value) && !ColonFollows.In(_view.Lower, verbEnd, Math.Min(end, verbEnd + 48)))
        {
            return false;
        }

        if (match.Groups["ask"].Success && Subordinate.In(_view.Lower, Math.Max(start, match.Index - 12), match.Index)) return false;
        if (match.Value == "chỉ đạo" && _view.Lower.AsSpan(0, match.Index).EndsWith("ban ")) return false;
        return !IsNoun(start, match.Index, verbEnd, end) && !(match.Value == "giao" && _view.Text.AsSpan(verbEnd).StartsWith(" ban"));
    }

    /// <summary>Who says it and how; null when nobody is found who might, or stands too far away.</summary>
    private Attribution? Said(Match match, int start, int end, Voice current, Attribution? praise)
    {
        var act = match.Groups["ask"].Success ? SpeechAct.Ask : match.Groups["praise"].Success ? SpeechAct.Praise : SpeechAct.State;
        var speaker = praise?.Speaker;
        var voice = praise?.Voice ?? VoiceOf(new Turn(start, match.Index, act, current), out speaker);
        if (voice == Voice.None) return null;
        if (act == SpeechAct.State && !Directly(start, match.Index, speaker)) return null;
        if (act == SpeechAct.Ask && match.Value is "chỉ đạo" or "giao" or "quán triệt" or "đề ra" && !Adjacent(match.Index, speaker, start) &&
            !(praise is not null && OrdersNext(match, end)))
        {
            return null;
        }

        var verbEnd = match.Index + match.Length;
        return new Attribution(voice, act, _view.Slice(match.Index, verbEnd), AfterContinuation(verbEnd, end), speaker);
    }

    /// <summary>"biểu dương … và chỉ đạo: …", "ghi nhận … và giao các phòng …": who praised goes on to order.</summary>
    private bool OrdersNext(Match verb, int end)
    {
        var after = verb.Index + verb.Length;
        return AndGoesOn.In(_view.Lower, Math.Max(0, verb.Index - 24), verb.Index) &&
            (_view.Lower.IndexOf(':', after, Math.Min(end - after, LongestAddressee)) >= 0 ||
            (verb.Value == "giao" && TakesTheTask.In(_view.Lower, after, Math.Min(end, after + LongestAddressee))));
    }

    private int AfterContinuation(int verbEnd, int end) => verbEnd + Continuation.First(_view.Lower, verbEnd, Math.Min(end, verbEnd + 30)).Length;

    /// <summary>After a praise a statement that asks for nothing belongs to the praise.</summary>
    private bool OnlyGoesOnPraising(Attribution found, Match match, Attribution? praise, int end) =>
        praise is not null && found.Act == SpeechAct.State && match.Value is not ("chỉ rõ" or "chỉ ra") &&
        (Predicates.IsDone(_view.Lower, found.ContentStart, end) || !Predicates.IsObligation(_view.Lower, found.ContentStart, end));

    /// <summary>"thông tin", "báo cáo", "phân tích" without anybody who speaks are what was done.</summary>
    private bool SpeaksOfItself(Attribution found, Match match, int start) =>
        match.Value is "thông tin" or "nói" or "báo cáo" or "phân tích" && found.Speaker is null && !Speaks(start, match.Index, match.Value) &&
        !ShortName.In(_view.Text, Math.Max(start, match.Index - 24), match.Index);

    private Attribution WithNextVerb(Attribution found, int end) =>
        FollowedByVerb(found.ContentStart, end) is { } next
            ? found with { Act = next.Act, Verb = _view.Slice(next.Start, next.End), ContentStart = AfterContinuation(next.End, end) } : found;

    /// <summary>"Theo ông X, …", also after a few words: whose statement it is.</summary>
    private Attribution? AccordingToSomebody(int start, int stop, Voice current)
    {
        var match = According.First(_view.Lower, start, Math.Min(stop, start + 160));
        if (!match.Success) return null;
        var comma = match.Index + match.Length - 1;
        if (match.Groups["floor"].Success)
        {
            return new Attribution(Voice.Floor, SpeechAct.State, "theo", PageLayout.SkipBlanks(_view.Text, comma + 1, stop), null);
        }

        var person = People.In(_view, match.Index, comma).LastOrDefault();
        var named = match.Groups["who"];
        if (person is null && !Pronoun.In(_view.Lower, named.Index, comma) && ShortName.First(_view.Text, match.Index, comma) is not { Success: true })
        {
            return null;
        }

        var voice = VoiceOf(new Turn(start, comma, SpeechAct.State, current is Voice.Floor or Voice.Local ? current : Voice.Leader), out var speaker);
        return voice == Voice.None ? null : new Attribution(voice, SpeechAct.State, "theo", PageLayout.SkipBlanks(_view.Text, comma + 1, stop), speaker);
    }

    /// <summary>A speaker before a colon, whatever the verb: "Chủ nhiệm X phân việc: …", "Đại biểu Y trải lòng: …".</summary>
    private Attribution? Unsaid(int start, int colon, int end, Voice current)
    {
        if (colon < 0 || ListsPlaces(colon, end) || Gathering.In(_view.Lower, start, colon) || PageLayout.CountWords(_view.Text, start, colon, 41) > 40)
        {
            return null;
        }

        var act = OrderWord.In(_view.Lower, start, colon) && !Opener.NamesResult(_view, start, colon) ? SpeechAct.Ask : SpeechAct.State;
        var voice = VoiceOf(new Turn(start, colon, act, current), out var speaker);
        // "Bức tranh chung được phác ra trong báo cáo của Ban: …" tells what the report says.
        if (speaker is null && voice is not (Voice.Floor or Voice.Local) &&
            !(voice == Voice.Report && act == SpeechAct.State && Paper.In(_view.Lower, start, colon)))
        {
            return null;
        }

        return voice == Voice.None ? null : new Attribution(voice, act, "", PageLayout.SkipBlanks(_view.Text, colon + 1, end), speaker);
    }

    /// <summary>"Cùng phát biểu có đại diện: Hải Phòng, …" lists who spoke, not what was said.</summary>
    private bool ListsPlaces(int colon, int end)
    {
        var from = PageLayout.SkipBlanks(_view.Text, colon + 1, end);
        return Provinces.At(_view, from, end) is { } first && Provinces.In(_view, first.End, Math.Min(end, first.End + 40)).Any();
    }

    /// <summary>A person, or a pronoun for one, right before the verb.</summary>
    private bool SaidBySomebody(int start, int verb) =>
        Pronoun.In(_view.Lower, Math.Max(start, verb - 40), verb) ||
            (People.In(_view, start, verb).LastOrDefault() is { } person && PageLayout.CountWords(_view.Text, person.End, verb, 3) <= 2);

    /// <summary>A colon in front of the content; −1 when there is none.</summary>
    private int HeadColon(int start, int stop)
    {
        var colon = _view.Text.IndexOf(':', start, stop - start);
        return colon > start && colon + 1 < stop && char.IsWhiteSpace(_view.Text[colon + 1]) ? colon : -1;
    }

    /// <summary>"nói", "kể", "than" with their speaker right before them speak without a colon too.</summary>
    private bool Speaks(int start, int verb, string word) =>
        IsPlaceBefore(start, verb) ||
            (word is "nói" or "kể" or "than" or "băn khoăn" &&
            (SpeakerBefore.In(_view.Lower, start, verb) ||
            (People.In(_view, start, verb).LastOrDefault() is { } person && PageLayout.CountWords(_view.Text, person.End, verb, 3) <= 1)));

    /// <summary>"tỉnh X giãi bày …": a province right before the verb.</summary>
    private bool IsPlaceBefore(int start, int verb) =>
        PlaceSubject.In(_view.Lower, ClauseStart(start, verb), verb) && Provinces.In(_view, start, verb).LastOrDefault() is { End: > 0 } place &&
            place.End == Sentences.TrimEnd(_view.Text, start, verb);

    private int ClauseStart(int start, int verb)
    {
        var comma = verb > start ? _view.Text.LastIndexOf(',', verb - 1, verb - start) : -1;
        return comma < 0 ? start : PageLayout.SkipBlanks(_view.Text, comma + 1, verb);
    }

    /// <summary>"nhấn mạnh và đề nghị", "dự, chỉ đạo và khẳng định": the verb nearest to the content counts.</summary>
    private (int Start, int End, SpeechAct Act)? FollowedByVerb(int start, int end)
    {
        var match = Verb.First(_view.Lower, start, Math.Min(end, start + 40));
        if (!match.Success || match.Groups["praise"].Success) return null;
        var gap = _view.Lower[start..match.Index].Trim();
        if (gap is not ("" or "và" or "," or ", đồng thời" or "đồng thời")) return null;
        return (match.Index, match.Index + match.Length, match.Groups["ask"].Success ? SpeechAct.Ask : SpeechAct.State);
    }

    private bool IsProvincial =>
        _organiser is not null && !_organiser.Contains("trung ương", StringComparison.Ordinal) &&
        !_organiser.Contains("ban bí thư", StringComparison.Ordinal) && ProvincialBody.IsMatch(_organiser);

    private bool HasPersonBefore(int start, int at) => People.In(_view, start, at).Count > 0;

    private bool IsNoun(int start, int verbStart, int verbEnd, int end) =>
        !Opinions.In(_view.Lower, start, verbStart) &&
            (((!OnlyAVerb.In(_view.Lower, verbStart, verbEnd) || _view.Lower.AsSpan(0, verbStart).EndsWith("được ")) &&
            NounBefore.In(_view.Lower, Math.Max(start, verbStart - 16), verbStart)) || NounAfterAt(verbEnd, end));

    private bool NounAfterAt(int verbEnd, int end) => NounAfter.In(_view.Lower, verbEnd, Math.Min(end, verbEnd + 20));

    /// <summary>A verb of saying follows its subject closely: no other clause in between.</summary>
    private bool Directly(int start, int verb, Person? speaker)
    {
        var from = speaker is null ? start : Math.Min(verb, speaker.End);
        return PageLayout.CountWords(_view.Text, from, verb, 40) <= 22;
    }

    private bool Adjacent(int verb, Person? speaker, int start) =>
        (speaker is null && IsRoleRightBefore(start, verb)) || PageLayout.CountWords(_view.Text, speaker?.End ?? start, verb, 12) <= (speaker is null ? 8 : 3);

    /// <summary>A sentence up to its verb of saying: where it begins, where the verb stands, what the verb does, and who had the word before.</summary>
    private readonly record struct Turn(int Start, int Verb, SpeechAct Act, Voice Current);

    private Voice VoiceOf(Turn turn, out Person? speaker)
    {
        speaker = People.In(_view, turn.Start, turn.Verb).LastOrDefault();
        if (speaker is not null && IsPlaceOfTheFloor(speaker, turn.Start)) speaker = null;
        if (Before(OpeningCue, turn)) return Voice.Opening;
        if (speaker is not null) return OfNamed(speaker, turn);
        return OfShortName(turn) ?? OfLeaderOrReport(turn) ?? OfFloor(turn) ?? OfOffice(turn) ?? OfWhoHadTheFloor(turn);
    }

    private bool Before(Regex cue, Turn turn) => cue.In(_view.Lower, turn.Start, turn.Verb);

    private int WordsBefore(Turn turn, int most) => PageLayout.CountWords(_view.Text, turn.Start, turn.Verb, most);

    private Voice OfNamed(Person speaker, Turn turn)
    {
        if (Deputising.In(_view.Lower, turn.Start, speaker.NameStart)) Learn(speaker, Voice.Local);
        var voice = VoiceOfPerson(speaker, turn.Current);
        if (Before(LeaderCue, turn) || _view.Lower.AsSpan(turn.Verb).StartsWith("kết luận")) return Voice.Leader;
        return voice == Voice.Leader && turn.Act == SpeechAct.State && Before(Presenting, turn) ? Voice.Report : voice;
    }

    /// <summary>"Ông Bình": somebody named before.</summary>
    private Voice? OfShortName(Turn turn)
    {
        if (ShortName.First(_view.Text, Math.Max(turn.Start, turn.Verb - 24), turn.Verb) is not { Success: true } match) return null;
        var name = match.Groups["n"];
        return _known.TryGetValue(_view.Lower[name.Index..(name.Index + name.Length)], out var voice) ? voice : null;
    }

    private Voice? OfLeaderOrReport(Turn turn)
    {
        if (Before(LeaderCue, turn) && Before(LeaderRole, turn)) return Voice.Leader;
        if (turn.Act == SpeechAct.State && IsOrganiser(turn)) return Voice.Report;
        if (Pronoun.In(_view.Lower, Math.Max(turn.Start, turn.Verb - 40), turn.Verb))
        {
            // "Tiếp thu ý kiến các đại biểu, đồng chí Phó Trưởng ban cho biết": a title of its own, and not who had the word.
            if (TakesUp.In(_view.Lower, turn.Start, turn.Verb) && IsRoleRightBefore(turn.Start, turn.Verb)) return null;
            return turn.Current is Voice.None or Voice.Report ? Voice.Leader : turn.Current;
        }

        return Before(LeaderCue, turn) ? Voice.Leader : null;
    }

    private bool IsOrganiser(Turn turn) =>
        _organiser is not null &&
            (_view.Lower.AsSpan(turn.Start, turn.Verb - turn.Start).TrimEnd().EndsWith(_organiser) || _view.Lower.AsSpan(turn.Start).StartsWith(_organiser));

    private Voice? OfFloor(Turn turn)
    {
        var lower = _view.Lower;
        if (FloorWord.All(lower, turn.Start, turn.Verb).LastOrDefault() is not { } floor || WordsBefore(turn, 30) > 25) return null;
        if (floor.Index < ClauseStart(turn.Start, turn.Verb) && IsRoleRightBefore(turn.Start, turn.Verb)) return null;
        // Who may require is no floor; who only goes on to name something does not speak.
        if (turn.Act == SpeechAct.Ask && lower.AsSpan(turn.Verb).StartsWith("yêu cầu")) return Voice.Leader;
        var after = floor.Index + floor.Length;
        if (turn.Act != SpeechAct.State || turn.Verb <= after) return Voice.Floor;
        return !lower.AsSpan(0, turn.Verb).TrimEnd().EndsWith(" và") && PageLayout.CountWords(_view.Text, after, turn.Verb, 16) <= 14 ? Voice.Floor : null;
    }

    private Voice? OfOffice(Turn turn)
    {
        if (Before(LeaderRole, turn) && (WordsBefore(turn, 30) <= 16 || IsRoleRightBefore(turn.Start, turn.Verb)))
        {
            return IsLocalOffice(turn.Start, turn.Verb) ? Voice.Local : BelowOrganiser(turn.Start, turn.Verb) ? Voice.Floor : Voice.Leader;
        }

        if (Before(PlaceSubject, turn) && WordsBefore(turn, 30) <= 10) return Voice.Floor;
        if (Before(OfficeSubject, turn) && OfBody(turn) is { } voice) return voice;
        return Before(ReportWord, turn) && WordsBefore(turn, 30) <= 25 ? turn.Act == SpeechAct.Ask ? Voice.Floor : Voice.Report : null;
    }

    /// <summary>An office or a body speaks and no person: from the floor where it is below the organiser, else in a report.</summary>
    private Voice? OfBody(Turn turn)
    {
        if (WordsBefore(turn, 14) <= 10 && (BelowOrganiser(turn.Start, turn.Verb) || OfACommune(turn.Start, turn.Verb)))
        {
            return Voice.Floor;
        }

        if (WordsBefore(turn, 24) <= 22 && IsLocalOffice(turn.Start, turn.Verb)) return Voice.Floor;
        return WordsBefore(turn, 14) <= 8 ? turn.Act == SpeechAct.Ask ? Voice.None : Voice.Report : null;
    }

    /// <summary>"Tại cuộc họp ngày … về …, đồng chí Bí thư Huyện ủy đánh giá": the role stands behind the last comma.</summary>
    private bool IsRoleRightBefore(int start, int verb)
    {
        var from = ClauseStart(start, verb);
        return from > start && LeaderRole.In(_view.Lower, from, verb) && PageLayout.CountWords(_view.Text, from, verb, 9) <= 8;
    }

    /// <summary>"Báo đề xuất …": who had the floor goes on to ask, by whatever short name.</summary>
    private Voice OfWhoHadTheFloor(Turn turn) =>
        turn.Act == SpeechAct.Ask && turn.Current is Voice.Floor or Voice.Local && WordsBefore(turn, 5) is >= 1 and <= 4 &&
        Requests.In(_view.Lower, turn.Verb, Math.Min(_view.Lower.Length, turn.Verb + 12)) ? turn.Current : Voice.None;

    /// <summary>"đại biểu các huyện Lạc Sơn, Mai Châu": a place that sounds like a name.</summary>
    private bool IsPlaceOfTheFloor(Person speaker, int start) =>
        !speaker.HasTitle && speaker.Start == speaker.NameStart && PlacesOfTheFloor.In(_view.Lower, start, speaker.NameStart) &&
            !_known.ContainsKey(_view.Lower[speaker.NameStart..speaker.NameEnd]);

    /// <summary>A district's officer at a conference of the centre or of a province.</summary>
    private bool BelowOrganiser(int start, int verb) =>
        _organiser is not null && BelowProvince.In(_view.Lower, start, verb) && !BelowProvince.IsMatch(_organiser);

    private bool OfACommune(int start, int verb) => _organiser is not null && Commune.In(_view.Lower, start, verb) && !Commune.IsMatch(_organiser);

    /// <summary>"Chánh Văn phòng Tỉnh ủy X" at a conference of the centre speaks for X.</summary>
    private bool IsLocalOffice(int start, int verb) =>
        _organiser is not null &&
            (_organiser.Contains("trung ương", StringComparison.Ordinal) || _organiser.StartsWith("ban bí thư", StringComparison.Ordinal)) &&
            LocalTitle.In(_view.Lower, start, verb) && Provinces.In(_view, start, verb).Any();

    private Voice VoiceOfPerson(Person person, Voice current)
    {
        var name = _view.Lower[person.NameStart..person.NameEnd];
        if (_known.TryGetValue(name, out var known)) return known;
        if (person.HasTitle)
        {
            var central = CentralTitle.In(_view.Lower, person.TitleStart, person.TitleEnd);
            var local = LocalTitle.In(_view.Lower, person.TitleStart, person.TitleEnd);
            var lastComma = _view.Lower.LastIndexOf(',', person.TitleEnd - 1, person.TitleEnd - person.TitleStart);
            if (central && local) central = lastComma < 0 || !LocalTitle.In(_view.Lower, lastComma, person.TitleEnd);
            // At a conference of a province the leaders of the province are nobody's guests.
            var voice = central || !local || (IsProvincial && !BelowProvince.In(_view.Lower, person.TitleStart, person.TitleEnd)) ? Voice.Leader : Voice.Local;
            Learn(person, voice);
            return voice;
        }

        var given = name[(name.LastIndexOf(' ') + 1)..];
        return _known.TryGetValue(given, out var byGiven) ? byGiven : current is Voice.None or Voice.Report ? Voice.Leader : current;
    }
}
