using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A connection point in normal-form offsets.</summary>
internal sealed record Point(int Start, int End, Person? Chair, (int Start, int End)? Room, (int Start, int End)? Note);

/// <summary>Who chaired, where the connection points were and who chaired there.</summary>
internal sealed class Participants
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("participants");

    private static readonly Regex Chairs = Phrases.Cue(nameof(Chairs));
    private static readonly Regex OtherChairing = Phrases.Cue(nameof(OtherChairing));
    private static readonly Regex OfficeBefore = Phrases.Cue(nameof(OfficeBefore));
    private static readonly Regex AlsoChairs = Phrases.Cue(nameof(AlsoChairs));
    private static readonly Regex HeadBefore = Phrases.Cue(nameof(HeadBefore));
    private static readonly Regex RoleBefore = Phrases.Cue(nameof(RoleBefore));
    private static readonly Regex PointWord = Phrases.Cue(nameof(PointWord));
    private static readonly Regex CountedPoints = Phrases.Cue(nameof(CountedPoints));
    private static readonly Regex Between = Phrases.Cue(nameof(Between));
    private static readonly Regex Attends = Phrases.Cue(nameof(Attends));
    private static readonly Regex PlaceLead = Phrases.Cue(nameof(PlaceLead));
    private static readonly Regex CommitteeBefore = Phrases.Cue(nameof(CommitteeBefore));
    private static readonly Regex CentralPlace = Phrases.Cue(nameof(CentralPlace));
    private static readonly Regex CapitalPlace = Cue.Of(@"^([A-ZĐ]{2,}-[A-ZĐ]{2,}\b|[A-ZĐÂÊÔƠƯĂ][\p{L}'’]*)( [A-ZĐÂÊÔƠƯĂ][\p{L}'’]*){0,3}");
    private static readonly Regex NoPlace = Phrases.Cue(nameof(NoPlace));
    private static readonly Regex SmallPlace = Cue.Of(@"^(phường|xã|đặc khu|thị trấn) \p{Lu}\p{L}*( \p{Lu}\p{L}*){0,3}");
    private static readonly Regex House = Cue.Of(@"^(Bệnh viện|Trung tâm|Nhà văn hóa|Nhà máy|Trường|Công ty|[Cc]ơ sở) [^,.;:()\n]{1,50}");
    private static readonly string[] AfterAHouse = [" do ", " có ", " - ", " gồm "];
    private static readonly Regex SeatBetween = Phrases.Cue(nameof(SeatBetween));
    private static readonly Regex JoinedPoints = Phrases.Cue(nameof(JoinedPoints));
    private static readonly Regex NextPlace = Phrases.Cue(nameof(NextPlace));
    private static readonly Regex ConnectedTo = Phrases.Cue(nameof(ConnectedTo));
    private static readonly Regex PlaceInFront = Phrases.Cue(nameof(PlaceInFront));
    private static readonly Regex OurProvince = Phrases.Cue(nameof(OurProvince));
    private static readonly Regex OwnProvince = Phrases.Cue(nameof(OwnProvince));
    private static readonly Regex Room = Phrases.Cue(nameof(Room));
    private static readonly Regex Unnamed = Phrases.Cue(nameof(Unnamed));
    private static readonly Regex HeadOfConference = Phrases.Cue(nameof(HeadOfConference));
    private static readonly Regex ChairsTheConference = Phrases.Cue(nameof(ChairsTheConference));
    private static readonly Regex Centre = Phrases.Cue(nameof(Centre));

    /// <summary>There were never more provinces than 63; a longer list is no list of places.</summary>
    private const int MostPoints = 100;

    private const int MostTitlesSought = 10;

    private readonly SourceView _view;
    private readonly Lazy<Point?> _home;

    public Participants(SourceView view, IReadOnlyList<(int Start, int End)> sentences)
    {
        _view = view;
        _home = new Lazy<Point?>(Home);
        foreach (var (start, end) in sentences) Read(start, end);
        for (var i = 0; i < Math.Min(ConferenceChairs.Count, MostTitlesSought); i++) ConferenceChairs[i] = Titled(ConferenceChairs[i], sentences);
    }

    public List<Person> ConferenceChairs { get; } = [];

    /// <summary>Everybody named beside a connection point, in the chair there or not.</summary>
    public List<Person> AtPoints { get; } = [];

    public List<Point> Points { get; } = [];

    private void Read(int start, int end)
    {
        var points = FindPoints(start, end);
        var people = points.Count == 0 && !Chairs.In(_view.Lower, start, end) ? [] : People.In(_view, start, end);
        var note = Unnamed.First(_view.Lower, start, end) is { Success: true } match ? match.Groups["note"] : null;
        if (points.Count > 0) AtPoints.AddRange(people.Where(person => !person.HasTitle || !Speech.IsCentralTitle(_view, person)));
        foreach (var clause in points.Count > 1 ? Sentences.Clauses(_view, start, end) : [(start, end)])
        {
            var here = points.Where(point => point.Start >= clause.Start && point.Start < clause.End).ToList();
            var chairs = ChairsIn(clause.Start, clause.End, people);
            if (here.Count > 0)
            {
                ReadPoints(here, chairs, clause, note is not null &&
                    !PeopleIn(people, note.Index, note.Index + note.Length) ? (note.Index, note.Index + note.Length) : null);
            }
            else if (chairs.Count > 0 && !NamesAPoint(clause.Start, chairs[0].Start)) AddChairs(chairs);
        }
    }

    /// <summary>"nối 475 điểm cầu" counts points, and who is named after it chairs at none of them.</summary>
    private bool NamesAPoint(int start, int end) =>
        PointWord.All(_view.Lower, start, end).Count() > CountedPoints.All(_view.Lower, start, end).Count();

    /// <summary>The points of a clause: one alone has the chair named beside it, or else the words that stand for one.</summary>
    private void ReadPoints(List<Point> here, List<Person> chairs, (int Start, int End) clause, (int Start, int End)? note)
    {
        var opening = chairs.Count > 0 && chairs[0].Start < here[0].Start && SeparatePoint(chairs, here[0], clause);
        for (var i = 0; i < here.Count; i++)
        {
            var point = here[i];
            var chair = opening || chairs.Count == 0 ? null : here.Count == 1 ? chairs[^1] : SeatedAt(here, i, clause);
            AddPoint(point with { Chair = chair, Note = chair is null && here.Count == 1 ? note : null });
        }

        if (opening || (here.Count == 1 && chairs.Count > 0 && IsSeatOfTheChair(here[0], chairs[0], clause))) AddChairs(chairs);
    }

    /// <summary>"A chủ trì tại điểm cầu X và điểm cầu Y, B chủ trì tại điểm cầu Z": each of several points has the chair named right before it.</summary>
    private Person? SeatedAt(List<Point> here, int at, (int Start, int End) clause)
    {
        while (at > 0 && JoinedPoints.In(_view.Lower, here[at - 1].End, here[at].Start)) at--;
        var verbs = Chairs.All(_view.Lower, clause.Start, here[at].Start).ToList();
        if (verbs.Count == 0 || !SeatBetween.In(_view.Lower, verbs[^1].Index + verbs[^1].Length, here[at].Start)) return null;
        var from = verbs.Count > 1 ? verbs[^2].Index + verbs[^2].Length : clause.Start;
        return People.In(_view, from, verbs[^1].Index).LastOrDefault();
    }

    /// <summary>"… chủ trì hội nghị tại điểm cầu Trung ương": who chairs there chairs the conference.</summary>
    private bool IsSeatOfTheChair(Point point, Person chair, (int Start, int End) clause) =>
        Centre.In(_view.Lower, point.Start, point.End) &&
        (HeadOfConference.In(_view.Lower, clause.Start, clause.End) || ChairsTheConference.In(_view.Lower, clause.Start, clause.End) || IsCentral(chair));

    /// <summary>"A chủ trì hội nghị, … có mặt tại điểm cầu X": chairing closed before the point is named.</summary>
    private bool SeparatePoint(List<Person> chairs, Point point, (int Start, int End) clause)
    {
        var last = Chairs.All(_view.Lower, clause.Start, clause.End).Select(match => match.Index).LastOrDefault(index => index < point.Start);
        if (last == 0 || last < chairs[^1].NameEnd) return false;
        var between = _view.Lower[last..point.Start];
        return between.Contains("tới", StringComparison.Ordinal) || between.Contains("kết nối", StringComparison.Ordinal) ||
            between.IndexOfAny([',', ';', '.']) >= 0 || between.Contains("tham dự", StringComparison.Ordinal);
    }

    /// <summary>A chair named without a title has the one of the first other place that names it.</summary>
    private Person Titled(Person chair, IReadOnlyList<(int Start, int End)> sentences)
    {
        if (chair.HasTitle) return chair;
        var name = Key(chair);
        foreach (var (start, end) in sentences)
        {
            if (!_view.Lower.AsSpan(start, end - start).Contains(name, StringComparison.Ordinal)) continue;
            if (People.In(_view, start, end).Find(person => person.HasTitle && Key(person) == name) is { } titled)
            {
                return chair with { TitleStart = titled.TitleStart, TitleEnd = titled.TitleEnd };
            }
        }

        return chair;
    }

    private bool IsCentral(Person person) => person.HasTitle && Centre.In(_view.Lower, person.TitleStart, person.TitleEnd);

    private static bool PeopleIn(List<Person> people, int start, int end) => people.Exists(person => person.NameStart >= start && person.NameStart < end);

    private void AddChairs(IEnumerable<Person> chairs)
    {
        foreach (var chair in chairs)
        {
            var name = Key(chair);
            if (!ConferenceChairs.Exists(known => Key(known) == name)) ConferenceChairs.Add(chair);
        }
    }

    private string Key(Person person) => _view.Lower[person.NameStart..person.NameEnd];

    private void AddPoint(Point point)
    {
        var place = _view.Lower[point.Start..point.End];
        var known = Points.FindIndex(other => _view.Lower[other.Start..other.End] == place);
        if (known < 0) Points.Add(point);
        else if (Points[known].Chair is null && point.Chair is not null) Points[known] = Points[known] with { Chair = point.Chair, Note = null };
    }

    /// <summary>The people who "chủ trì" in a clause: named before the verb with nothing but other chairs between, or listed after it.</summary>
    private List<Person> ChairsIn(int start, int end, List<Person> people)
    {
        var here = people.Where(person => person.NameStart >= start && person.NameEnd <= end).ToList();
        foreach (var verb in Chairs.All(_view.Lower, start, end))
        {
            var verbEnd = verb.Index + verb.Length;
            if (OtherChairing.In(_view.Lower, verbEnd, Math.Min(end, verbEnd + 24)) ||
                (OfficeBefore.In(_view.Lower, Math.Max(start, verb.Index - 12), verb.Index) &&
                !HeadBefore.In(_view.Lower, Math.Max(start, verb.Index - 30), verb.Index) &&
                !RoleBefore.In(_view.Lower, Math.Max(start, verb.Index - 14), verb.Index)))
            {
                continue;
            }

            var before = here.Where(person => person.NameEnd <= verb.Index).ToList();
            var chosen = new List<Person>();
            var next = verb.Index;
            for (var i = before.Count - 1; i >= 0; i--)
            {
                var gap = Math.Min(next, before[i].End);
                if (i < before.Count - 1 && (Between.In(_view.Lower, gap, next) || HasStop(gap, next))) break;
                if (i == before.Count - 1 && HasStop(gap, next)) break;
                chosen.Insert(0, before[i]);
                next = before[i].Start;
            }

            if (chosen.Count > 0 && !AlsoChairs.In(_view.Lower, verbEnd, Math.Min(end, verbEnd + 40))) return chosen;
            chosen.AddRange(here.Where(person => person.NameStart >= verbEnd && !Between.In(_view.Lower, verbEnd, Math.Max(verbEnd, person.Start)) &&
                !OnlyAttends(person, end)));
            if (chosen.Count > 0) return chosen;
        }

        return [];
    }

    /// <summary>"…; Phó Bí thư Y tới dự": named after the chair, but not as one.</summary>
    private bool OnlyAttends(Person person, int end)
    {
        var stop = _view.Text.IndexOfAny([';', '.'], person.NameEnd, end - person.NameEnd);
        return stop > 0 && Attends.In(_view.Lower, person.NameEnd, stop) && !Chairs.In(_view.Lower, person.NameEnd, stop);
    }

    private bool HasStop(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_view.Text[i] == '.' && i + 1 < end && char.IsWhiteSpace(_view.Text[i + 1])) return true;
        }

        return false;
    }

    private List<Point> FindPoints(int start, int end)
    {
        var result = new List<Point>();
        var covered = start;
        foreach (var word in PointWord.All(_view.Lower, start, end))
        {
            var position = word.Index + word.Length;
            if (word.Index < covered || result.Count >= MostPoints) continue;
            if (ConnectedFrom(start, word.Index) is { } centre) result.Add(centre);
            if (Place(position, end) is not { } place)
            {
                if (PlaceBefore(start, word.Index) is { } named) result.Add(named);
                else if (OwnProvince.In(_view.Lower, position, Math.Min(end, position + 16)) && _home.Value is { } home) result.Add(home);
                else if (OurProvince.First(_view.Lower, position, Math.Min(end, position + 16)) is { Success: true } ours) result.Add(Of(ours.Groups["o"]));

                continue;
            }

            var room = Room.First(_view.Lower, place.End, Math.Min(end, place.End + 120)) is { Success: true } found ? found.Groups["room"] : null;
            result.Add(new Point(place.Start, place.End, null, room is null ? null : (room.Index, room.Index + room.Length), null));
            var follow = place.End;
            while (result.Count < MostPoints && NextPlace.First(_view.Lower, follow, Math.Min(end, follow + 50)) is { Success: true } joint &&
                Provinces.At(_view, joint.Index + joint.Length, end) is { } next &&
                !People.In(_view, next.Start, Math.Min(end, next.End + 30)).Exists(person => person.NameStart == next.Start))
            {
                result.Add(new Point(WithCity(next.Start), next.End, null, null, null));
                follow = next.End;
            }

            covered = follow;
        }

        return result.DistinctBy(point => point.Start).ToList();
    }

    /// <summary>"Phía Vĩnh Long, đồng chí … chủ trì tại điểm cầu": the place stands at the front.</summary>
    private Point? PlaceBefore(int start, int at)
    {
        var match = PlaceInFront.First(_view.Lower, start, Math.Min(at, start + 40));
        var from = match.Success ? match.Index + match.Length : start;
        if (Provinces.At(_view, from, at) is not { } place || (!match.Success && !_view.Lower.AsSpan(place.End).TrimStart().StartsWith("mở"))) return null;
        return new Point(place.Start, place.End, null, null, null);
    }

    /// <summary>"từ Hà Nội tới các điểm cầu …": where the connection goes out from.</summary>
    private Point? ConnectedFrom(int start, int at)
    {
        var to = ConnectedTo.First(_view.Lower, Math.Max(start, at - 24), at);
        if (!to.Success) return null;
        var place = Provinces.In(_view, Math.Max(start, to.Index - 30), to.Index).LastOrDefault();
        return place.End > 0 && place.End == Sentences.TrimEnd(_view.Text, start, to.Index) && _view.Lower.AsSpan(0, place.Start).EndsWith("từ ")
            ? new Point(place.Start, place.End, null, null, null) : null;
    }

    /// <summary>"Điểm cầu của tỉnh" in a paper of the province: the province it speaks of most.</summary>
    private Point? Home()
    {
        if (Provinces.MostNamed(_view, _view.Length) is not { } name) return null;
        var at = _view.Text.IndexOf(name, StringComparison.Ordinal);
        return new Point(at, at + name.Length, null, null, null);
    }

    private static Point Of(System.Text.RegularExpressions.Group words) => new(words.Index, words.Index + words.Length, null, null, null);

    /// <summary>The name of a house ends where the sentence goes on.</summary>
    private static int NameOf(string house)
    {
        var ends = AfterAHouse.Select(word => house.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0);
        return house[..ends.DefaultIfEmpty(house.Length).Min()].TrimEnd().Length;
    }

    private int WithCity(int start) =>
        _view.Lower.AsSpan(0, start).EndsWith("thành phố ") && _view.Lower.AsSpan(start).StartsWith("hồ chí minh") ? start - "thành phố ".Length : start;

    private (int Start, int End)? Place(int position, int end)
    {
        for (var step = 0; step < 4; step++)
        {
            // The next cell of a table is another column, and no place.
            if (position < end && _view.Text[position] == '\t') return null;
            position = PageLayout.SkipBlanks(_view.Text, position, end);
            if (Provinces.At(_view, position, end) is { } province) return (WithCity(province.Start), province.End);
            var limit = Math.Min(end, position + 60);
            if (CommitteeBefore.First(_view.Lower, position, limit) is { Success: true } committee &&
                Provinces.At(_view, committee.Index + committee.Length, end) is { } seat)
            {
                return seat;
            }

            if (CentralPlace.First(_view.Lower, position, limit) is { Success: true } central && char.IsUpper(_view.Text[position]))
            {
                return (position, position + central.Length);
            }

            if (NoPlace.In(_view.Lower, position, limit)) return null;
            if (House.First(_view.Text, position, limit) is { Success: true } house) return (position, position + NameOf(house.Value));
            if (SmallPlace.First(_view.Text, position, limit) is { Success: true } small) return (position, position + small.Length);
            if (CapitalPlace.First(_view.Text, position, limit) is { Success: true } capital && !_view.Lower.AsSpan(position).StartsWith("tỉnh") &&
                !_view.Lower.AsSpan(position).StartsWith("thành ủy") && !_view.Lower.AsSpan(position).StartsWith("ubnd"))
            {
                return (position, position + capital.Length);
            }

            var lead = PlaceLead.First(_view.Lower, position, limit);
            if (!lead.Success || lead.Length == 0 || lead.Value.StartsWith("các", StringComparison.Ordinal)) return null;
            position += lead.Length;
        }

        return null;
    }
}
