namespace PartyOfficeTracker.Reading;

/// <summary>What an office's own papers have and news has not: labels, topics as headings, agendas, orders announced by a colon, words of closing.</summary>
internal sealed partial class Narrative
{
    private const int LongestTopic = 12;
    private const int LongestLabel = 6;

    private bool _inAgenda;

    /// <summary>Below "Ghi chú:", as long as its list lasts.</summary>
    private bool _inNotes;

    /// <summary>"… kết luận như sau:": what follows may judge as well as order.</summary>
    private bool _isVerdict;
    private bool _afterTopic;

    /// <summary>What the build of an office's paper says of a sentence.</summary>
    private bool IsOfAPaper(int start, int end, Sentence sentence, bool opens)
    {
        if (sentence.IsListed && (OpensAList(start, end) || TellsUnderALabel(start, end, sentence))) return true;
        if (OrdersFollow(start, end, sentence, opens) || Presented(start, end, sentence, opens) || OrdersBarely(start, end, sentence)) return true;
        if (sentence.IsListed && _zone is not (Zone.Directives or Zone.Discussion) && ReportsByName(start, end, sentence)) return true;
        return sentence.IsListed && _zone == Zone.Discussion && SaysOnTheFloor(start, end, sentence);
    }

    /// <summary>What is about the paper or the meeting, and what only names the matter of the lines below it.</summary>
    private bool SetAside(Sentence sentence, Sentence? next)
    {
        _inNotes = _cues.OpensNotes(sentence.Start, sentence.End) || (_inNotes && sentence is { IsListed: true, Row: null });
        if (_inNotes) return true;
        if (sentence.Role == LineRole.Heading || sentence.Row is not null)
        {
            _inAgenda = false;
            return false;
        }

        var (start, end) = (sentence.Start, sentence.End);
        if (!sentence.IsListed && _cues.ClosesThePaper(start, end)) return true;
        if (IsTopic(sentence, next))
        {
            _afterTopic = true;
            ReturnToThePart();
            if (_zone == Zone.Directives) _context.NoteSubject(_view, start, end);
            return true;
        }

        if (sentence.IsListed && _cues.NamesTopicsOnly(start, end)) return true;
        if (sentence.IsListed && _inAgenda && _cues.IsMatterOfAnAgenda(start, end) && !IsNegative(start, end)) return true;
        _inAgenda = !sentence.IsListed && TellsAnAgenda(start, end);
        return _inAgenda && !(next is { IsListed: true } && _cues.OpensNotice(start, end));
    }

    /// <summary>What one entry of a report quotes as ordered is over where the next topic of its part begins.</summary>
    private void ReturnToThePart()
    {
        if (_headed is not Zone.Report || _zone != Zone.Directives) return;
        Open(Zone.Report);
        _voice = Voice.Report;
    }

    /// <summary>"Hội nghị nghe báo cáo về: …", "… thông qua 3 nội dung:": what was on the table, and nothing that was done.</summary>
    private bool TellsAnAgenda(int start, int end)
    {
        if (_cues.NamesTopicsOnly(start, end)) return true;
        if (_cues.AgendaEnd(start, end) is not { } content) return false;
        var colon = _view.Text.IndexOf(':', content, end - content);
        var matter = colon > 0 ? colon + 1 : content;
        var isFault = colon > 0 ? IsNegative(matter, end) : IsFault(matter, end);
        return !Predicates.IsDone(_view.Lower, matter, end) && !isFault && !Predicates.IsObligation(_view.Lower, matter, end) &&
            !_cues.AsksAbove(start, end) && !Figures.In(_view, matter, end).Any() && _speech.Parse(start, end, _voice) is not { Speaker: not null };
    }

    /// <summary>"2. Về công tác lưu trữ", "1. Kinh tế": a heading with a number in front.</summary>
    private bool IsTopic(Sentence sentence, Sentence? next)
    {
        var (start, end) = (sentence.Start, sentence.End);
        if (!sentence.IsListed || sentence.Paragraph == next?.Paragraph || !char.IsLetterOrDigit(_view.Text[end - 1]) ||
            PageLayout.CountWords(_view.Text, start, end, LongestTopic + 1) > LongestTopic)
        {
            return false;
        }

        if (_cues.BeginsWithAbout(start, end)) return true;
        if (IsCounted(sentence) && next is { Row: null, Role: LineRole.Body } && IsBulleted(next)) return true;
        if (sentence.Number is not { } number || next is null || next.Row is not null || next.Role == LineRole.Heading) return false;
        if (next.IsListed) return next.Number is null or 1 && next.Number != number + 1;
        var isFirst = number == 1 || _afterTopic;
        if (!isFirst) _afterTopic = false;
        return isFirst && PageLayout.EndsSentence(_view.Text, next.End) && !_cues.ClosesThePaper(next.Start, next.End);
    }

    /// <summary>"a. Phòng Lưu trữ" above "+ Hoàn tất …": a number or a letter stands over bullets.</summary>
    private bool IsCounted(Sentence sentence) => MarkBefore(sentence) is '.' or ')' or '/';

    private bool IsBulleted(Sentence sentence) =>
        sentence is { IsListed: true, OpensParagraph: true } && MarkBefore(sentence) is '-' or '–' or '+' or '*' or '•';

    private char MarkBefore(Sentence sentence)
    {
        var at = sentence.Start - 1;
        while (at > 0 && _view.Text[at] is ' ' or '\t') at--;
        return at < 0 ? ' ' : _view.Text[at];
    }

