using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>From the clauses of a sentence to items, once its part is known.</summary>
internal sealed partial class Narrative
{
    private static readonly Regex Done = Cue.Of(@"\b(đã|được)\b");

    /// <summary>The paragraph of a conclusion in which something was judged.</summary>
    private int _judgedIn = -1;

    private ItemKind? _judgedAs;

    private void Emit(int start, int end, Sentence sentence)
    {
        if (_view.Text[start] is '“' or '"') start++;
        var clauses = ClausesOf(start, end, sentence);
        var before = _context.Now;
        var background = false;
        var planned = false;
        for (var i = 0; i < clauses.Count; i++)
        {
            var (from, to) = clauses[i];
            if (i > 0) SwitchInside(ref from, to);
            var trimmed = ClauseTrimmer.Trim(_view, from, to, i == 0 || sentence.IsListed);
            var carried = _context.Now;
            if (_zone == Zone.Directives) NoteOrder(from, trimmed, i == 0);

            background = _zone is Zone.Report or Zone.Local &&
                (_cues.IsBackground(from, trimmed.Start, trimmed.End) || (background && !_cues.HasOwnAct(trimmed.Start, trimmed.End)));
            if (IsTooShort(trimmed) || NamesOnlyForWhom(trimmed, sentence.IsListed)) continue;
            var told = KindOf(trimmed.Start, trimmed.End, from, i == 0, background, sentence.IsListed);
            // "… sẽ hoàn chỉnh A; đưa B vào chạy thử": what is still to come goes on to the end of the sentence.
            if (planned && told == ItemKind.Achievement && !Predicates.IsDone(_view.Lower, trimmed.Start, trimmed.End)) told = ItemKind.PlannedTask;
            planned = told is null ? planned : told == ItemKind.PlannedTask;
            // The time a result is told with is nobody's deadline.
            if (told is ItemKind.Achievement or ItemKind.Shortcoming) _context.KeepDue(carried);
            Add(trimmed, from, told, i == 0 ? sentence : sentence with { Number = null, Mark = null }, i == 0);
        }

        // The time one entry of a list names is not that of the next.
        if (sentence is { IsListed: true, OpensParagraph: true } || _context.IsForOneSentence) _context.KeepDue(before);
    }

    private List<(int Start, int End)> ClausesOf(int start, int end, Sentence sentence)
    {
        var clauses = Sentences.Clauses(_view, start, end);
        // An entry numbered in running prose keeps the mark that parts it from the next.
        var isOne = (sentence.Number is not null && clauses.Count == 1) || (_zone == Zone.Recommendations && _cues.IsOneRequest(start, end));
        return isOne ? [(start, end)] : clauses;
    }

    /// <summary>"… đề nghị các tỉnh ủy làm tốt mấy việc: …": the opener that is cut off says for whom.</summary>
    private void NoteOrder(int from, Trimmed trimmed, bool isFirst)
    {
        if (isFirst && _view.Text.IndexOf(':', from, trimmed.Start - from) is > 0 and var colon)
        {
            _context.NoteSubject(_view, ClauseTrimmer.Trim(_view, from, colon, true).Start, colon);
        }

        _context.Apply(trimmed);
    }

    /// <summary>A row of a table of tasks is an order with all its facts.</summary>
    private void EmitRow(TaskRow row, Sentence sentence)
    {
        Open(Zone.Directives);
        _voice = Voice.Leader;
        _said = null;
        _paragraph = sentence.Paragraph;
        Add(new Trimmed(row.Task.Start, row.Task.End, null, false), row.Task.Start, ItemKind.Directive, sentence, true);
        Attach(item => row.Due is var (from, to) ? _context.WithDue(item, _view.Slice(from, to)) : item);
        if (row.Lead is var (leadStart, leadEnd)) Attach(item => item with { LeadUnit = Quote(leadStart, leadEnd) });
        if (row.Coordinating is var (start, end)) Attach(item => item with { CoordinatingUnits = TaskUnits.List(_view, start, end) });
        if (row.Product is var (madeStart, madeEnd)) Attach(item => item with { Product = Quote(madeStart, madeEnd) });
    }

    /// <summary>What is said of the task before: "Thời hạn: …", "Đơn vị chủ trì: …" below it.</summary>
    private bool SaysMoreOfTheTask(int start, int end)
    {
        start = ListMarker.BulletEnd(_view, start, end) ?? start;
        if (_clauses.Count == 0 || _clauses[^1].Told is not (ItemKind.Directive or ItemKind.PlannedTask) ||
            RowLabels.At(_view, start, end) is not var (label, value))
        {
            return false;
        }

        var stop = end;
        while (stop > value && _view.Text[stop - 1] is '.' or ';' or ',') stop--;
        switch (label)
        {
            case RowLabel.Due:
                Attach(item => _context.WithDue(item, _view.Slice(value, stop)));
                return true;
            case RowLabel.Lead:
                Attach(item => item with { LeadUnit = Quote(value, stop) });
                return true;
            case RowLabel.Coordinating:
                Attach(item => item with { CoordinatingUnits = TaskUnits.List(_view, value, stop) });
                return true;
            case RowLabel.Product:
                Attach(item => item with { Product = Quote(value, stop) });
                return true;
            default:
                return false;
        }
    }

