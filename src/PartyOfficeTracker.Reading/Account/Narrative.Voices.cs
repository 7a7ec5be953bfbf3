namespace PartyOfficeTracker.Reading;

/// <summary>The part a sentence belongs to by who says it: the leader, a province, the floor, the report.</summary>
internal sealed partial class Narrative
{
    /// <summary>"Tiếng nói từ X đề đạt Trung ương …", "… xin Tỉnh ủy cho …": what anybody but the leader asks of a higher level.</summary>
    private int? AskedOfAbove(Attribution? said, int start, int end)
    {
        if ((said is { Voice: Voice.Leader } && !_cues.AsksTheTop(start, end)) || said is { Voice: Voice.Opening } || (_voice == Voice.Leader && said is null && _zone == Zone.Directives)) return null;
        if (_cues.AsksAboveAt(start, end) is not var (verb, content)) return null;
        // What stands before a semicolon is an item of its own.
        if (said is not null && said.ContentStart < verb && _view.Text.IndexOf(';', said.ContentStart, verb - said.ContentStart) > 0) return null;
        if (said is { Voice: Voice.Local }) EnterLocal(said, start);
        else _local.EnterFloor(start, verb);
        if (said is null) FloorTurns.Add((start, verb));
        if (said is null or { Voice: not (Voice.Local or Voice.Leader) }) _voice = Voice.Floor;
        _zone = Zone.Recommendations;
        _verb = _view.Slice(verb, content).Trim();
        // The ground is part of the request when it stands in the same sentence.
        var ground = said?.ContentStart ?? start;
        if (ground >= verb || PageLayout.CountWords(_view.Text, ground, verb, 12) < 6) return content;
        return _cues.GroundsWhatFollows(ground, verb) || (!IsNegative(ground, verb) && _view.Text.AsSpan(0, verb).TrimEnd().EndsWith(",")) ? ground : content;
    }

    private int? Attributed(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        if (said.Speaker is null && Opener.Of(_view, start, end) is { Announced: Announced.OwnPlans, ContentStart: { } planned } own && Follow(own, start, end)) return planned;
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
                if (said.Act == SpeechAct.State && _cues.OpensShortcomings(content, end))
                {
                    _zone = Zone.Shortcomings;
                    _outer = Zone.Local;
                }

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

        if (Predicates.IsDone(_view.Lower, content, end) && said.Verb is "cho thấy" or "khẳng định" or "đánh giá" or "nhận định" or "cho biết" or "theo")
        {
            _zone = Zone.Report;
            return content;
        }

        if (said.Verb == "theo" && !IsNegative(content, end) && Polarity.Of(_view.Lower, content, end) > 0)
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
        if (said.Act == SpeechAct.Praise && _cues.NotesWhatWasDone(said.Verb, content, end))
        {
            Open(Zone.Report);
            return content;
        }

        if (said.Act == SpeechAct.Praise)
        {
            if (_zone != Zone.Lead || _cues.Concludes(start, end)) Enter(Zone.Directives, said);
            return null;
        }

        if (said.Act == SpeechAct.Ask)
        {
            if (ZoneCues.IsWish(said.Verb)) return null;
            _isAsked = true;
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
        var clause = FirstClauseEnd(content, end);
        var admits = Speech.Admits(said.Verb);
        var looksBack = _cues.IsRetrospective(content, end);
        var obliges = Predicates.IsObligation(_view.Lower, content, clause);
        if ((informs || looksBack) && !admits && !_cues.IsPlainlyNegative(content, clause) && !obliges)
        {
            Open(Zone.Report);
            return content;
        }

        var isFault = Predicates.IsFault(_view.Lower, content, clause) || Polarity.IsBad(_view.Lower, content, clause);
        if ((admits || (isFault && !obliges)) && Polarity.Of(_view.Lower, content, clause) <= 0)
        {
            _outer = Zone.Directives;
            _zone = Zone.Shortcomings;
            return content;
        }

        if (looksBack)
        {
            Open(Zone.Report);
            return content;
        }

        Enter(Zone.Directives, said);
        return content;
    }

    /// <summary>A part that stands on its own: what is found inside it comes back to it.</summary>
    private void Open(Zone zone)
    {
        _zone = zone;
        _outer = zone;
    }

    private void Enter(Zone zone, Attribution said)
    {
        Open(zone);
        _verb = said.Verb;
        Concluding ??= said.Speaker;
    }

    private void EnterLocal(Attribution said, int start)
    {
        _voice = Voice.Local;
        if (said.Speaker is { } speaker && !LocalSpeakers.Exists(known => _view.Lower[known.NameStart..known.NameEnd] == _view.Lower[speaker.NameStart..speaker.NameEnd])) LocalSpeakers.Add(speaker);
        _local.Enter(said.Speaker, start, said.ContentStart);
    }
}
