using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Core.MinutesReader;

/// <summary>Which part of the report a sentence belongs to.</summary>
internal enum Zone
{
    Lead,
    Report,
    Shortcomings,
    Causes,
    Difficulties,
    Opening,
    Discussion,
    Local,
    Recommendations,
    Directives,
    Plan,
    Aside,
}

/// <summary>
/// Walks the sentences of the article, keeps track of the part it is in (report, shortcomings, floor, conclusion …) and
/// turns the clauses of each part into items.
/// </summary>
internal sealed partial class Narrative
{
    private readonly SourceView _view;
    private readonly ZoneCues _cues;
    private readonly Speech _speech;
    private readonly DirectiveContext _context;
    private readonly LocalContext _local;
    private readonly FieldsOfWork _fields;
    private readonly List<DraftItem> _items = [];
    private Zone _zone = Zone.Lead;
    private Zone _outer = Zone.Lead;
    private Voice _voice = Voice.None;
    private string? _verb;
    private Zone? _headed;
    private bool _isNotice;
    private int _paragraph = -1;
    private bool _remarkOpen;
    private bool _announced;

    public Narrative(SourceView view, Speech speech, DirectiveContext context, LocalContext local, FieldsOfWork fields, int reviewedYear)
    {
        _view = view;
        _speech = speech;
        _context = context;
        _local = local;
        _fields = fields;
        _cues = new ZoneCues(view, reviewedYear);
    }

    public IReadOnlyList<DraftItem> Items => _items;

    /// <summary>The leader whose conclusion or guidance was read first.</summary>
    public Person? Concluding { get; private set; }

    public List<Person> LocalSpeakers { get; } = [];

    /// <summary>Where somebody of the floor is given the word: the attribution, or the sentence that lists who spoke.</summary>
    public List<(int Start, int End)> FloorTurns { get; } = [];

    /// <summary>One passage a speaker of a province: from the sentence that gives the floor to the last one of the account.</summary>
    public List<(Person Speaker, int Start, int End, string? By)> Remarks { get; } = [];