    private void Attach(Func<DraftItem, DraftItem> more)
    {
        var clause = _clauses[^1];
        _clauses[^1] = clause with { Make = kind => more(clause.Make(kind)) };
    }

    private ReadText Quote(int start, int end) => new(_view.Slice(start, end), _view.ToSource(start, end));

    /// <summary>A sentence no rule takes an item from: its clauses are weighed like the others.</summary>
    private void PassOver(int start, int end, Sentence sentence, bool isAnnouncement)
    {
        _isPassedOver = true;
        _isAnnouncement = isAnnouncement;
        var content = _said is { } said && said.ContentStart > start && said.ContentStart < end ? said.ContentStart : start;
        var first = true;
        foreach (var (from, to) in Sentences.Clauses(_view, content, end))
        {
            var trimmed = ClauseTrimmer.Trim(_view, from, to, first || sentence.IsListed);
            if (!IsTooShort(trimmed)) Add(trimmed, from, null, sentence, first);
            first = false;
        }

        _isPassedOver = false;
        _isAnnouncement = false;
    }

    private void Add(Trimmed clause, int rawStart, ItemKind? told, Sentence sentence, bool first)
    {
        var standing = new Standing(_zone, _voice, _headed, _isNotice, _said, sentence, first, _isPassedOver, _isAnnouncement);
        var evidence = _evidence.Of(clause, rawStart, told, standing);
        var make = Maker(clause, sentence.Mark, told);
        var item = told is { } kind ? make(kind) : null;
        _clauses.Add(new Clause(clause.Start, clause.End, told, evidence, sentence.Start, sentence.Paragraph,
            decided => item is { } ready && decided == told ? ready : make(decided)));
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

    private bool IsTooShort(Trimmed clause)
    {
        var words = PageLayout.CountWords(_view.Text, clause.Start, clause.End, 14);
        return words < 3 || (words < 5 && clause.End >= _view.Length - 2 && !PageLayout.EndsSentence(_view.Text, clause.End));
    }

    /// <summary>"1. Các văn phòng tỉnh ủy, thành ủy" above its own list says whom that list is for.</summary>
    private bool NamesOnlyForWhom(Trimmed clause, bool listed)
    {
        var words = PageLayout.CountWords(_view.Text, clause.Start, clause.End, 14);
        if (!listed || _zone != Zone.Directives || words > 12 || Predicates.SaysWhatToDo(_view, clause.Start, clause.End)) return false;
        _context.NoteOpener(_view, clause.Start, clause.End);
        return true;
    }

    /// <summary>How the clause becomes an item of a kind, with what is known at this place of the text.</summary>
    private Func<ItemKind, DraftItem> Maker(Trimmed clause, string? number, ItemKind? told)
    {
        var (start, end) = (clause.Start, clause.End);
        var by = _local.Province;
        var verb = _verb;
        var isTask = _zone == Zone.Directives;
        var carried = _context.Now;
        return kind =>
        {
            var item = new DraftItem(kind, _view.ToSource(start, end), _view.Slice(start, end))
            {
                Number = number,
                Field = _fields.Of(_view, start, end),
                By = isTask || kind == ItemKind.Directive ? null : by,
            };
            item = _context.WithSubject(_view, item, start, end);
            return kind switch
            {
                ItemKind.Directive when told == kind => _context.Complete(_view, item, start, end) with { Verb = verb },
                ItemKind.Directive => _context.Complete(_view, item, start, end, carried) with { Verb = verb },
                ItemKind.Recommendation => item with { To = Addressees.Above(_view, start, end), Verb = verb },
                ItemKind.PlannedTask => item with { Due = clause.LeadIn },
                _ => item,
            };
        };
    }

    private ItemKind? KindOf(int start, int end, int rawStart, bool first, bool background, bool listed) => _zone switch
    {
        _ when _cues.IsHypothesis(rawStart, end) => null,
        Zone.Report or Zone.Local or Zone.Lead => background ? (_cues.IsHardship(start, end) ? ItemKind.Difficulty : null) : InTheAccount(start, end, rawStart),
        Zone.Shortcomings => _cues.IsOpenerOnly(start, end) ? null : ItemKind.Shortcoming,
        Zone.Difficulties => AmongDifficulties(start, end),
        Zone.Recommendations => _cues.IsEmptyRequest(start, end) || _cues.IsAskedOfEquals(start, end) ? null : ItemKind.Recommendation,
        Zone.Plan => _cues.IsBackground(rawStart, start, end) && !first ? null : ItemKind.PlannedTask,
        Zone.Directives => AmongDirectives(start, end, rawStart, first, listed),
        _ => null,
    };

    /// <summary>Praise, "không có ý kiến", what is asked of equals.</summary>
    private bool TellsNothing(int start, int end) =>
        _cues.IsOnlyPraise(start, end) || _cues.SaysNothing(start, end) ||
        (_cues.RequestEnd(start, end) is not null && _cues.AsksAboveAt(start, end) is null && !Predicates.IsDone(_view.Lower, start, end));

    private ItemKind? InTheAccount(int start, int end, int rawStart)
    {
        if (TellsNothing(start, end)) return null;
        if (_view.Text[end - 1] == ':' || _cues.IsAboutTheConference(start, end) || _cues.IsAboutTheConference(rawStart, end)) return null;
        if (_cues.IsStillToCome(start, end)) return ItemKind.PlannedTask;
        if (_zone == Zone.Local && _cues.IsAgreement(rawStart, end)) return null;
        var complains = _voice is Voice.Local or Voice.Floor && !_cues.IsAdversative(rawStart, end);
        if (complains && IsNegative(start, end) && !Predicates.IsDone(_view.Lower, start, end)) return ItemKind.Difficulty;
        if (!_cues.IsPlainlyNegative(_cues.AfterConcession(start, end), end)) return ItemKind.Achievement;
        if (complains) return ItemKind.Difficulty;
        // A list of faults goes on to the end of its sentence.
        _outer = _zone == Zone.Lead ? Zone.Report : _zone;
        _zone = Zone.Shortcomings;
        _isImplied = true;
        return ItemKind.Shortcoming;
    }

    /// <summary>After "kết luận như sau:" what is done is a result and what is plainly bad a fault; all else is ordered.</summary>
    private ItemKind? Judged(int start, int end)
    {
        if (Predicates.IsObligation(_view.Lower, start, end)) return null;
        if (_cues.IsPlainlyNegative(start, end)) return ItemKind.Shortcoming;
        return Predicates.IsDone(_view.Lower, start, end) || Polarity.Of(_view.Lower, start, end) > 1 ? ItemKind.Achievement : null;
    }

    /// <summary>What stands in one paragraph with a judgement, and asks for nothing, is judged as well.</summary>
    private ItemKind? GoesOnJudging(int start, int end, int rawStart, bool first)
    {
        if (_judgedIn != _paragraph || Predicates.IsObligation(_view.Lower, start, end) || Predicates.LooksAhead(_view.Lower, start, end)) return null;
        var goesOn = !first && _judgedAs == ItemKind.Shortcoming;
        if (goesOn || _cues.IsAdversative(rawStart, end) || Predicates.IsNegative(_view.Lower, start, end) || Polarity.Of(_view.Lower, start, end) < 0)
        {
            return ItemKind.Shortcoming;
        }

        return Done.In(_view.Lower, start, end) ? ItemKind.Achievement : null;
    }

    private ItemKind? AmongDifficulties(int start, int end)
    {
        if (_cues.AsksAbove(start, end)) return ItemKind.Recommendation;
        if (_cues.RequestEnd(start, end) is not null && _cues.AsksAboveAt(start, end) is null) return null;
        var shade = _voice is Voice.Floor or Voice.Local ? 1 : 0;
        return IsNegative(start, end) || Polarity.Of(_view.Lower, start, end) <= shade ? ItemKind.Difficulty : null;
    }

    /// <summary>Courtesy, programme, agreement, what the room did: no order.</summary>
    private bool OnlyTellsOfTheMeeting(int start, int end, int rawStart, bool listed) =>
        (!listed && (_cues.IsCourtesy(rawStart, end) || _cues.IsProgramme(rawStart, end))) || _cues.IsOnlyPraise(start, end) ||
        (!listed && !_isAsked && _cues.IsAboutTheConference(rawStart, end) && !Predicates.IsObligation(_view.Lower, start, end));

    /// <summary>"… nhìn nhận kết quả trên có đóng góp quan trọng": stated, and nothing asked.</summary>
    private bool OnlyPraises(int start, int end) =>
        _cues.IsPraise(start, end) && !Predicates.IsObligation(_view.Lower, start, end) && !Predicates.LooksAhead(_view.Lower, start, end) &&
        _said is { Act: SpeechAct.State };

    private ItemKind? AmongDirectives(int start, int end, int rawStart, bool first, bool listed)
    {
        if (OnlyTellsOfTheMeeting(start, end, rawStart, listed)) return null;
        if (_cues.IsGeneralTruth(start, end) || _cues.OpensDiscussion(rawStart, end)) return null;
        if (_cues.IsOpenerOnly(start, end))
        {
            _context.NoteOpener(_view, start, end);
            return null;
        }

        if (_isVerdict && (Judged(start, end) ?? GoesOnJudging(start, end, rawStart, first)) is { } judged)
        {
            (_judgedIn, _judgedAs) = (_paragraph, judged);
            return judged;
        }

        if (!listed && OnlyPraises(start, end)) return null;
        var isAsked = listed || (_isAsked && first) || Predicates.IsObligation(_view.Lower, start, end) || !Predicates.IsDone(_view.Lower, start, end);
        if (isAsked) return ItemKind.Directive;
        return _cues.IsPraise(start, end) || _cues.IsAboutTheConference(start, end) ? null : ItemKind.Achievement;
    }
}
