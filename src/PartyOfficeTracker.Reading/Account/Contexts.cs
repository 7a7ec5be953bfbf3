using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Deadline and addressee that carry on from one directive to the next until replaced.</summary>
internal sealed class DirectiveContext(Addressees addressees, AnchorEvents anchors, DateOnly? conferenceDay)
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("addressees");

    private static readonly Regex Unfixed = Phrases.Cue(nameof(Unfixed));
    private static readonly Regex LookedBack = Phrases.Cue(nameof(LookedBack));
    private static readonly Regex Year = Cue.Of(@"^((trong|sang|bước vào|vào|ngay|bước sang|suốt) )*năm (?<y>20[0-9]{2})( và những năm tiếp theo)?$");
    private static readonly Regex LeadWord = Cue.Of("^((" + Phrases.Choice("lead-words") + ") )+");
    private static readonly Regex OwnDue = Phrases.Cue(nameof(OwnDue));
    private static readonly Regex LeadInAsk = Phrases.Cue(nameof(LeadInAsk));

    private static readonly Regex CountedDays = Cue.Of("^trong [0-9]{1,3} ngày( làm việc)?[ .;]*$");
    private static readonly Regex OneDay = Cue.Of(@"\b[0-9]{1,2}([/.-]| tháng )[0-9]{1,2}\b");
    private static readonly Regex QuarterNumber = Cue.Of(@"(?<=\bquý )(iv|iii|ii|i)\b");

    private const int WrittenBefore = 4000;

    private string? _due;
    private string? _leadIn;
    private Inferred<Addressee>? _addressee;

    /// <summary>What carries on at this place of the text, for a clause that turns out to be a task only later.</summary>
    public Carried Now => new(_due, _leadIn, _addressee);

    public void Clear()
    {
        _due = null;
        _leadIn = null;
    }

    /// <summary>The words around the verb of authority: "Về trọng tâm sáu tháng cuối năm, đồng chí X đề nghị …".</summary>
    public void Note(SourceView view, int start, int contentStart)
    {
        foreach (var match in LeadInAsk.All(view.Lower, start, contentStart)) Set(match.Groups["p"].Value);
    }

    /// <summary>"giao Ban trong 6 tháng cuối năm tham mưu …": the time stands inside the task.</summary>
    public void NoteWithin(SourceView view, int start, int end)
    {
        foreach (var match in LeadInAsk.All(view.Lower, start, end).Where(match => match.Value.StartsWith("trong ", StringComparison.Ordinal)))
        {
            Set(match.Groups["p"].Value);
        }
    }

    /// <summary>"… yêu cầu ban dân vận các tỉnh ủy tập trung những việc sau:": whom the list below it is for, and until when.</summary>
    public void NoteOpener(SourceView view, int start, int end)
    {
        Note(view, start, end);
        NoteSubject(view, start, end);
    }

    /// <summary>Whom a stretch names at its front is whom the tasks after it are for.</summary>
    public void NoteSubject(SourceView view, int start, int end)
    {
        if (addressees.OfTask(view, start, end) is { } named) _addressee = named;
    }

    /// <summary>Goes back to the deadline that carried on before; whom tasks are for stays.</summary>
    public void KeepDue(Carried before) => (_due, _leadIn) = (before.Due, before.LeadIn);

    /// <summary>The deadline that carries on is one day: only its own sentence is due then, where a period goes on.</summary>
    public bool IsForOneSentence => _due is not null && OneDay.IsMatch(_due);

    public void Apply(Trimmed clause)
    {
        if (clause.LeadIn is { } leadIn) Set(leadIn);
    }

    private void Set(string leadIn)
    {
        _leadIn = leadIn;
        if (Unfixed.IsMatch(leadIn) || LookedBack.IsMatch(leadIn))
        {
            _due = null;
            return;
        }

        var year = Year.Match(leadIn);
        _due = year.Success ? year.Groups["y"].Value : LeadWord.Replace(leadIn, "");
    }

    /// <summary>Whether a stretch names a deadline of its own.</summary>
    public static bool HasOwnDue(SourceView view, int start, int end) => OwnDueIn(view, start, end).Success;

    /// <summary>The words in which a stretch names its own deadline; null when it names none.</summary>
    public static string? OwnDueWords(SourceView view) => OwnDueIn(view, 0, view.Text.Length) is { Success: true } own
        ? view.Text.Substring(own.Index, own.Length).TrimEnd('.', ',', ';', ' ')
        : null;

    private static Match OwnDueIn(SourceView view, int start, int end) =>
        DuePhrases.First(view, start, end) is { Success: true } due ? due : OwnDue.First(view.Lower, start, end);

    /// <summary>Whether a stretch begins with somebody who may be told to do something.</summary>
    public bool Names(SourceView view, int start, int end) => addressees.Of(view, start, end) is not null;

    /// <summary>Whom a clause is about, when its subject says so.</summary>
    public DraftItem WithSubject(SourceView view, DraftItem item, int start, int end) =>
        item with { Addressee = addressees.Of(view, start, end), AddresseePlace = Addressees.PlaceOf(view, start, end) };

    public DraftItem Complete(SourceView view, DraftItem item, int start, int end)
    {
        if (addressees.OfTask(view, start, end) is { } named) _addressee = named;
        return Complete(view, item, start, end, Now);
    }

    /// <summary>The task with what carried on where it stands.</summary>
    public DraftItem Complete(SourceView view, DraftItem item, int start, int end, Carried carried)
    {
        var own = OwnDueIn(view, start, end);
        var due = own.Success ? OwnWords(own.Value) : carried.Due;
        var words = own.Success ? own.Value : carried.LeadIn;
        var (lead, together) = TaskUnits.In(view, start, end);
        return item with
        {
            LeadUnit = lead,
            CoordinatingUnits = together,
            Due = due is null ? null : AsWritten(view, due, end),
            Addressee = addressees.OfTask(view, start, end) ??
                (carried.Addressee is { } named ? named with { Reason = InferenceReason.AddresseeCarried }
                : new Inferred<Addressee>(Addressee.All, InferenceReason.AddresseeCarried, null)),
            Deadline = DeadlinePhraseReader.Read(words ?? "", anchors, conferenceDay),
        };
    }

    /// <summary>"quý IV", "trước Tết": the words as the nearest place before <paramref name="end"/> writes them, but for the first letter.</summary>
    private static string AsWritten(SourceView view, string due, int end)
    {
        var from = Math.Max(0, end - WrittenBefore);
        var at = view.Lower.AsSpan(from, end - from).LastIndexOf(due, StringComparison.Ordinal);
        if (at < 0) return due;
        var written = view.Text.Substring(from + at, due.Length);
        // A heading in capitals says it aloud; the words of a deadline are small, but for a quarter's number.
        return written.Any(char.IsLower) || due.Length < 4 ? due[..1] + written[1..] : QuarterNumber.Replace(due, number => number.Value.ToUpperInvariant());
    }

    /// <summary>The task with the deadline a cell or a label gives it.</summary>
    public DraftItem WithDue(DraftItem item, string words) => item with { Due = words, Deadline = DeadlinePhraseReader.Read(words, anchors, conferenceDay) };

    private static string OwnWords(string words)
    {
        var plain = words.StartsWith("ngay đầu ", StringComparison.Ordinal) ? words["ngay ".Length..] : words;
        // "15 ngày" alone would not say from when.
        if (CountedDays.IsMatch(plain)) return plain.TrimEnd('.', ';', ' ');
        foreach (var word in new[] { "hoàn thành ", "xong ", "đến " })
        {
            if (plain.StartsWith(word, StringComparison.Ordinal)) plain = plain[word.Length..];
        }

        if (plain.StartsWith("vào tháng ", StringComparison.Ordinal) || plain.StartsWith("vào quý ", StringComparison.Ordinal) ||
            plain.StartsWith("vào thứ ", StringComparison.Ordinal))
        {
            plain = plain["vào ".Length..];
        }

        if (plain.StartsWith("trong ", StringComparison.Ordinal)) plain = plain["trong ".Length..];
        return plain.TrimEnd('.', ';', ' ');
    }
}

