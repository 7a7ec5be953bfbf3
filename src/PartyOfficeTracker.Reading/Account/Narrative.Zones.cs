namespace PartyOfficeTracker.Reading;

/// <summary>From a sentence to the part of the report it belongs to.</summary>
internal sealed partial class Narrative
{
    /// <summary>Decides the zone of a sentence; returns where its content begins, or null when it holds none.</summary>
    private int? Locate(int start, int end, bool opens)
    {
        _isImplied &= _zone == Zone.Shortcomings;
        // A question is answered elsewhere.
        if (_view.Text[end - 1] == '?') return null;
        if (_cues.IsCause(start, end) && !_cues.OpensNotice(start, end) && !(_cues.TakesUpWhatWasSaid(start, end) && SaysSomething(start, end)))
        {
            _outer = _zone is Zone.Causes or Zone.Shortcomings ? _outer : _zone;
            _zone = Zone.Causes;
            return null;
        }

        if (_cues.OnlyAgrees(start, end)) return null;
        if (_cues.IsCeremony(start, end))
        {
            if (_zone != Zone.Lead) _zone = Zone.Aside;
            return null;
        }

        var attribution = _speech.Parse(start, end, _voice);
        _said = attribution;
        if (attribution is { Voice: Voice.Local or Voice.Floor }) FloorTurns.Add((start, attribution.ContentStart));
        if (AskedOfAbove(attribution, start, end) is { } asked) return asked;
        if (attribution is not null) return Attributed(attribution, start, end);
        return Plain(start, end, opens);
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
        if (PartAnnouncedBy(opener, start, end) is not { } known) return false;
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

    private Zone? PartAnnouncedBy(Opener opener, int start, int end) => opener.Announced switch
    {
        Announced.Faults => Zone.Shortcomings,
        Announced.Causes => Zone.Causes,
        Announced.OwnPlans => Zone.Plan,
        Announced.Orders => Zone.Directives,
        Announced.Hardships => Zone.Difficulties,
        Announced.Requests when _zone != Zone.Directives && _voice != Voice.Leader => Zone.Recommendations,
        Announced.Tasks when _voice == Voice.Leader || _zone == Zone.Directives || _cues.GivesTasks(start, opener.ContentStart ?? end) => Zone.Directives,
        Announced.Tasks or Announced.Plans when _zone != Zone.Directives => Zone.Plan,
        Announced.Results when _zone != Zone.Directives || _isVerdict => Zone.Report,
        _ => null,
    };

    private bool IsNegative(int start, int end) => Predicates.IsNegative(_view.Lower, start, end) || Polarity.IsBad(_view.Lower, start, end);

    private int FirstClauseEnd(int start, int end)
    {
        var semicolon = _view.Text.IndexOf(';', start, end - start);
        return semicolon < 0 ? end : semicolon;
    }

    /// <summary>Sentences without attribution: cue words at the front, else the zone goes on.</summary>
    private int? Plain(int start, int end, bool opens)
    {
        var found = OrderedByTitle(start, end) ?? Concluded(start, end) ?? LeaderBegins(start, end) ?? BackAtTheReport(start, end) ?? Requested(start,
            end) ?? Opened(start, end) ??
            TurnedGood(start, end) ?? TurnedBad(start, end) ?? AtAPlace(start, end) ?? Planned(start, end) ?? Reported(start, end, opens) ??
            LeaderGoesOn(start, end) ?? Discussed(start, end);
        return found is { } step ? step.Content : Continued(start, end, opens);
    }

    /// <summary>A step that knew the sentence, and where its content begins; null when it holds none.</summary>
    private readonly record struct Step(int? Content);

    private static readonly Step Nothing = new(null);

    private Step? OrderedByTitle(int start, int end)
    {
        if (_cues.TitledOrderEnd(start, end, _voice is Voice.Local or Voice.Floor) is not { } content) return null;
        Open(Zone.Directives);
        _voice = Voice.Leader;
        _context.Note(_view, start, content);
        _isAsked = true;
        return new Step(PageLayout.SkipBlanks(_view.Text, content, end));
    }

    private Step? Concluded(int start, int end)
    {
        if (!_cues.Concludes(start, end) || !_cues.IsSpeechOpening(start, end)) return null;
        Open(Zone.Directives);
        _voice = Voice.Leader;
        return new Step(start);
    }

    private Step? LeaderBegins(int start, int end)
    {
        if (!_cues.OnlyGivesTheFloorToALeader(start, end) || People.In(_view, start, end) is not [.., var leader]) return null;
        _speech.Learn(leader, Voice.Leader);
        if (_zone == Zone.Lead) return Nothing;
        _voice = Voice.Leader;
        Open(Zone.Directives);
        Concluding ??= leader;
        return Nothing;
    }

    private Step? BackAtTheReport(int start, int end)
    {
        if (!_cues.ReturnsToReport(start, end)) return null;
        _voice = Voice.Report;
        Open(Zone.Report);
        if (Opener.Of(_view, start, end) is not { Announced: Announced.Faults, ContentStart: { } faults }) return Nothing;
        _zone = Zone.Shortcomings;
        return new Step(faults);
    }

    private Step? Requested(int start, int end) => _cues.OpensRecommendations(start, end) ? In(Zone.Recommendations, start) : null;

    private Step? Opened(int start, int end)
    {
        if (Opener.Of(_view, start, end) is not { } opener || (opener is { Announced: Announced.Faults, ContentStart: null } && _zone == Zone.Shortcomings))
        {
            return null;
        }

        if (!Follow(opener, start, end)) return null;
        return _zone == Zone.Causes ? Nothing : new Step(opener.ContentStart);
    }

    /// <summary>"Tuy nhiên, …" after faults, and nothing bad in it.</summary>
    private Step? TurnedGood(int start, int end)
    {
        if (_zone != Zone.Shortcomings || !_cues.IsAdversative(start, end) || IsNegative(start, end) || Polarity.Of(_view.Lower, start, end) < 0) return null;
        return In(_outer == Zone.Local ? Zone.Local : Zone.Report, start);
    }

    private Step? TurnedBad(int start, int end)
    {
        if (!_cues.OpensShortcomings(start, end) && !(_cues.IsAdversative(start, end) && SoundsBad(start, end))) return null;
        if (_zone != Zone.Shortcomings) _outer = _zone == Zone.Lead ? Zone.Report : _zone;
        return In(Zone.Shortcomings, start);
    }

    private bool SoundsBad(int start, int end) => IsNegative(start, end) || (_zone is Zone.Report or Zone.Local && Polarity.Of(_view.Lower, start, end) <= 0);

    private Step? AtAPlace(int start, int end) => _local.EntersByPlace(start, end) ? In(Zone.Local, start) : null;

    private Step? Planned(int start, int end) =>
        _cues.OpensOwnPlan(start, end) || (_zone != Zone.Directives && _cues.OpensPlan(start, end)) ? In(Zone.Plan, start) : null;

    private Step? Reported(int start, int end, bool opens)
    {
        if (!_cues.OpensReport(start, end) || (_zone is Zone.Directives or Zone.Local or Zone.Shortcomings or Zone.Recommendations && !opens)) return null;
        if (_zone == Zone.Directives && Predicates.IsObligation(_view.Lower, start, end)) return null;
        Open(Zone.Report);
        _voice = Voice.Report;
        return new Step(start);
    }

    private Step? LeaderGoesOn(int start, int end)
    {
        if (!_speech.GivesTheFloorToALeader(start, end)) return null;
        Open(Zone.Directives);
        _voice = Voice.Leader;
        return Nothing;
    }

    private Step? Discussed(int start, int end)
    {
        if (!_cues.OpensDiscussion(start, end) || _zone == Zone.Directives) return null;
        _voice = Voice.Floor;
        FloorTurns.Add((start, end));
        var raised = _view.Text.IndexOf(':', start, end - start) > 0 && Predicates.IsNegative(_view.Lower, start, end);
        _zone = raised ? Zone.Difficulties : Zone.Discussion;
        return raised ? new Step(start) : Nothing;
    }

    private Step In(Zone zone, int content)
    {
        _zone = zone;
        return new Step(content);
    }

    /// <summary>Good, bad or counted: a sentence after the announcement that is about the work and not about the day.</summary>
    private bool SaysOfTheWork(int start, int end) =>
        Predicates.IsPositive(_view.Lower, start, end) || IsNegative(start, end) || Polarity.Of(_view.Lower, start, end) != 0 ||
            Figures.In(_view, start, end).Any();

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
            case Zone.Shortcomings when _outer is Zone.Report or Zone.Local && !IsNegative(start, end) && IsGoodAgain(start, end):
                _zone = _outer;
                return start;
            case Zone.Shortcomings when _outer is Zone.Directives && IsAskedAgain(start, end):
                _zone = Zone.Directives;
                return start;
            default:
                return start;
        }
    }

    /// <summary>Among the faults a leader names: what is to be done about them.</summary>
    private bool IsAskedAgain(int start, int end)
    {
        if (!Predicates.IsNegative(_view.Lower, start, end) && Predicates.LooksAhead(_view.Lower, start, end)) return true;
        var clause = FirstClauseEnd(start, end);
        return Predicates.IsObligation(_view.Lower, start, clause) && !IsNegative(start, clause);
    }

    /// <summary>After announced faults it takes more to tell that the account is back at what was achieved.</summary>
    private bool IsGoodAgain(int start, int end) => Predicates.IsDone(_view.Lower, start, end) || Polarity.Of(_view.Lower, start, end) > (_isImplied ? 0 : 1);
}
