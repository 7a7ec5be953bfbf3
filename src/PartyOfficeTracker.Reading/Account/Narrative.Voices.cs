namespace PartyOfficeTracker.Reading;

/// <summary>The part a sentence belongs to by who says it: the leader, a province, the floor, the report.</summary>
internal sealed partial class Narrative
{
    /// <summary>"Tiếng nói từ X đề đạt Trung ương …", "… xin Tỉnh ủy cho …": what anybody but the leader asks of a higher level.</summary>
    private int? AskedOfAbove(Attribution? said, int start, int end)
    {
        if ((said is { Voice: Voice.Leader } && !_cues.AsksTheTop(start, end)) || said is { Voice: Voice.Opening } ||
            (_voice == Voice.Leader && said is null && _zone == Zone.Directives))
        {
            return null;
        }

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
        if (said.Speaker is null && Opener.Of(_view, start, end) is { Announced: Announced.OwnPlans, ContentStart: { } planned } own && Follow(own, start, end))
        {
            return planned;
        }

        var tells = said is { Act: SpeechAct.State or SpeechAct.Praise, Voice: not Voice.Opening };
        if (tells && Opener.Of(_view, start, end) is { } opener && Follow(opener, said, start) is var (follows, at) && follows) return at;
        return said.Voice switch
        {
            Voice.Opening => Opening(),
            Voice.Leader => Led(said, start, end),
            Voice.Local => FromAProvince(said, start, end),
            Voice.Floor => FromTheFloor(said, start, end),
            _ => FromTheReport(said, start, end),
        };
    }

    private int? Opening()
    {
        _zone = Zone.Opening;
        _voice = Voice.Opening;
        return null;
    }

    private int? FromAProvince(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        EnterLocal(said, start);
        // "… chia sẻ, Văn phòng đã rút ngắn … từ 15 ngày xuống 7 ngày": what is shared is what was done.
        var shares = Predicates.IsDone(_view.Lower, content, end) && Figures.In(_view, content, end).Any();
        if (said.Act == SpeechAct.Praise && !shares) return null;
        _zone = said.Act == SpeechAct.Ask || _cues.AnnouncesRequests(content, end) ? Zone.Recommendations : Zone.Local;
        if (said.Act == SpeechAct.State && _cues.OpensPlan(content, end)) _zone = Zone.Plan;
        if (said.Act == SpeechAct.State && _cues.OpensShortcomings(content, end)) (_zone, _outer) = (Zone.Shortcomings, Zone.Local);
        if (_zone == Zone.Local && (Opener.NamesHardship(_view, start, content) || Speech.Complains(said.Verb))) _zone = Zone.Difficulties;
        _verb = said.Verb;
        return content;
    }

    private int? FromTheReport(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        _voice = Voice.Report;
        if (said.Act == SpeechAct.Praise && !Predicates.IsDone(_view.Lower, content, end) && !Figures.In(_view, content, end).Any()) return null;
        var isFault = _cues.OpensShortcomings(start, end) || Opener.NamesFault(_view, start, content) ||
            (Speech.Admits(said.Verb) && Polarity.Of(_view.Lower, content, FirstClauseEnd(content, end)) <= 0);
        _zone = isFault ? Zone.Shortcomings : _cues.OpensPlan(content, end) ? Zone.Plan : Zone.Report;
        _outer = isFault ? Zone.Report : _zone;
        return content;
    }

    private int? FromTheFloor(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        _voice = Voice.Floor;
        _local.EnterFloor(start, content);
        if (said.Act == SpeechAct.Praise) return null;
        // "Sở Nội vụ báo cáo: …" before anybody of the floor had the word: the report of the day.
        if (said is { Act: SpeechAct.State, Verb: "báo cáo" } && _zone is Zone.Lead or Zone.Report && _view.Text.IndexOf(':', start, content - start) > 0)
        {
            Open(Zone.Report);
            _voice = Voice.Report;
            return content;
        }

        if (said.Act == SpeechAct.Ask)
        {
            _zone = Zone.Recommendations;
            _verb = said.Verb;
            return _cues.IsEmptyRequest(content, end) ? null : content;
        }

        if (!_cues.AnnouncesRequests(content, end) && _cues.OpensShortcomings(start, end))
        {
            _zone = Zone.Shortcomings;
            _outer = Zone.Discussion;
            return start;
        }

        _zone = PartOfTheFloor(said, start, end);
        return content;
    }

    /// <summary>What a statement of the floor that names no fault belongs to.</summary>
    private Zone PartOfTheFloor(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        if (_cues.AnnouncesRequests(content, end)) return Zone.Recommendations;
        if (TellsResults.Contains(said.Verb) && Predicates.IsDone(_view.Lower, content, end)) return Zone.Report;
        var isGood = !IsNegative(content, end) && Polarity.Of(_view.Lower, content, end) > 0;
        if (said.Verb == "theo" && isGood) return Zone.Report;
        if (_local.Province is not null && isGood) return Zone.Local;
        var complains = IsNegative(content, end) || Opener.NamesHardship(_view, start, content) || Speech.Complains(said.Verb) ||
            (_view.Text.IndexOf(':', start, end - start) > 0 && Polarity.Of(_view.Lower, content, end) <= 0);
        return complains ? Zone.Difficulties : Zone.Discussion;
    }