/// <summary>Deadline words and addressee that carry on.</summary>
internal readonly record struct Carried(string? Due, string? LeadIn, Inferred<Addressee>? Addressee);

/// <summary>Whom a clause addresses, by the subject it opens with.</summary>
internal sealed class Addressees(string? organiser)
{
    /// <summary>A body below the centre gives tasks to its own rooms and levels: none is the centre, or a province as the centre sees it.</summary>
    private readonly bool _isLocal = organiser is not null && Folding.Lower(organiser) is var name && (OfAProvince.IsMatch(name) || !OfTheCentre.IsMatch(name));


    private static readonly Vocabulary Phrases = Vocabulary.Of("addressees");

    private static readonly Regex OfAProvince = Phrases.Cue(nameof(OfAProvince));
    private static readonly Regex OfTheCentre = Phrases.Cue(nameof(OfTheCentre));
    private static readonly Regex OfProvinces = Phrases.Cue(nameof(OfProvinces));
    private static readonly Regex Sector = Phrases.Cue(nameof(Sector));
    private static readonly Regex OfOnePlace = Phrases.Cue(nameof(OfOnePlace));
    private static readonly Regex AndAnother = Phrases.Cue(nameof(AndAnother));
    private static readonly Regex Localities = Phrases.Cue(nameof(Localities));
    private static readonly Regex Everyone = Phrases.Cue(nameof(Everyone));
    private static readonly Regex Offices = Phrases.Cue(nameof(Offices));
    private static readonly Regex Commissions = Phrases.Cue(nameof(Commissions));
    private static readonly Regex Committees = Phrases.Cue(nameof(Committees));

