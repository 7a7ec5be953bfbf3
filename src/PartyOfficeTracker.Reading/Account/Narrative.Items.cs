namespace PartyOfficeTracker.Reading;

/// <summary>From the clauses of a sentence to items, once its part is known.</summary>
internal sealed partial class Narrative
{
    private void Emit(int start, int end, Sentence sentence)
    {
        if (_view.Text[start] is '“' or '"') start++;
        var clauses = sentence.Number is not null ? [(start, end)] : Sentences.Clauses(_view, start, end);
        if (_zone == Zone.Recommendations && _cues.IsOneRequest(start, end)) clauses = [(start, end)];
        var background = false;
        var planned = false;
        for (var i = 0; i < clauses.Count; i++)
        {
            var (from, to) = clauses[i];
            if (i > 0) SwitchInside(ref from, to);
            var trimmed = ClauseTrimmer.Trim(_view, from, to, i == 0 || sentence.IsListed);
            if (_zone == Zone.Directives)
            {
                // "… đề nghị các tỉnh ủy làm tốt mấy việc: …": the opener that is cut off says for whom.
                if (i == 0 && _view.Text.IndexOf(':', from, trimmed.Start - from) is > 0 and var colon)
                {
                    _context.NoteSubject(_view, ClauseTrimmer.Trim(_view, from, colon, true).Start, colon);
                }

                _context.Apply(trimmed);
            }

            background = _zone is Zone.Report or Zone.Local &&
                (_cues.IsBackground(from, trimmed.Start, trimmed.End) || (background && !_cues.HasOwnAct(trimmed.Start, trimmed.End)));
            var item = ItemOf(trimmed, from, i == 0, background, sentence.IsListed);
            if (item is null) continue;
            // "… sẽ hoàn chỉnh A; đưa B vào chạy thử": what is still to come goes on to the end of the sentence.
            if (planned && item.Kind == ItemKind.Achievement && !Predicates.IsDone(_view.Lower, trimmed.Start, trimmed.End))
            {
                item = item with { Kind = ItemKind.PlannedTask };
            }

            planned = item.Kind == ItemKind.PlannedTask;
            _items.Add(item with { Number = sentence.Number });
        }
    }

    /// <summary>"…; tuy nhiên, hiện còn …", "…; đồng thời kiến nghị …": the part changes in the middle of a sentence.</summary>
    private void SwitchInside(ref int start, int end)
    {
        if (_zone is Zone.Report or Zone.Local && _cues.IsAdversative(start, end) && IsNegative(start, end))
        {
            _outer = _zone;
            _zone = Zone.Shortcomings;
        }
        else if (_zone == Zone.Shortcomings && _isImplied && !IsNegative(start, end) && IsGoodAgain(start, end))
        {
            _zone = _outer;
        }
        else if (_zone is not Zone.Directives && _speech.Parse(start, Math.Min(end, start + 60), _voice) is { Act: SpeechAct.Ask, Voice: not Voice.Leader } ask)
        {
            _zone = Zone.Recommendations;
            FloorTurns.Add((start, ask.ContentStart));
            start = ask.ContentStart;
        }
        else if (_zone is Zone.Discussion or Zone.Difficulties or Zone.Local or Zone.Recommendations && _cues.AsksInside(start, end) is { } content)
        {
            _zone = Zone.Recommendations;
            start = content;
        }
    }

