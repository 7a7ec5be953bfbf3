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
    private int _paragraph = -1;
    private bool _remarkOpen;

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
        var (start, end) = (sentence.Start, sentence.End);
        if (_speech.TrailingStart(start, end) is { } trailing)
        {
            end = trailing;
            if (_zone is Zone.Lead or Zone.Report && _voice == Voice.Leader) _zone = Zone.Directives;
        }

        if (sentence.IsListed && _zone is not (Zone.Lead or Zone.Opening or Zone.Aside) && !_cues.ChangesZoneInList(start, end))
        {
            Emit(start, end, sentence);
            return;
        }

        if (IsAnnouncement(start, end, opens)) return;
        var content = Locate(start, end, opens);
        if (content is { } from && from < end) Emit(from, end, sentence);
    }

    private void EnterHeading(Sentence heading)
    {
        if (_cues.ZoneOfHeading(heading.Start, heading.End, _zone) is not { } zone) return;
        _zone = zone;
        _outer = zone;
        _headed = zone;
        _voice = zone == Zone.Directives ? Voice.Leader : zone is Zone.Report or Zone.Shortcomings ? Voice.Report : _voice;
        _context.Clear();
        _paragraph = heading.Paragraph;
    }

    /// <summary>What a new paragraph takes over from the one before when it says nothing itself.</summary>
    private void LeaveParagraph(Sentence next)
    {
        // A part opened by a heading lasts until another part is announced.
        if (_zone == _headed) return;
        switch (_zone)
        {
            case Zone.Opening or Zone.Causes or Zone.Aside:
                _zone = Zone.Report;
                _voice = Voice.Report;
                break;
            case Zone.Shortcomings when !Predicates.IsNegative(_view.Lower, next.Start, next.End):
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
        if (!_cues.Announces(start, end, _zone)) return false;
        if (SaysSomething(start, end)) return false;
        if (_zone is Zone.Directives && !opens) return _cues.IsAttendance(start, end);
        return true;
    }

    /// <summary>"X dự, chỉ đạo và khẳng định trong năm …": attendance and a statement in one sentence.</summary>
    private bool SaysSomething(int start, int end) =>
        _speech.Parse(start, end, _voice) is { Act: not SpeechAct.Praise, Voice: Voice.Leader or Voice.Local or Voice.Report } said && (said.Voice != Voice.Report || said.Speaker is not null) && PageLayout.CountWords(_view.Text, said.ContentStart, end, 8) >= 6 && said.Verb is not ("chỉ đạo" or "báo cáo");

    /// <summary>Decides the zone of a sentence; returns where its content begins, or null when it holds none.</summary>
    private int? Locate(int start, int end, bool opens)
    {
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
        if (attribution is not null) return Attributed(attribution, start, end);
        return Plain(start, end, opens);
    }

    private int? Attributed(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
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
                _verb = said.Verb;
                return content;
            case Voice.Floor:
                _voice = Voice.Floor;
                _local.EnterFloor(start, said.ContentStart);
                return Floor(said, start, content, end);
            default:
                _voice = Voice.Report;
                _zone = _cues.OpensShortcomings(start, end) ? Zone.Shortcomings : _cues.OpensPlan(content, end) ? Zone.Plan : Zone.Report;
                _outer = _zone == Zone.Shortcomings ? Zone.Report : _zone;
                return content;
        }
    }

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

        _zone = Predicates.IsNegative(_view.Lower, content, end) ? Zone.Difficulties : Zone.Discussion;
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
            Enter(Zone.Directives, said);
            return content;
        }

        if (_cues.OpensShortcomings(start, end))
        {
            _outer = Zone.Directives;
            _zone = Zone.Shortcomings;
            return start;
        }

        if (Predicates.IsFault(_view.Lower, content, FirstClauseEnd(content, end)) && !Predicates.IsObligation(_view.Lower, content, FirstClauseEnd(content, end)))
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

        if (_cues.OpensRecommendations(start, end))
        {
            _zone = Zone.Recommendations;
            return start;
        }

        if (_cues.OpensShortcomings(start, end) || (_cues.IsAdversative(start, end) && Predicates.IsNegative(_view.Lower, start, end)))
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
            var raised = _view.Text.IndexOf(':', start, end - start) > 0 && Predicates.IsNegative(_view.Lower, start, end);
            _zone = raised ? Zone.Difficulties : Zone.Discussion;
            return raised ? start : null;
        }

        return Continued(start, end, opens);
    }

    private int? Continued(int start, int end, bool opens)
    {
        switch (_zone)
        {
            case Zone.Lead when Predicates.IsPositive(_view.Lower, start, end) || Predicates.IsNegative(_view.Lower, start, end):
                _zone = Zone.Report;
                return start;
            case Zone.Lead or Zone.Opening or Zone.Aside or Zone.Causes or Zone.Discussion:
                return null;
            case Zone.Recommendations when opens && _voice == Voice.Floor && !Predicates.LooksAhead(_view.Lower, start, end):
                return null;
            case Zone.Shortcomings when _outer is Zone.Report or Zone.Local && !Predicates.IsNegative(_view.Lower, start, end) && Predicates.IsDone(_view.Lower, start, end):
                _zone = _outer;
                return start;
            case Zone.Shortcomings when !Predicates.IsNegative(_view.Lower, start, end) && _outer is Zone.Directives && Predicates.LooksAhead(_view.Lower, start, end):
                _zone = Zone.Directives;
                return start;
            default:
                return start;
        }
    }
}