    private static readonly Regex And = Cue.Of(@"\s(và|cùng với|cùng)\s");
    private static readonly Regex OfACommittee = Phrases.Cue(nameof(OfACommittee));
    private static readonly Regex CentralFront = Phrases.Cue(nameof(CentralFront));
    private static readonly Regex Regarding = Phrases.Cue(nameof(Regarding));
    private static readonly Regex OtherLevels = Phrases.Cue(nameof(OtherLevels));
    private static readonly Regex Mixed = Phrases.Cue(nameof(Mixed));
    private static readonly Regex Own = Phrases.Cue(nameof(Own));
    private static readonly Regex OwnNoun = Phrases.Cue(nameof(OwnNoun));
    private static readonly Regex Recipient = Phrases.Cue(nameof(Recipient));
    private static readonly Regex Asked = Phrases.Cue(nameof(Asked));
    private static readonly Regex Higher = Phrases.Cue(nameof(Higher));

    private Addressee OwnPeople => _isLocal ? Addressee.All : Addressee.CentralOffice;

    /// <summary>Whom a task is for: an office a local body names is one of its own unless it says "văn phòng các tỉnh ủy".</summary>
    public Inferred<Addressee>? OfTask(SourceView view, int start, int end)
    {
        var found = Of(view, start, end);
        var isOwn = found?.Value is Addressee.CentralOffice || (found is not null && IsOfManyLevels(view, start, end)) ||
            (found?.Value is Addressee.ProvincialOffices && !OfProvinces.In(view.Lower, start, Math.Min(end, start + 120)));
        return _isLocal && isOwn ? found! with { Value = Addressee.All } : found;
    }

    /// <summary>"các địa phương", "ban tuyên giáo các cấp": for a body below the centre these are its own districts and communes.</summary>
    private static bool IsOfManyLevels(SourceView view, int start, int end)
    {
        start += Regarding.First(view.Lower, start, Math.Min(end, start + 20)).Length;
        return Localities.In(view.Lower, start, Math.Min(end, start + 120)) || OtherLevels.In(view.Lower, start, Math.Min(end, start + 60));
    }

    /// <summary>Whom a clause is about.</summary>
    public Inferred<Addressee>? Of(SourceView view, int start, int end)
    {
        var reach = Math.Min(end, start + 120);
        var lower = view.Lower;
        start += Regarding.First(lower, start, Math.Min(end, start + 20)).Length;
        var basis = view.ToSource(start, Math.Min(end, start + 30));
        if (IsOfTwoLevels(view, start, end)) return new(Addressee.All, InferenceReason.AddresseeSubject, basis);
        if (Commissions.In(lower, start, reach)) return new(Addressee.ProvincialCommittees, InferenceReason.AddresseeSubject, basis);
        if (OfACommittee.In(lower, start, reach)) return new(Addressee.All, InferenceReason.AddresseeSubject, basis);
        if (organiser is not null && lower.AsSpan(start).StartsWith(Folding.Lower(organiser))) return new(OwnPeople, InferenceReason.AddresseeSubject, basis);
        if ((Offices.In(lower, start, reach) || Committees.In(lower, start, reach)) && OtherLevels.In(lower, start, Math.Min(end, start + 60)))
        {
            return new(Addressee.All, InferenceReason.AddresseeSubject, basis);
        }

        if (Offices.In(lower, start, reach)) return new(Addressee.ProvincialOffices, InferenceReason.AddresseeSubject, basis);
        if (Committees.In(lower, start, reach))
        {
            var isMixed = Mixed.In(lower, start, Math.Min(end, start + 70));
            return new(isMixed ? Addressee.All : Addressee.ProvincialCommittees, InferenceReason.AddresseeSubject, basis);
        }

        if (Localities.In(lower, start, reach)) return new(Addressee.ProvincialCommittees, InferenceReason.AddresseeSubject, basis);
        if (Sector.In(lower, start, reach)) return new(Addressee.Sector, InferenceReason.AddresseeSubject, basis);
        if (Everyone.In(lower, start, reach)) return new(Addressee.All, InferenceReason.AddresseeSubject, basis);
        if (Own.In(lower, start, reach)) return new(OwnPeople, InferenceReason.AddresseeSubject, basis);
        // Who a report goes to is not who has to write it.
        return OwnNoun.First(lower, start, Math.Min(end, start + 60)) is { Success: true } noun &&
            !Recipient.In(lower, start, noun.Index) ? new(Addressee.CentralOffice, InferenceReason.AddresseeSubject, basis) : null;
    }