    private DraftItem? ItemOf(Trimmed clause, int rawStart, bool first, bool background, bool listed)
    {
        var (start, end) = (clause.Start, clause.End);
        var words = PageLayout.CountWords(_view.Text, start, end, 14);
        if (words < 3 || (words < 5 && end >= _view.Length - 2 && !PageLayout.EndsSentence(_view.Text, end))) return null;
        // "1. Các văn phòng tỉnh ủy, thành ủy" above its own list says whom that list is for.
        if (listed && _zone == Zone.Directives && words <= 12 && !Predicates.SaysWhatToDo(_view, start, end))
        {
            _context.NoteOpener(_view, start, end);
            return null;
        }

        var kind = KindOf(start, end, rawStart, first, background, listed);
        if (kind is not { } known) return null;
        var item = new DraftItem(known, _view.ToSource(start, end), _view.Slice(start, end))
        {
            Field = _fields.Of(_view, start, end),
            By = _local.Province is { } province && _zone != Zone.Directives ? province : null,
            IsWeak = _voice == Voice.None || words < 5,
        };
        item = _context.WithSubject(_view, item, start, end);
        return known switch
        {
            ItemKind.Directive => _context.Complete(_view, item, start, end) with { Verb = _verb },
            ItemKind.Recommendation => item with { To = Addressees.Above(_view, start, end), Verb = _verb },
            ItemKind.PlannedTask => item with { Due = clause.LeadIn },
            _ => item,
        };
    }

    private ItemKind? KindOf(int start, int end, int rawStart, bool first, bool background, bool listed) => _zone switch
    {
        Zone.Report or Zone.Local or Zone.Lead => background ? (_cues.IsHardship(start, end) ? ItemKind.Difficulty : null) : InTheAccount(start, end, rawStart),
        Zone.Shortcomings => _cues.IsOpenerOnly(start, end) ? null : ItemKind.Shortcoming,
        Zone.Difficulties => AmongDifficulties(start, end),
        Zone.Recommendations => _cues.IsEmptyRequest(start, end) ? null : ItemKind.Recommendation,
        Zone.Plan => _cues.IsBackground(rawStart, start, end) && !first ? null : ItemKind.PlannedTask,
        Zone.Directives => AmongDirectives(start, end, rawStart, first, listed),
        _ => null,
    };

    private ItemKind? InTheAccount(int start, int end, int rawStart)
    {
        if (_view.Text[end - 1] == ':' || _cues.IsAboutTheConference(start, end) || _cues.IsAboutTheConference(rawStart, end)) return null;
        if (_cues.IsStillToCome(start, end)) return ItemKind.PlannedTask;
        if (_zone == Zone.Local && _cues.IsAgreement(rawStart, end)) return null;
        var complains = _voice is Voice.Local or Voice.Floor && !_cues.IsAdversative(rawStart, end);
        if (complains && IsNegative(start, end) && !Predicates.IsDone(_view.Lower, start, end)) return ItemKind.Difficulty;
        if (!_cues.IsPlainlyNegative(start, end)) return ItemKind.Achievement;
        if (complains) return ItemKind.Difficulty;
        // A list of faults goes on to the end of its sentence.
        _outer = _zone == Zone.Lead ? Zone.Report : _zone;
        _zone = Zone.Shortcomings;
        _isImplied = true;
        return ItemKind.Shortcoming;
    }

    private ItemKind? AmongDifficulties(int start, int end)
    {
        if (_cues.AsksAbove(start, end)) return ItemKind.Recommendation;
        var shade = _voice is Voice.Floor or Voice.Local ? 1 : 0;
        return IsNegative(start, end) || Polarity.Of(_view.Lower, start, end) <= shade ? ItemKind.Difficulty : null;
    }

    private ItemKind? AmongDirectives(int start, int end, int rawStart, bool first, bool listed)
    {
        if (!listed && (_cues.IsCourtesy(rawStart, end) || _cues.IsProgramme(rawStart, end))) return null;
        if (_cues.IsGeneralTruth(start, end) || _cues.OpensDiscussion(rawStart, end)) return null;
        if (_cues.IsOpenerOnly(start, end))
        {
            _context.NoteOpener(_view, start, end);
            return null;
        }

        var isAsked = listed || (_isAsked && first) || Predicates.IsObligation(_view.Lower, start, end) || !Predicates.IsDone(_view.Lower, start, end);
        if (isAsked) return ItemKind.Directive;
        return _cues.IsPraise(start, end) || _cues.IsAboutTheConference(start, end) ? null : ItemKind.Achievement;
    }
}