    /// <summary>Verbs by which the floor tells what was reached.</summary>
    private static readonly HashSet<string> TellsResults = new(StringComparer.Ordinal) { "cho thấy", "khẳng định", "đánh giá", "nhận định", "cho biết",
        "theo" };

    private int? Led(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        if (said.Speaker is not null || _voice != Voice.Leader) _local.Leave();
        _voice = Voice.Leader;
        if (_zone == Zone.Opening && said.Speaker is null && !_cues.Concludes(start, end)) return null;
        _context.Note(_view, start, content);
        return said.Act switch
        {
            SpeechAct.Praise => Praised(said, start, end),
            SpeechAct.Ask => Asked(said, end),
            _ => Stated(said, start, end),
        };
    }

    private int? Praised(Attribution said, int start, int end)
    {
        if (FaultAfterPraise(said.ContentStart, end) is { } fault)
        {
            (_zone, _outer) = (Zone.Shortcomings, Zone.Directives);
            return fault;
        }

        if (_cues.NotesWhatWasDone(said.Verb, said.ContentStart, end))
        {
            Open(Zone.Report);
            return said.ContentStart;
        }

        if (_zone != Zone.Lead || _cues.Concludes(start, end)) Enter(Zone.Directives, said);
        return null;
    }

    /// <summary>"… ghi nhận nỗ lực của các đơn vị; tuy nhiên, giải ngân còn chậm": the praise is over where it turns.</summary>
    private int? FaultAfterPraise(int start, int end)
    {
        foreach (var mark in new[] { ';', ',' })
        {
            for (var at = _view.Text.IndexOf(mark, start, end - start); at >= 0 && at + 1 < end; at = _view.Text.IndexOf(mark, at + 1, end - at - 1))
            {
                var from = PageLayout.SkipBlanks(_view.Text, at + 1, end);
                if (from < end && _cues.IsAdversative(from, end) && (IsNegative(from, end) || Polarity.Of(_view.Lower, from, end) < 0)) return from;
            }
        }

        return null;
    }

    private int? Asked(Attribution said, int end)
    {
        if (ZoneCues.IsWish(said.Verb)) return null;
        _isAsked = true;
        _context.NoteWithin(_view, said.ContentStart, Math.Min(end, said.ContentStart + 60));
        Enter(Zone.Directives, said);
        return said.ContentStart;
    }

    /// <summary>What a leader states may be a fault, a result, or an order told as a statement.</summary>
    private int? Stated(Attribution said, int start, int end)
    {
        var content = said.ContentStart;
        if (_cues.OpensShortcomings(start, end))
        {
            (_zone, _outer) = (Zone.Shortcomings, Zone.Directives);
            return start;
        }

        if (_cues.OnlyCountsTasks(content, end))
        {
            Enter(Zone.Directives, said);
            _context.NoteOpener(_view, content, end);
            return null;
        }

        var clause = FirstClauseEnd(content, end);
        var informs = Speech.Informs(said.Verb) && _zone != Zone.Directives && !_cues.Concludes(start, content);
        if (informs && _cues.IsPromise(content, clause)) Enter(Zone.Directives, said);
        else Weigh(said, informs, clause, end);
        return content;
    }

    /// <summary>A fault, a result, or else an order: by the verb that states it, the time of its own verb, and whether it praises or blames.</summary>
    private void Weigh(Attribution said, bool informs, int clause, int end)
    {
        var content = said.ContentStart;
        var admits = Speech.Admits(said.Verb);
        var looksBack = _cues.IsRetrospective(content, end);
        var obliges = Predicates.IsObligation(_view.Lower, content, clause);
        var assesses = Speech.Assesses(said.Verb) && Predicates.IsDone(_view.Lower, content, clause);
        var isResult = (informs || looksBack || assesses) && !admits && !_cues.IsPlainlyNegative(content, clause) && !obliges;
        if (!isResult && (admits || (IsFault(content, clause) && !obliges)) && Polarity.Of(_view.Lower, content, clause) <= 0)
        {
            (_zone, _outer) = (Zone.Shortcomings, Zone.Directives);
        }
        else if (isResult || looksBack || assesses) Open(Zone.Report);
        else Enter(Zone.Directives, said);
    }

    private bool IsFault(int start, int end) => Predicates.IsFault(_view.Lower, start, end) || Polarity.IsBad(_view.Lower, start, end);

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
        if (said.Speaker is { } speaker &&
            !LocalSpeakers.Exists(known => _view.Lower[known.NameStart..known.NameEnd] == _view.Lower[speaker.NameStart..speaker.NameEnd]))
        {
            LocalSpeakers.Add(speaker);
        }

        _local.Enter(said.Speaker, start, said.ContentStart);
    }
}