    /// <summary>"A và B": the centre's own office and those of the provinces.</summary>
    private static bool IsOfTwoLevels(SourceView view, int start, int end)
    {
        var reach = Math.Min(end, start + 110);
        var and = And.First(view.Lower, start, reach);
        if (!and.Success) return false;
        var right = and.Index + and.Length;
        var (first, second) = (Level(view, start, and.Index), Level(view, right, reach));
        return first != 0 && second != 0 && first != second;
    }

    private static int Level(SourceView view, int start, int end)
    {
        start += Regarding.First(view.Lower, start, end).Length;
        if (CentralFront.In(view.Lower, start, end)) return 1;
        return Offices.In(view.Lower, start, end) ? 2 : Committees.In(view.Lower, start, end) ? 3 : 0;
    }

    /// <summary>The one province a subject names; null for a list of them.</summary>
    public static ReadText? PlaceOf(SourceView view, int start, int end)
    {
        var front = OfOnePlace.First(view.Lower, start, Math.Min(end, start + 60));
        if (!front.Success || Provinces.At(view, front.Index + front.Length, end) is not { } place || place.Start != front.Index + front.Length) return null;
        var isList = Provinces.In(view, place.End, Math.Min(end, place.End + 30)).Any(next => AndAnother.In(view.Lower, place.End, next.Start));
        return isList ? null : new ReadText(view.Slice(place.Start, place.End), view.ToSource(place.Start, place.End));
    }

    /// <summary>The higher level a recommendation names.</summary>
    public static string? Above(SourceView view, int start, int end)
    {
        var named = Higher.All(view.Lower, start, end).Where(match => char.IsUpper(view.Text[match.Index])).ToList();
        var asked = Asked.First(view.Lower, start, end);
        // "Hiện Chính phủ đã ban hành …, đề nghị Trung ương …": whoever is asked counts for more than whoever is named before.
        var to = (asked.Success ? named.Find(match => match.Index >= asked.Index + asked.Length) : null) ?? named.FirstOrDefault();
        return to is null ? null : view.Slice(to.Index, to.Index + to.Length);
    }
}

/// <summary>The province whose account is being given.</summary>
internal sealed class LocalContext(SourceView view, IReadOnlyList<Point> points)
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("addressees");

    private static readonly Regex ByPlace = Phrases.Cue(nameof(ByPlace));
    private static readonly Regex OwnSubject = Phrases.Cue(nameof(OwnSubject));

    public string? Province { get; private set; }

    private string? _last;

    public void Enter(Person? speaker, int start, int contentStart)
    {
        Province = (speaker is null ? null : InTitle(speaker)) ?? PointOf(speaker) ?? FirstIn(start, contentStart) ?? Province ??
            (points.Count == 1 ? Name(points[0]) : null);
        _last = Province;
    }

    public void EnterFloor(int start, int contentStart)
    {
        var named = Provinces.In(view, start, contentStart).ToList();
        Province = named.Count == 1 ? view.Slice(named[0].Start, named[0].End) : null;
    }

    public void Leave() => Province = null;

    /// <summary>Whether the next paragraph goes on with the same province's account.</summary>
    public bool Stays(int start, int end)
    {
        if (!OwnSubject.In(view.Lower, start, Math.Min(end, start + 60))) return false;
        Province = _last;
        return true;
    }

    /// <summary>"Đối với tỉnh X, …", "Ở X, …": the province's own results.</summary>
    public bool EntersByPlace(int start, int end)
    {
        var match = ByPlace.First(view.Lower, start, Math.Min(end, start + 40));
        if (!match.Success || Provinces.At(view, match.Index + match.Length, end) is not { } place || place.Start > match.Index + match.Length + 14)
        {
            return false;
        }

        if (place.End < end && view.Text[place.End] is not (',' or ' ')) return false;
        Province = view.Slice(place.Start, place.End);
        _last = Province;
        return true;
    }

    private string? InTitle(Person speaker) => speaker.HasTitle ? FirstIn(speaker.TitleStart, speaker.TitleEnd) : null;

    private string? FirstIn(int start, int end)
    {
        foreach (var (from, to) in Provinces.In(view, start, end)) return view.Slice(from, to);
        return null;
    }

    private string? PointOf(Person? speaker)
    {
        if (speaker is null) return null;
        var name = view.Lower[speaker.NameStart..speaker.NameEnd];
        var point = points.FirstOrDefault(found => found.Chair is { } chair && view.Lower[chair.NameStart..chair.NameEnd] == name);
        return point is null ? null : Name(point);
    }

    private string Name(Point point) => view.Slice(point.Start, point.End);
}