    public void Read(IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var speakers = LocalSpeakers.Count;
            Read(sentence);
            FollowRemark(sentence, LocalSpeakers.Count > speakers);
        }
    }

    private void FollowRemark(Sentence sentence, bool opens)
    {
        var goesOn = _voice == Voice.Local && _zone is Zone.Local or Zone.Recommendations or Zone.Difficulties or Zone.Plan or Zone.Shortcomings;
        if (opens) Remarks.Add((LocalSpeakers[^1], sentence.Start, sentence.End, _local.Province));
        else if (goesOn && _remarkOpen) Remarks[^1] = Remarks[^1] with { End = sentence.End };
        _remarkOpen = opens || (goesOn && _remarkOpen);
    }

    private void Read(Sentence sentence)
    {
        if (sentence.Role == LineRole.Heading)
        {
            EnterHeading(sentence);
            return;
        }

        var opens = sentence.Paragraph != _paragraph;
        _paragraph = sentence.Paragraph;
        if (opens && !sentence.IsListed) LeaveParagraph(sentence);
        _announced = false;
        var (start, end) = (sentence.Start, sentence.End);
        if (_speech.TrailingStart(start, end) is { } trailing)
        {
            end = trailing;
            if (_zone is Zone.Lead or Zone.Report && _voice == Voice.Leader) _zone = Zone.Directives;
        }

        _isNotice |= _cues.OpensNotice(start, end);
        if (sentence.IsListed && end > start && _view.Text[end - 1] == ':' && Opener.Of(_view, start, end) is { ContentStart: null } heading && Follow(heading, start, end))
        {
            _headed = _zone;
            return;
        }

        if (sentence.IsListed && _zone is not (Zone.Lead or Zone.Opening or Zone.Aside) && !_cues.ChangesZoneInList(start, end))
        {
            Emit(start, end, sentence);
            return;
        }

        if (IsAnnouncement(start, end, opens))
        {
            // Whatever was told before the conference was announced is over.
            if (_zone != Zone.Lead && _cues.TellsOfTheDay(start, end)) (_zone, _outer, _voice) = (Zone.Lead, Zone.Lead, Voice.None);
            return;
        }

        var content = Locate(start, end, opens);
        if (content is { } from && from < end) Emit(from, end, sentence);
    }

    private void EnterHeading(Sentence heading)
    {
        if (_cues.ZoneOfHeading(heading.Start, heading.End, _zone) is not { } zone) return;
        // What a notice of conclusions lists as tasks are orders.
        if (zone == Zone.Plan && _isNotice) zone = Zone.Directives;
        _zone = zone;
        _outer = zone;
        _headed = zone;
        _voice = zone == Zone.Directives ? Voice.Leader : zone is Zone.Report or Zone.Shortcomings ? Voice.Report : _voice;
        _context.Clear();
        if (zone == Zone.Directives) _context.Note(_view, heading.Start, heading.End);
        _paragraph = heading.Paragraph;
    }

    /// <summary>What a new paragraph takes over from the one before when it says nothing itself.</summary>
    private void LeaveParagraph(Sentence next)
    {
        // A part opened by a heading lasts until another part is announced, and what a sentence announced may stand below it.
        if (_zone == _headed || _announced) return;
        switch (_zone)
        {
            case Zone.Opening or Zone.Causes or Zone.Aside:
                _zone = Zone.Report;
                _voice = Voice.Report;
                break;
            case Zone.Shortcomings when !IsNegative(next.Start, next.End):
                _zone = _outer == Zone.Shortcomings ? Zone.Report : _outer;
                break;
            case Zone.Local:
                _local.Leave();
                _zone = _local.Stays(next.Start, next.End) ? Zone.Local : Zone.Report;
                break;
            default:
                break;
        }
    }

    /// <summary>Sentences about the event itself: who came, where, when. They hold no findings.</summary>
    private bool IsAnnouncement(int start, int end, bool opens)
    {
        if (_cues.TellsOfTheDay(start, end) || _cues.NamesTheChair(start, end)) return !SaysSomething(start, end) || _cues.EndsInTheMeeting(_speech.Parse(start, end, _voice)!.ContentStart, end);
        if (!_cues.Announces(start, end, _zone)) return false;
        if (SaysSomething(start, end)) return false;
        if (_zone is Zone.Directives && !opens) return _cues.IsAttendance(start, end);
        return true;
    }

    /// <summary>"X dự, chỉ đạo và khẳng định trong năm …": attendance and a statement in one sentence.</summary>
    private bool SaysSomething(int start, int end) =>
        _speech.Parse(start, end, _voice) is { Act: not SpeechAct.Praise, Voice: Voice.Leader or Voice.Local or Voice.Report } said && (said.Voice != Voice.Report || said.Speaker is not null || Figures.In(_view, said.ContentStart, end).Any()) && PageLayout.CountWords(_view.Text, said.ContentStart, end, 8) >= 6 && said.Verb is not ("chỉ đạo" or "báo cáo");

    /// <summary>Decides the zone of a sentence; returns where its content begins, or null when it holds none.</summary>
    private int? Locate(int start, int end, bool opens)
    {
        // A question is answered elsewhere.
        if (_view.Text[end - 1] == '?') return null;
        if (_cues.IsCause(start, end))
        {
            _outer = _zone is Zone.Causes or Zone.Shortcomings ? _outer : _zone;
            _zone = Zone.Causes;
            return null;
        }

        if (_cues.IsCeremony(start, end))
        {
            if (_zone != Zone.Lead) _zone = Zone.Aside;
            return null;
        }

        var attribution = _speech.Parse(start, end, _voice);
        if (attribution is { Voice: Voice.Local or Voice.Floor }) FloorTurns.Add((start, attribution.ContentStart));
        if (AskedOfAbove(attribution, start, end) is { } asked) return asked;
        if (attribution is not null) return Attributed(attribution, start, end);
        return Plain(start, end, opens);
    }

    /// <summary>"Tiếng nói từ X đề đạt Trung ương …", "… xin Tỉnh ủy cho …": what anybody but the leader asks of a higher level.</summary>
    private int? AskedOfAbove(Attribution? said, int start, int end)
    {
        if ((said is { Voice: Voice.Leader } && !_cues.AsksTheTop(start, end)) || said is { Voice: Voice.Opening } || (_voice == Voice.Leader && said is null && _zone == Zone.Directives)) return null;
        if (_cues.AsksAboveAt(start, end) is not var (verb, content)) return null;
        if (said is { Voice: Voice.Local }) EnterLocal(said, start);
        else _local.EnterFloor(start, verb);
        if (said is null) FloorTurns.Add((start, verb));
        if (said is null or { Voice: not (Voice.Local or Voice.Leader) }) _voice = Voice.Floor;
        _zone = Zone.Recommendations;
        _verb = _view.Slice(verb, content).Trim();
        // The ground is part of the request when it stands in the same sentence.
        var ground = said?.ContentStart ?? start;
        return ground < verb && !IsNegative(ground, verb) && PageLayout.CountWords(_view.Text, ground, verb, 12) >= 10 && _view.Text.AsSpan(0, verb).TrimEnd().EndsWith(",") ? ground : content;
    }

    private int? Attributed(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        if (said is { Act: SpeechAct.State or SpeechAct.Praise, Voice: not Voice.Opening } && Opener.Of(_view, start, end) is { } opener && Follow(opener, said, start) is var (follows, at) && follows) return at;
        switch (said.Voice)
        {
            case Voice.Opening:
                _zone = Zone.Opening;
                _voice = Voice.Opening;
                return null;
            case Voice.Leader:
                return Led(said, start, content, end);
            case Voice.Local:
                EnterLocal(said, start);
                if (said.Act == SpeechAct.Praise) return null;
                _zone = said.Act == SpeechAct.Ask || _cues.AnnouncesRequests(content, end) ? Zone.Recommendations : Zone.Local;
                if (said.Act == SpeechAct.State && _cues.OpensPlan(content, end)) _zone = Zone.Plan;
                if (_zone == Zone.Local && (Opener.NamesHardship(_view, start, content) || Speech.Complains(said.Verb))) _zone = Zone.Difficulties;
                _verb = said.Verb;
                return content;
            case Voice.Floor:
                _voice = Voice.Floor;
                _local.EnterFloor(start, said.ContentStart);
                return Floor(said, start, content, end);
            default:
                _voice = Voice.Report;
                _zone = _cues.OpensShortcomings(start, end) || Opener.NamesFault(_view, start, content) || (Speech.Admits(said.Verb) && Polarity.Of(_view.Lower, content, FirstClauseEnd(content, end)) <= 0) ? Zone.Shortcomings : _cues.OpensPlan(content, end) ? Zone.Plan : Zone.Report;
                _outer = _zone == Zone.Shortcomings ? Zone.Report : _zone;
                return content;
        }
    }

    /// <summary>"Phần chưa được, ông X nói gọn: …": what the words before the colon announce counts for more than who says it.</summary>
    private (bool Follows, int? Content) Follow(Opener opener, Attribution said, int start)
    {
        var zone = opener.Announced switch
        {
            Announced.Faults => Zone.Shortcomings,
            Announced.Causes => Zone.Causes,
            Announced.Hardships when said.Voice != Voice.Leader => Zone.Difficulties,
            Announced.Orders when said.Voice is Voice.Leader => Zone.Directives,
            Announced.Requests when said.Voice is Voice.Local or Voice.Floor => Zone.Recommendations,
            _ => (Zone?)null,
        };
        if (zone is not { } known) return (false, null);
        if (said.Voice == Voice.Local) EnterLocal(said, start);
        _voice = said.Voice;
        _outer = said.Voice switch { Voice.Leader => Zone.Directives, Voice.Local => Zone.Local, Voice.Floor => Zone.Discussion, _ => Zone.Report };
        _zone = known;
        _verb = said.Verb;
        _announced = opener.ContentStart is null;
        return (true, known == Zone.Causes ? null : opener.ContentStart);
    }

    /// <summary>What an opener without an attribution announces; false when it announces nothing here.</summary>
    private bool Follow(Opener opener, int start, int end)
    {
        Zone? zone = opener.Announced switch
        {
            Announced.Faults => Zone.Shortcomings,
            Announced.Causes => Zone.Causes,
            Announced.OwnPlans => Zone.Plan,
            Announced.Orders => Zone.Directives,
            Announced.Hardships => Zone.Difficulties,
            Announced.Requests when _zone != Zone.Directives && _voice != Voice.Leader => Zone.Recommendations,
            Announced.Tasks when _voice == Voice.Leader || _zone == Zone.Directives || _cues.GivesTasks(start, opener.ContentStart ?? end) => Zone.Directives,
            Announced.Tasks or Announced.Plans when _zone != Zone.Directives => Zone.Plan,
            Announced.Results when _zone != Zone.Directives => Zone.Report,
            _ => null,
        };
        if (zone is not { } known) return false;
        if (known is Zone.Report or Zone.Plan or Zone.Directives) _outer = known;
        else if (_zone is not (Zone.Shortcomings or Zone.Causes or Zone.Difficulties)) _outer = _zone == Zone.Lead ? Zone.Report : _zone;
        if (known == Zone.Directives)
        {
            _voice = Voice.Leader;
            _context.Note(_view, start, opener.ContentStart ?? end);
        }

        if (known == Zone.Report) _voice = Voice.Report;
        _zone = known;
        _announced = opener.ContentStart is null;
        return true;
    }

    private bool IsNegative(int start, int end) => Predicates.IsNegative(_view.Lower, start, end) || Polarity.IsBad(_view.Lower, start, end);

    private int? Floor(Attribution said, int start, int content, int end)
    {
        if (said.Act == SpeechAct.Praise) return null;
        if (said.Act == SpeechAct.Ask)
        {
            _zone = Zone.Recommendations;
            _verb = said.Verb;
            return _cues.IsEmptyRequest(content, end) ? null : content;
        }

        if (_cues.AnnouncesRequests(content, end))
        {
            _zone = Zone.Recommendations;
            return content;
        }

        if (_cues.OpensShortcomings(start, end))
        {
            _zone = Zone.Shortcomings;
            _outer = Zone.Discussion;
            return start;
        }

        if (Predicates.IsDone(_view.Lower, content, end) && said.Verb is "cho thấy" or "khẳng định" or "đánh giá" or "nhận định" or "cho biết")
        {
            _zone = Zone.Report;
            return content;
        }

        if (_local.Province is not null && !IsNegative(content, end) && Polarity.Of(_view.Lower, content, end) > 0)
        {
            _zone = Zone.Local;
            return content;
        }

        _zone = IsNegative(content, end) || Opener.NamesHardship(_view, start, content) || Speech.Complains(said.Verb) || (_view.Text.IndexOf(':', start, end - start) > 0 && Polarity.Of(_view.Lower, content, end) <= 0) ? Zone.Difficulties : Zone.Discussion;
        return content;
    }

    private int? Led(Attribution said, int start, int content, int end)
    {
        if (said.Speaker is not null || _voice != Voice.Leader) _local.Leave();
        _voice = Voice.Leader;
        if (_zone == Zone.Opening && said.Speaker is null && !_cues.Concludes(start, end)) return null;
        _context.Note(_view, start, content);
        if (said.Act == SpeechAct.Praise)
        {
            if (_zone != Zone.Lead || _cues.Concludes(start, end)) Enter(Zone.Directives, said);
            return null;
        }

        if (said.Act == SpeechAct.Ask)
        {
            if (ZoneCues.IsWish(said.Verb)) return null;
            _context.NoteWithin(_view, content, Math.Min(end, content + 60));
            Enter(Zone.Directives, said);
            return content;
        }

        if (_cues.OpensShortcomings(start, end))
        {
            _outer = Zone.Directives;
            _zone = Zone.Shortcomings;
            return start;
        }

        if (_cues.OnlyCountsTasks(content, end))
        {
            Enter(Zone.Directives, said);
            _context.NoteOpener(_view, content, end);
            return null;
        }

        var informs = Speech.Informs(said.Verb) && _zone != Zone.Directives && !_cues.Concludes(start, content);
        if ((informs || _cues.IsRetrospective(content, end)) && !Speech.Admits(said.Verb) && !_cues.IsPlainlyNegative(content, FirstClauseEnd(content, end)) && !Predicates.IsObligation(_view.Lower, content, FirstClauseEnd(content, end)))
        {
            _zone = Zone.Report;
            _outer = Zone.Report;
            return content;
        }

        if ((Speech.Admits(said.Verb) || Predicates.IsFault(_view.Lower, content, FirstClauseEnd(content, end)) || Polarity.IsBad(_view.Lower, content, FirstClauseEnd(content, end))) && Polarity.Of(_view.Lower, content, FirstClauseEnd(content, end)) <= 0 && (Speech.Admits(said.Verb) || !Predicates.IsObligation(_view.Lower, content, FirstClauseEnd(content, end))))
        {
            _outer = Zone.Directives;
            _zone = Zone.Shortcomings;
            return content;
        }

        if (_cues.IsRetrospective(content, end))
        {
            _zone = Zone.Report;
            _outer = Zone.Report;
            return content;
        }

        Enter(Zone.Directives, said);
        return content;
    }

    private int FirstClauseEnd(int start, int end)
    {
        var semicolon = _view.Text.IndexOf(';', start, end - start);
        return semicolon < 0 ? end : semicolon;
    }

    private void Enter(Zone zone, Attribution said)
    {
        _zone = zone;
        _outer = zone;
        _verb = said.Verb;
        Concluding ??= said.Speaker;
    }

    private void EnterLocal(Attribution said, int start)
    {
        _voice = Voice.Local;
        if (said.Speaker is { } speaker && !LocalSpeakers.Exists(known => _view.Lower[known.NameStart..known.NameEnd] == _view.Lower[speaker.NameStart..speaker.NameEnd])) LocalSpeakers.Add(speaker);
        _local.Enter(said.Speaker, start, said.ContentStart);
    }

    /// <summary>Sentences without attribution: cue words at the front, else the zone goes on.</summary>
    private int? Plain(int start, int end, bool opens)
    {
        if (_cues.Concludes(start, end) && _cues.IsSpeechOpening(start, end))
        {
            _zone = Zone.Directives;
            _outer = Zone.Directives;
            _voice = Voice.Leader;
            return start;
        }

        if (_cues.OnlyGivesTheFloorToALeader(start, end) && People.In(_view, start, end) is [.., var leader])
        {
            _speech.Learn(leader, Voice.Leader);
            if (_zone == Zone.Lead) return null;
            _voice = Voice.Leader;
            _zone = Zone.Directives;
            _outer = Zone.Directives;
            Concluding ??= leader;
            return null;
        }

        if (_cues.ReturnsToReport(start, end))
        {
            _voice = Voice.Report;
            _zone = Zone.Report;
            _outer = Zone.Report;
            if (Opener.Of(_view, start, end) is { Announced: Announced.Faults, ContentStart: { } faults })
            {
                _zone = Zone.Shortcomings;
                return faults;
            }

            return null;
        }

        if (_cues.OpensRecommendations(start, end))
        {
            _zone = Zone.Recommendations;
            return start;
        }

        if (Opener.Of(_view, start, end) is { } opener && !(opener is { Announced: Announced.Faults, ContentStart: null } && _zone == Zone.Shortcomings) && Follow(opener, start, end)) return _zone == Zone.Causes ? null : opener.ContentStart;

        if (_zone == Zone.Shortcomings && _cues.IsAdversative(start, end) && !IsNegative(start, end) && Polarity.Of(_view.Lower, start, end) >= 0)
        {
            _zone = _outer == Zone.Local ? Zone.Local : Zone.Report;
            return start;
        }

        if (_cues.OpensShortcomings(start, end) || (_cues.IsAdversative(start, end) && (IsNegative(start, end) || (_zone is Zone.Report or Zone.Local && Polarity.Of(_view.Lower, start, end) <= 0))))
        {
            if (_zone != Zone.Shortcomings) _outer = _zone == Zone.Lead ? Zone.Report : _zone;
            _zone = Zone.Shortcomings;
            return start;
        }

        if (_local.EntersByPlace(start, end))
        {
            _zone = Zone.Local;
            return start;
        }

        if (_zone != Zone.Directives && _cues.OpensPlan(start, end))
        {
            _zone = Zone.Plan;
            return start;
        }

        if (_cues.OpensReport(start, end) && (_zone is not (Zone.Directives or Zone.Local or Zone.Shortcomings or Zone.Recommendations) || opens))
        {
            if (!(_zone == Zone.Directives && Predicates.IsObligation(_view.Lower, start, end)))
            {
                _zone = Zone.Report;
                _outer = Zone.Report;
                _voice = Voice.Report;
                return start;
            }
        }

        if (_cues.OpensDiscussion(start, end) && _zone != Zone.Directives)
        {
            _voice = Voice.Floor;
            FloorTurns.Add((start, end));
            var raised = _view.Text.IndexOf(':', start, end - start) > 0 && Predicates.IsNegative(_view.Lower, start, end);
            _zone = raised ? Zone.Difficulties : Zone.Discussion;
            return raised ? start : null;
        }

        return Continued(start, end, opens);
    }

    /// <summary>Good, bad or counted: a sentence after the announcement that is about the work and not about the day.</summary>
    private bool SaysOfTheWork(int start, int end) =>
        Predicates.IsPositive(_view.Lower, start, end) || IsNegative(start, end) || Polarity.Of(_view.Lower, start, end) != 0 || Figures.In(_view, start, end).Any();

    private int? Continued(int start, int end, bool opens)
    {
        switch (_zone)
        {
            case Zone.Lead when SaysOfTheWork(start, end):
                _zone = Zone.Report;
                return start;
            case Zone.Lead or Zone.Opening or Zone.Aside or Zone.Causes or Zone.Discussion:
                return null;
            case Zone.Recommendations when opens && _voice == Voice.Floor && !Predicates.LooksAhead(_view.Lower, start, end):
                return null;
            case Zone.Shortcomings when _outer is Zone.Report or Zone.Local && !IsNegative(start, end) && (Predicates.IsDone(_view.Lower, start, end) || Polarity.Of(_view.Lower, start, end) > 1):
                _zone = _outer;
                return start;
            case Zone.Shortcomings when _outer is Zone.Directives && ((!Predicates.IsNegative(_view.Lower, start, end) && Predicates.LooksAhead(_view.Lower, start, end)) || (Predicates.IsObligation(_view.Lower, start, FirstClauseEnd(start, end)) && !IsNegative(start, FirstClauseEnd(start, end)))):
                _zone = Zone.Directives;
                return start;
            default:
                return start;
        }
    }
}
