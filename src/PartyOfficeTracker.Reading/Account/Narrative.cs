namespace PartyOfficeTracker.Reading;

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
    private readonly List<Clause> _clauses = [];
    private readonly Evidence _evidence;
    private Zone _zone = Zone.Lead;
    private Zone _outer = Zone.Lead;
    private Voice _voice = Voice.None;
    private string? _verb;
    private Zone? _headed;
    private bool _isNotice;
    private int _paragraph = -1;
    private bool _remarkOpen;
    private bool _announced;

    /// <summary>The sentence being read asks for what it tells.</summary>
    private bool _isAsked;

    /// <summary>Who is given the word by the sentence being read.</summary>
    private Attribution? _said;

    private bool _isPassedOver;
    private bool _isAnnouncement;
    private IReadOnlyList<DraftItem>? _items;

    /// <summary>A fault was met in the account without anything announcing faults.</summary>
    private bool _isImplied;

    public Narrative(SourceView view, Speech speech, DirectiveContext context, LocalContext local, FieldsOfWork fields, int reviewedYear,
        int reviewedQuarter = 0)
    {
        _view = view;
        _speech = speech;
        _context = context;
        _local = local;
        _fields = fields;
        _cues = new ZoneCues(view, reviewedYear, reviewedQuarter);
        _evidence = new Evidence(view, _cues, context);
    }

    /// <summary>Every clause that may be an item, in the order of the text.</summary>
    public IReadOnlyList<Clause> Clauses => _clauses;

    /// <summary>The items, once the classes of the clauses are weighed.</summary>
    public IReadOnlyList<DraftItem> Items => _items ??= Decision.Items(_clauses);

    /// <summary>The leader whose conclusion or guidance was read first.</summary>
    public Person? Concluding { get; private set; }

    public List<Person> LocalSpeakers { get; } = [];

    /// <summary>Where somebody of the floor is given the word: the attribution, or the sentence that lists who spoke.</summary>
    public List<(int Start, int End)> FloorTurns { get; } = [];

    /// <summary>One passage a speaker of a province: from the sentence that gives the floor to the last one of the account.</summary>
    public List<(Person Speaker, int Start, int End, string? By)> Remarks { get; } = [];

    public void Read(IEnumerable<Sentence> sentences)
    {
        var all = sentences.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var sentence = all[i];
            var speakers = LocalSpeakers.Count;
            if (!SetAside(sentence, i + 1 < all.Count ? all[i + 1] : null)) Read(sentence);
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
            if (!SaysMoreOfTheTask(sentence.Start, sentence.End)) EnterHeading(sentence);
            return;
        }

        if (sentence.Row is { } row)
        {
            EmitRow(row, sentence);
            return;
        }

        var opens = sentence.Paragraph != _paragraph;
        _paragraph = sentence.Paragraph;
        if (opens && !sentence.IsListed) LeaveParagraph(sentence);
        _announced = false;
        _isAsked = false;
        _said = null;
        var start = sentence.Start;
        if (SaysMoreOfTheTask(start, sentence.End)) return;
        var end = WithoutTrailingSpeaker(start, sentence.End);
        _isNotice |= _cues.OpensNotice(start, end);
        if (IsOfAPaper(start, end, sentence, opens)) return;
        // Each entry of a list stands for itself: a fault nobody announced is not the beginning of faults.
        if (sentence is { IsListed: true, OpensParagraph: true } && _zone == Zone.Shortcomings && _isImplied && !IsNegative(start, end))
        {
            (_zone, _isImplied) = (_outer, false);
        }

        if (sentence.IsListed && _zone is not (Zone.Lead or Zone.Opening or Zone.Aside) && !_cues.ChangesZoneInList(start, end))
        {
            Emit(start, end, sentence);
            return;
        }

        if (IsAnnouncement(start, end, opens))
        {
            PassOver(start, end, sentence, true);
            if (LeavesWhatWasToldBefore(start, end)) (_zone, _outer, _voice) = (Zone.Lead, Zone.Lead, Voice.None);
            return;
        }

        var content = Locate(start, end, opens);
        if (content is { } from && from < end) Emit(from, end, sentence);
        else PassOver(start, end, sentence, false);
    }

    /// <summary>“…, ông X nói.”: the attribution behind a quotation is no part of it.</summary>
    private int WithoutTrailingSpeaker(int start, int end)
    {
        if (_speech.TrailingStart(start, end) is not { } trailing) return end;
        if (_zone is Zone.Lead or Zone.Report && _voice == Voice.Leader) _zone = Zone.Directives;
        return trailing;
    }

    /// <summary>"1. Hạn chế:" among numbered entries: a heading of its own list.</summary>
    private bool OpensAList(int start, int end)
    {
        if (end <= start || _view.Text[end - 1] != ':') return false;
        if (Opener.Of(_view, start, end) is not { ContentStart: null } heading || !Follow(heading, start, end)) return false;
        _headed = _zone;
        return true;
    }

    /// <summary>Whatever was told before the conference was announced is over.</summary>
    private bool LeavesWhatWasToldBefore(int start, int end) =>
        _zone != Zone.Lead && (_cues.TellsOfTheDay(start, end) || (_zone == Zone.Directives && _cues.TellsTheAgenda(start, end)));

    private void EnterHeading(Sentence heading)
    {
        if (_cues.ZoneOfHeading(heading.Start, heading.End, _zone) is not { } zone) return;
        // What a notice of conclusions lists as tasks are orders.
        _isNotice |= zone == Zone.Directives && _cues.OpensConclusion(heading.Start, heading.End);
        if (zone == Zone.Plan && _isNotice) zone = Zone.Directives;
        Open(zone);
        _headed = zone;
        _voice = zone == Zone.Directives ? Voice.Leader : zone is Zone.Report or Zone.Shortcomings ? Voice.Report : _voice;
        _context.Clear();
        _isVerdict = false;
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
            case Zone.Directives when _voice == Voice.Leader && IsAccount(next.Start, next.End):
                // The conclusion was told first, and the account begins below it.
                Open(Zone.Report);
                _voice = Voice.Report;
                break;
            case Zone.Local:
                _local.Leave();
                _zone = _local.Stays(next.Start, next.End) ? Zone.Local : Zone.Report;
                break;
            default:
                break;
        }
    }

    /// <summary>Done, counted, and nothing asked: no order, whoever spoke before.</summary>
    private bool IsAccount(int start, int end) =>
        Predicates.IsDone(_view.Lower, start, end) && !Predicates.IsObligation(_view.Lower, start, end) && Figures.In(_view, start, end).Any() &&
            _speech.Parse(start, end, _voice) is null;

    /// <summary>Sentences about the event itself: who came, where, when. They hold no findings.</summary>
    private bool IsAnnouncement(int start, int end, bool opens)
    {
        if (_cues.ListsThosePresent(start, end)) return true;
        if (opens && _zone == Zone.Directives && _cues.TellsTheAgenda(start, end)) return !SaysSomething(start, end);
        if (_cues.TellsOfTheDay(start, end) || _cues.NamesTheChair(start, end))
        {
            return !SaysSomething(start, end) || _cues.EndsInTheMeeting(_speech.Parse(start, end, _voice)!.ContentStart, end);
        }

        if (!_cues.Announces(start, end, _zone)) return false;
        if (SaysSomething(start, end)) return false;
        if (_zone is Zone.Directives && !opens) return _cues.IsAttendance(start, end);
        return true;
    }

    /// <summary>"X dự, chỉ đạo và khẳng định trong năm …": attendance and a statement in one sentence.</summary>
    private bool SaysSomething(int start, int end)
    {
        if (_speech.Parse(start, end, _voice) is not { Act: not SpeechAct.Praise, Voice: Voice.Leader or Voice.Local or Voice.Report } said) return false;
        if (said.Voice == Voice.Report && said.Speaker is null && !Figures.In(_view, said.ContentStart, end).Any()) return false;
        if (said.Verb is "báo cáo") return false;
        if (said.Verb is "chỉ đạo" && !Predicates.IsObligation(_view.Lower, said.ContentStart, Math.Min(end, said.ContentStart + 16))) return false;
        return PageLayout.CountWords(_view.Text, said.ContentStart, end, 8) >= 6 || _cues.OnlyCountsTasks(said.ContentStart, end);
    }
}