    /// <summary>"3.1. Kết quả: …; …", "- Tồn tại: …": the label in front says what the rest is.</summary>
    private bool TellsUnderALabel(int start, int end, Sentence sentence)
    {
        var colon = _view.Text.IndexOf(':', start, end - start);
        if (colon <= start || PageLayout.CountWords(_view.Text, start, colon, LongestLabel + 1) > LongestLabel) return false;
        if (Opener.Of(_view, start, end) is not { ContentStart: { } content } opener || content < colon) return false;
        Zone? zone = opener.Announced switch
        {
            Announced.Results => Zone.Report,
            Announced.Faults => Zone.Shortcomings,
            Announced.Causes => Zone.Causes,
            Announced.Hardships => Zone.Difficulties,
            Announced.Requests when _voice != Voice.Leader => Zone.Recommendations,
            Announced.Tasks or Announced.Plans or Announced.Orders => _isNotice || _voice == Voice.Leader ? Zone.Directives : Zone.Plan,
            _ => null,
        };
        if (zone is not { } known || !_cues.IsLabel(start, colon)) return false;
        Open(known);
        if (known == Zone.Causes) return true;
        Emit(content, end, sentence);
        return true;
    }

    /// <summary>"… chủ trì và kết luận, giao nhiệm vụ như sau:", "Ban Bí thư yêu cầu … một số nhiệm vụ sau:": what follows below is ordered.</summary>
    private bool OrdersFollow(int start, int end, Sentence sentence, bool opens)
    {
        if (!_cues.AnnouncesOrders(start, end) || (_voice is Voice.Local or Voice.Floor && !_cues.Concludes(start, end))) return false;
        // Who says it by name is heard as everywhere.
        if (_speech.Parse(start, end, _voice) is { Voice: Voice.Leader, Act: SpeechAct.Ask } && !IsAnnouncement(start, end, opens))
        {
            _isVerdict = !_cues.GivesOrders(start, end);
            return false;
        }

        PassOver(start, end, sentence, true);
        _isNotice |= _cues.OpensNotice(start, end);
        _local.Leave();
        Open(Zone.Directives);
        _voice = Voice.Leader;
        _headed = Zone.Directives;
        _isVerdict = !_cues.GivesOrders(start, end);
        _context.NoteOpener(_view, start, end);
        if (_cues.OrderVerbEnd(start, end) is { } told) _context.NoteSubject(_view, PageLayout.SkipBlanks(_view.Text, told, end), end);
        return true;
    }

    /// <summary>"9h45: Đồng chí X trình bày báo cáo …": whatever was said before, the report begins.</summary>
    private bool Presented(int start, int end, Sentence sentence, bool opens)
    {
        if (!opens || sentence.IsListed || _zone != Zone.Directives || !_cues.PresentsByName(start, end) || Predicates.IsObligation(_view.Lower, start, end))
        {
            return false;
        }

        PassOver(start, end, sentence, true);
        Open(Zone.Report);
        _voice = Voice.Report;
        return true;
    }

    /// <summary>"Yêu cầu các văn phòng rà soát …": an order nobody is named for.</summary>
    private bool OrdersBarely(int start, int end, Sentence sentence)
    {
        if (_zone == Zone.Directives || _voice is Voice.Local or Voice.Floor || _zone is Zone.Recommendations or Zone.Discussion ||
            _cues.BareOrderEnd(start, end) is not { } content)
        {
            return false;
        }

        Open(Zone.Directives);
        _voice = Voice.Leader;
        _headed = sentence.IsListed ? Zone.Directives : _headed;
        _isAsked = true;
        Emit(content, end, sentence);
        return true;
    }

    /// <summary>"* Phòng Tổng hợp báo cáo: …; …": each unit's own account, whatever the entry before ended with.</summary>
    private bool ReportsByName(int start, int end, Sentence sentence)
    {
        var colon = _view.Text.IndexOf(':', start, Math.Min(end - start, 120));
        if (colon <= start || colon + 2 >= end || !_cues.IsNamedReport(start, colon)) return false;
        Open(Zone.Report);
        _voice = Voice.Report;
        _headed = null;
        Emit(PageLayout.SkipBlanks(_view.Text, colon + 1, end), end, sentence);
        return true;
    }

    /// <summary>"- Văn phòng Huyện ủy X: đề nghị …": one of the floor, whose name stands before the colon.</summary>
    private bool SaysOnTheFloor(int start, int end, Sentence sentence)
    {
        var colon = _view.Text.IndexOf(':', start, Math.Min(end - start, 120));
        if (colon <= start || colon + 2 >= end) return false;
        var content = PageLayout.SkipBlanks(_view.Text, colon + 1, end);
        FloorTurns.Add((start, content));
        _voice = Voice.Floor;
        if (_cues.AsksAboveAt(content, end) is var (asks, _) && _view.Text.IndexOf(';', content, asks - content) < 0 &&
            _cues.RequestEnd(content, end) is null)
        {
            _zone = Zone.Recommendations;
            Emit(content, end, sentence);
        }
        else if (_cues.RequestEnd(content, end) is { } asked)
        {
            _zone = Zone.Recommendations;
            _verb = _view.Slice(content, asked).Trim();
            Emit(asked, end, sentence);
        }
        else
        {
            _zone = _cues.IsAboutTheWork(content, end) && IsNegative(content, end) ? Zone.Shortcomings : Zone.Difficulties;
            if (_zone == Zone.Difficulties && !IsNegative(content, end) && _cues.AsksAboveAt(content, end) is null) PassOver(content, end, sentence, false);
            else Emit(content, end, sentence);
        }

        _zone = Zone.Discussion;
        return true;
    }
}
