using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>The cue words by which the parts of a report announce themselves.</summary>
internal sealed class ZoneCues(SourceView view, int reviewedYear, int reviewedQuarter = 0)
{
    private const int Front = 170;

    private static readonly Vocabulary Phrases = Vocabulary.Of("parts");

    private static readonly Regex Cause = Phrases.Cue(nameof(Cause));
    private static readonly Regex TakenUp = Phrases.Cue(nameof(TakenUp));
    private static readonly Regex Ceremony = Phrases.Cue(nameof(Ceremony));
    private static readonly Regex Adversative = Phrases.Cue(nameof(Adversative));
    private static readonly Regex Limits = Phrases.Cue(nameof(Limits));
    private static readonly Regex ShortcomingOpener = Phrases.Cue(nameof(ShortcomingOpener));
    private static readonly Regex CureTail = Phrases.Cue(nameof(CureTail));
    private static readonly Regex Offence = Phrases.Cue(nameof(Offence));
    private static readonly Regex Cured = Phrases.Cue(nameof(Cured));
    private static readonly Regex NotedOpener = Phrases.Cue(nameof(NotedOpener));
    private static readonly Regex PlanFront = Phrases.Cue(nameof(PlanFront));
    private static readonly Regex FrontYear = Phrases.Cue(nameof(FrontYear));
    private static readonly Regex FrontQuarter = Cue.Of("^(trong |ở )?quý (?<q>iv|iii|ii|i|[1-4])\\b");
    private static readonly Regex ReportFront = Phrases.Cue(nameof(ReportFront));
    private static readonly Regex Conclusion = Phrases.Cue(nameof(Conclusion));
    private static readonly Regex SpeechFront = Phrases.Cue(nameof(SpeechFront));
    private static readonly Regex RecommendationFront = Phrases.Cue(nameof(RecommendationFront));
    private static readonly Regex AskInside = Phrases.Cue(nameof(AskInside));
    private static readonly Regex Discussion = Phrases.Cue(nameof(Discussion));
    private static readonly Regex Attendance = Phrases.Cue(nameof(Attendance));
    private static readonly Regex JoinsTheTalk = Phrases.Cue(nameof(JoinsTheTalk));
    private static readonly Regex PresentList = Phrases.Cue(nameof(PresentList));
    private static readonly Regex Programme = Phrases.Cue(nameof(Programme));
    private static readonly Regex Agenda = Phrases.Cue(nameof(Agenda));
    private static readonly Regex Inspects = Phrases.Cue(nameof(Inspects));
    private static readonly Regex OnlyBefore = Phrases.Cue(nameof(OnlyBefore));
    private static readonly Regex Chairing = Phrases.Cue(nameof(Chairing));
    private static readonly Regex Meeting = Phrases.Cue(nameof(Meeting));
    private static readonly Regex MeetingSubject = Phrases.Cue(nameof(MeetingSubject));
    private static readonly Regex HeadLabel = Phrases.Cue(nameof(HeadLabel));
    private static readonly Regex MeetingTitle = Phrases.Cue(nameof(MeetingTitle));
    private static readonly Regex Held = Phrases.Cue(nameof(Held));
    private static readonly Regex MeetsOn = Phrases.Cue(nameof(MeetsOn));
    private static readonly Regex MeetingHeld = Phrases.Cue(nameof(MeetingHeld));
    private static readonly Regex PointAttendance = Phrases.Cue(nameof(PointAttendance));
    private static readonly Regex ChairedBy = Phrases.Cue(nameof(ChairedBy));
    private static readonly Regex PointWord = Phrases.Cue(nameof(PointWord));
    private static readonly Regex DayBeside = Phrases.Cue(nameof(DayBeside));
    private static readonly Regex Presents = Phrases.Cue(nameof(Presents));
    private static readonly Regex MeetingActs = Phrases.Cue(nameof(MeetingActs));
    private static readonly Regex Scene = Phrases.Cue(nameof(Scene));
    private static readonly Regex BackgroundFront = Phrases.Cue(nameof(BackgroundFront));
    private static readonly Regex Trouble = Phrases.Cue(nameof(Trouble));
    private static readonly Regex Dealt = Phrases.Cue(nameof(Dealt));
    private static readonly Regex OwnAct = Phrases.Cue(nameof(OwnAct));
    private static readonly Regex Worked = Phrases.Cue(nameof(Worked));
    private static readonly Regex AskAbove = Phrases.Cue(nameof(AskAbove));
    private static readonly Regex AskOfAbove = Phrases.Cue(nameof(AskOfAbove));
    private static readonly Regex AskOfThePlace = Phrases.Cue(nameof(AskOfThePlace));
    private static readonly Regex AskOfTheTop = Phrases.Cue(nameof(AskOfTheTop));
    private static readonly Regex Hardship = Phrases.Cue(nameof(Hardship));
    private static readonly Regex ToCome = Phrases.Cue(nameof(ToCome));
    private static readonly Regex Promise = Phrases.Cue(nameof(Promise));
    private static readonly Regex Agreement = Phrases.Cue(nameof(Agreement));
    private static readonly Regex OnlyAgreement = Phrases.Cue(nameof(OnlyAgreement));
    private static readonly Regex Courtesy = Phrases.Cue(nameof(Courtesy));
    private static readonly Regex Praise = Phrases.Cue(nameof(Praise));
    private static readonly Regex Wish = Phrases.Cue(nameof(Wish));
    private static readonly Regex Noting = Phrases.Cue(nameof(Noting));
    private static readonly Regex DoneBySomebody = Phrases.Cue(nameof(DoneBySomebody));
    private static readonly Regex Grounds = Phrases.Cue(nameof(Grounds));
    private static readonly Regex GeneralTruth = Phrases.Cue(nameof(GeneralTruth));
    private static readonly Regex EmptyRequest = Phrases.Cue(nameof(EmptyRequest));
    private static readonly Regex OpenerOnly = Phrases.Cue(nameof(OpenerOnly));
    private static readonly Regex OneRequest = Phrases.Cue(nameof(OneRequest));
    private static readonly Regex ListSwitch = Phrases.Cue(nameof(ListSwitch));
    private static readonly Regex Achievements = Phrases.Cue(nameof(Achievements));
    private static readonly Regex Shortcomings = Phrases.Cue(nameof(Shortcomings));
    private static readonly Regex Difficulties = Phrases.Cue(nameof(Difficulties));
    private static readonly Regex Requests = Phrases.Cue(nameof(Requests));
    private static readonly Regex Notice = Phrases.Cue(nameof(Notice));
    private static readonly Regex Returning = Phrases.Cue(nameof(Returning));
    private static readonly Regex TaskCount = Phrases.Cue(nameof(TaskCount));
    private static readonly Regex GivingTasks = Phrases.Cue(nameof(GivingTasks));
    private static readonly Regex RewardHeading = Phrases.Cue(nameof(RewardHeading));
    private static readonly Regex OwnPart = Phrases.Cue(nameof(OwnPart));
    private static readonly Regex CauseHeading = Phrases.Cue(nameof(CauseHeading));
    private static readonly Regex FaultsAndCauses = Phrases.Cue(nameof(FaultsAndCauses));
    private static readonly Regex Guidance = Phrases.Cue(nameof(Guidance));
    private static readonly Regex Tasks = Phrases.Cue(nameof(Tasks));
    private static readonly Regex Talks = Phrases.Cue(nameof(Talks));
    private static readonly Regex Closing = Phrases.Cue(nameof(Closing));
    private static readonly Regex AgendaFront = Phrases.Cue(nameof(AgendaFront));
    private static readonly Regex AskedOfEquals = Phrases.Cue(nameof(AskedOfEquals));
    private static readonly Regex Notes = Phrases.Cue(nameof(Notes));
    private static readonly Regex Concession = Phrases.Cue(nameof(Concession));
    private static readonly Regex Hypothesis = Phrases.Cue(nameof(Hypothesis));
    private static readonly Regex TopicsOnly = Phrases.Cue(nameof(TopicsOnly));
    private static readonly Regex AgendaMatter = Phrases.Cue(nameof(AgendaMatter));
    private static readonly Regex About = Phrases.Cue(nameof(About));
    private static readonly Regex Label = Phrases.Cue(nameof(Label));
    private static readonly Regex ConclusionHeading = Phrases.Cue(nameof(ConclusionHeading));
    private static readonly Regex OrdersAnnounced = Phrases.Cue(nameof(OrdersAnnounced));
    private static readonly Regex Nothing = Phrases.Cue(nameof(Nothing));
    private static readonly Regex NamedReport = Phrases.Cue(nameof(NamedReport));
    private static readonly Regex OrderVerb = Phrases.Cue(nameof(OrderVerb));
    private static readonly Regex BareOrder = Phrases.Cue(nameof(BareOrder));
    private static readonly Regex TitledOrder = Phrases.Cue(nameof(TitledOrder));
    private static readonly Regex GivesOrdersOf = Phrases.Cue(nameof(GivesOrdersOf));
    private static readonly Regex OnlyPraise = Phrases.Cue(nameof(OnlyPraise));
    private static readonly Regex FloorRequest = Phrases.Cue(nameof(FloorRequest));
    private static readonly Regex OfTheWork = Phrases.Cue(nameof(OfTheWork));
    private static readonly Regex Retrospective = Phrases.Cue(nameof(Retrospective));

    private bool At(Regex regex, int start, int end, int reach = Front) => regex.In(view.Lower, start, Math.Min(end, start + reach));

    /// <summary>"Tiếp thu ý kiến các đại biểu, đồng chí X cho biết …": the words before the speaker are no cause.</summary>
    public bool TakesUpWhatWasSaid(int start, int end) => At(TakenUp, start, end);

    public bool IsCause(int start, int end) => At(Cause, start, end);

    public bool IsCeremony(int start, int end) => At(Ceremony, start, end, 400);

    public bool IsAdversative(int start, int end) => At(Adversative, start, end) && !At(Limits, start, end, 30);

    public bool OpensShortcomings(int start, int end)
    {
        var match = ShortcomingOpener.First(view.Lower, start, Math.Min(end, start + Front));
        if (!match.Success) return NotedNegative(start, end);
        if (Limits.In(view.Lower, match.Index, Math.Min(end, match.Index + 30))) return false;
        if (CureTail.In(view.Lower, Math.Max(start, match.Index - 30), match.Index + match.Length)) return false;
        if (Offence.In(view.Lower, start, Math.Min(end, match.Index + match.Length))) return false;
        if (Cured.In(view.Lower, match.Index + match.Length, Math.Min(end, match.Index + match.Length + 40))) return false;
        return IsAdversative(start, end) || !Predicates.IsObligation(view.Lower, start, match.Index + match.Length);
    }

    private bool NotedNegative(int start, int end) => At(NotedOpener, start, end) && Predicates.IsFault(view.Lower, start, Math.Min(end, start + Front));

    /// <summary>"Trong quý IV, …" where the fourth quarter is the one reviewed.</summary>
    private bool IsQuarterReviewed(int start, int end) =>
        reviewedQuarter > 0 && FrontQuarter.First(view.Lower, start, Math.Min(end, start + 40)) is { Success: true } quarter &&
        quarter.Groups["q"].Value switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 } == reviewedQuarter;

    public bool OpensPlan(int start, int end)
    {
        if (IsQuarterReviewed(start, end)) return false;
        if (At(PlanFront, start, end))
        {
            return !Predicates.IsDone(view.Lower, start, Math.Min(end, start + 60)) || At(PlanFront, start, Math.Min(end, start + 40));
        }

        var year = FrontYear.First(view.Lower, start, Math.Min(end, start + 40));
        return year.Success && reviewedYear > 0 && int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) > reviewedYear;
    }

    /// <summary>"Về phần mình, Ủy ban Kiểm tra Tỉnh ủy sẽ …": the province's own plan, whoever spoke before.</summary>
    public bool OpensOwnPlan(int start, int end) => At(OwnPart, start, end, 240);

    public bool OpensReport(int start, int end)
    {
        if (At(ReportFront, start, end)) return true;
        var year = FrontYear.First(view.Lower, start, Math.Min(end, start + 40));
        return year.Success && int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) == reviewedYear;
    }

    public bool Concludes(int start, int end) => At(Conclusion, start, end, 90);

    public bool IsSpeechOpening(int start, int end) => At(SpeechFront, start, end, 60);

    public bool OpensRecommendations(int start, int end) => At(RecommendationFront, start, end, 320);

    public int? AsksInside(int start, int end)
    {
        var match = AskInside.First(view.Lower, start, Math.Min(end, start + 40));
        return match.Success ? match.Index + match.Length : null;
    }

    public bool OpensDiscussion(int start, int end) => At(Discussion, start, end);

    /// <summary>"Cùng dự có …": a list of those present, wherever it stands.</summary>
    public bool ListsThosePresent(int start, int end) => At(PresentList, start, end, 80) && !Predicates.IsObligation(view.Lower, start, end);

    /// <summary>"Cuộc họp nhìn lại …, bàn …": what the conference is about.</summary>
    public bool TellsTheAgenda(int start, int end) => At(Agenda, start, end) && !Predicates.IsObligation(view.Lower, start, Math.Min(end, start + 60));

    /// <summary>"… kiểm tra 910 tổ chức đảng, chỉ ra 30 nơi làm chưa tốt": finding faults is the work that was done.</summary>
    private bool CountsInspections(int start, int end) =>
        Inspects.First(view.Lower, start, Math.Min(end, start + Front)) is { Success: true } work && !OnlyBefore.In(view.Lower, start, work.Index) &&
        !Polarity.IsBad(view.Lower, start, work.Index);

    public bool IsAttendance(int start, int end) => At(Attendance, start, end, 600) && !At(JoinsTheTalk, start, end);

    /// <summary>"nêu 3 kiến nghị: …": what is announced before the colon are requests.</summary>
    public bool AnnouncesRequests(int start, int end)
    {
        var colon = view.Text.IndexOf(':', start, Math.Min(end, start + 60) - start);
        return colon > 0 && Requests.In(view.Lower, start, colon);
    }

    /// <summary>A sentence about the conference as an event.</summary>
    public bool Announces(int start, int end, Zone zone)
    {
        if (zone is Zone.Lead && (At(HeadLabel, start, end, 40) || IsTitleOfTheMeeting(start, end))) return true;
        if (zone is Zone.Lead or Zone.Report or Zone.Opening or Zone.Aside && IsAttendance(start, end)) return true;
        if (At(PointAttendance, start, end) || TellsOfAPoint(start, end, zone)) return true;
        var meeting = At(Meeting, start, end, 600);
        if (TellsOfTheChair(start, end, zone, meeting)) return !OwnAct.In(view.Lower, start, end) || meeting;
        return TellsThatItMet(start, end, zone, meeting) ??
            (zone is not (Zone.Directives or Zone.Shortcomings) && TellsWhoPresented(start, end, zone, meeting));
    }

    /// <summary>The conference beside a day, or held by somebody; null when nothing is said of that.</summary>
    private bool? TellsThatItMet(int start, int end, Zone zone, bool meeting)
    {
        if ((meeting || At(MeetsOn, start, end, 200)) && At(DayBeside, start, end, zone == Zone.Lead ? 400 : 100)) return !At(Conclusion, start, end, 60);
        if (zone != Zone.Lead || !meeting || !At(Held, start, end, 300)) return null;
        return !Worked.In(view.Lower, start, end) && !CountsOwnActs(start, end) && !At(ReportFront, start, end, 30);
    }

    private bool TellsWhoPresented(int start, int end, Zone zone, bool meeting) =>
        PresentsAPaper(start, end) && (meeting || zone == Zone.Lead || People.In(view, start, Math.Min(end, start + 300)).Count > 0);

    /// <summary>"Giao ban công tác kiểm tra quý I năm 2021": a title, and no sentence about what was done.</summary>
    private bool IsTitleOfTheMeeting(int start, int end) =>
        At(MeetingTitle, start, end, 60) && PageLayout.CountWords(view.Text, start, end, 26) <= 25 && view.Text.IndexOf(':', start, end - start) < 0 &&
        !Polarity.IsBad(view.Lower, start, end) && !Worked.In(view.Lower, start, end);

    private bool TellsOfAPoint(int start, int end, Zone zone) =>
        At(PointWord, start, end, 300) && (At(Chairing, start, end, 500) || IsAttendance(start, end) || zone == Zone.Lead || At(MeetingSubject, start, end));

    private bool TellsOfTheChair(int start, int end, Zone zone, bool meeting) =>
        zone is Zone.Lead or Zone.Report && At(Chairing, start, end, 400) && (meeting || People.In(view, start, Math.Min(end, start + 400)).Count > 0);

    private bool PresentsAPaper(int start, int end) =>
        Presents.In(view.Lower, start, Math.Min(end, start + 300)) && view.Text.IndexOf(':', start, end - start) < 0;

    /// <summary>"… đã phục vụ 120 cuộc họp": meetings are the work here, and counted.</summary>
    private bool CountsOwnActs(int start, int end) =>
        OwnAct.In(view.Lower, start, end) && !At(DayBeside, start, end, 400) && Figures.In(view, start, end).Any();

    /// <summary>When the conference met, and who held it: wherever in the report that stands.</summary>
    public bool TellsOfTheDay(int start, int end) =>
        At(DayBeside, start, end, 400) && At(MeetingHeld, start, end, 400) && !At(Conclusion, start, end, 60) && !At(ReportFront, start, end, 30);

    /// <summary>Whether a statement goes on to say where it was made.</summary>
    public bool EndsInTheMeeting(int start, int end) => At(MeetingHeld, start, end, 400);

    /// <summary>"Chủ nhiệm X chủ trì." and nothing more.</summary>
    public bool NamesTheChair(int start, int end) =>
        ChairedBy.In(view.Lower, start, end) && PageLayout.CountWords(view.Text, start, end, 31) <= 30 && People.In(view, start, end).Count > 0;

    /// <summary>World affairs, disasters, "là năm …": said of the times, not of the work.</summary>
    public bool IsBackground(int rawStart, int start, int end)
    {
        if (OwnAct.In(view.Lower, start, end)) return false;
        return IsTrouble(start, end) || At(BackgroundFront, start, end, 260) || (start == rawStart && At(BackgroundFront, rawStart, end, 260));
    }

    public bool HasOwnAct(int start, int end) => OwnAct.In(view.Lower, start, end);

    public bool IsHardship(int start, int end) => Hardship.In(view.Lower, start, end) || IsTrouble(start, end);

    /// <summary>"Tội phạm ma túy có chiều hướng gia tăng": what the place suffers from, and nothing said of what was done about it.</summary>
    private bool IsTrouble(int start, int end) => Trouble.In(view.Lower, start, end) && !Dealt.In(view.Lower, start, end);

    /// <summary>What the conference or the room did: "Đại biểu nghe …", "Cả hội trường lặng đi …".</summary>
    public bool IsAboutTheConference(int start, int end) => At(MeetingActs, start, end) || At(Scene, start, end);

    /// <summary>"Hội nghị dành thời gian giới thiệu …": what the conference itself did, in whatever part it is told.</summary>
    public bool IsProgramme(int start, int end) => At(Programme, start, end) && !Predicates.IsObligation(view.Lower, start, end);

    /// <summary>"… cho biết Ban sẽ ban hành …": a leader commits his house.</summary>
    public bool IsPromise(int start, int end) => At(Promise, start, end, 60);

    public bool IsStillToCome(int start, int end) => ToCome.In(view.Lower, start, end) && !Predicates.IsDone(view.Lower, start, Math.Min(end, start + 40));

    /// <summary>Even a commission's head asks the Politburo, and does not order it.</summary>
    public bool AsksTheTop(int start, int end) => AskOfTheTop.In(view.Lower, start, Math.Min(end, start + 400));

    /// <summary>Where a higher level is asked for something: the verb, and the addressee the request begins with.</summary>
    public (int Verb, int Content)? AsksAboveAt(int start, int end)
    {
        var match = AskOfAbove.First(view.Lower, start, Math.Min(end, start + 400));
        if (!match.Success) return AskOfThePlace.First(view.Lower, start, Math.Min(end, start + 400)) is { Success: true } place
            ? (place.Groups["v"].Index, place.Groups["to"].Index) : null;
        var to = match.Groups["to"];
        return char.IsUpper(view.Text[to.Index]) ? (match.Groups["v"].Index, to.Index) : null;
    }

    /// <summary>A difficulty told with a request to a higher level is one recommendation, ground and all.</summary>
    public bool AsksAbove(int start, int end) => AskAbove.In(view.Lower, start, end);

    public bool IsAgreement(int start, int end) => At(Agreement, start, end);

    public bool IsPlainlyNegative(int start, int end) =>
        !CountsInspections(start, end) &&
        (Polarity.IsPlainlyBad(view.Lower, start, end) || (Predicates.IsFault(view.Lower, start, end) && Polarity.Of(view.Lower, start, end) < 0));

    /// <summary>"Các đại biểu cơ bản nhất trí với báo cáo …": the room agrees, and says nothing of its own.</summary>
    public bool OnlyAgrees(int start, int end) =>
        At(OnlyAgreement, start, end) && view.Text.IndexOf(';', start, end - start) < 0 && AsksAboveAt(start, end) is null;

    public bool IsCourtesy(int start, int end) => At(Courtesy, start, end, 120);

    public bool IsPraise(int start, int end) => Praise.In(view.Lower, start, end);

    public static bool IsWish(string verb) => Wish.IsMatch(verb);

    /// <summary>"ghi nhận Văn phòng Tỉnh ủy X đã tham mưu …": what was noted is a result, and not only praised.</summary>
    public bool NotesWhatWasDone(string verb, int start, int end) => Noting.IsMatch(verb) && At(DoneBySomebody, start, end);

    /// <summary>"… vì vậy (kiến nghị)": what stands before is the ground of what is asked.</summary>
    public bool GroundsWhatFollows(int start, int end) => Grounds.In(view.Lower, start, end);

    /// <summary>"X có vai trò quan trọng": nobody is told to do anything.</summary>
    public bool IsGeneralTruth(int start, int end) => GeneralTruth.In(view.Lower, start, end) && !Predicates.LooksAhead(view.Lower, start, end);

    public bool IsEmptyRequest(int start, int end) => EmptyRequest.In(view.Lower, start, end);

    /// <summary>"… đề nghị các phòng nộp hồ sơ đúng hạn": asked of equals, and of nobody above.</summary>
    public bool IsAskedOfEquals(int start, int end) => At(AskedOfEquals, start, end, 60) && !AsksAbove(start, end);

    public bool IsOpenerOnly(int start, int end) =>
        view.Text[end - 1] == ':' || (PageLayout.CountWords(view.Text, start, end, 40) <= 30 && OpenerOnly.In(view.Lower, start, end));

    /// <summary>"Đồng chí X kết luận như sau:" makes the rest a notice of conclusions.</summary>
    public bool OpensNotice(int start, int end) => Notice.In(view.Lower, start, end);

    /// <summary>"Trước đó, báo cáo điểm lại …": the account goes back to the report.</summary>
    public bool ReturnsToReport(int start, int end) => At(Returning, start, end);

    /// <summary>A leader begins to speak, and the sentence says nothing more: "… phát biểu chỉ đạo."</summary>
    public bool OnlyGivesTheFloorToALeader(int start, int end) =>
        Conclusion.In(view.Lower, start, end) && view.Text.IndexOf(':', start, end - start) < 0 && PageLayout.CountWords(view.Text, start, end, 36) <= 34 &&
            !IsAttendance(start, end) && People.In(view, start, end).Count > 0;

    /// <summary>"nêu 3 việc của quý IV": the tasks themselves follow.</summary>
    public bool OnlyCountsTasks(int start, int end) => PageLayout.CountWords(view.Text, start, end, 16) <= 15 && TaskCount.In(view.Lower, start, end);

    /// <summary>Words of somebody who may give orders: "Chủ trì giao việc", "Kết luận".</summary>
    public bool GivesTasks(int start, int end) => GivingTasks.In(view.Lower, start, end);

    public bool IsOneRequest(int start, int end) => At(OneRequest, start, end);

    public bool ChangesZoneInList(int start, int end) => At(ListSwitch, start, end);

    public bool IsRetrospective(int start, int end)
    {
        if (Predicates.IsObligation(view.Lower, start, end) && !Predicates.IsDone(view.Lower, start, Math.Min(end, start + 60))) return false;
        var year = FrontYear.First(view.Lower, start, Math.Min(end, start + 40));
        if (year.Success && reviewedYear > 0) return int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) <= reviewedYear;
        return At(Retrospective, start, end, 200);
    }

    /// <summary>"Hội nghị bế mạc …", "Biên bản đã được …", "Trên đây là …": the end of a paper, and nothing of the work.</summary>
    public bool ClosesThePaper(int start, int end) => At(Closing, start, end, 120);

    /// <summary>Where the matter of an agenda begins: "Hội nghị nghe báo cáo về …".</summary>
    public int? AgendaEnd(int start, int end) => EndOf(AgendaFront, start, end, 120);

    /// <summary>"12 ý kiến đã phát biểu về …", "Nội dung thảo luận gồm …": what was talked about, and nothing that was done or ordered.</summary>
    public bool NamesTopicsOnly(int start, int end) => At(TopicsOnly, start, end, 400) && !Predicates.IsObligation(view.Lower, start, end);

    /// <summary>"Nếu … thì sẽ …", "Năm 2025 là năm có nhiều …": the weather of the work, and none of it.</summary>
    public bool IsHypothesis(int start, int end) => At(Hypothesis, start, end, 240);

    /// <summary>"dẫu thời tiết thất thường, …": what is granted first is not what is told.</summary>
    public int AfterConcession(int start, int end) => EndOf(Concession, start, end, 140) ?? start;

    public bool OpensNotes(int start, int end) => At(Notes, start, end, 40);

    public bool IsMatterOfAnAgenda(int start, int end) => At(AgendaMatter, start, end, 40) && !Predicates.IsObligation(view.Lower, start, end);

    public bool BeginsWithAbout(int start, int end) => At(About, start, end, 20);

    public bool IsLabel(int start, int end) => At(Label, start, end, 60);

    public bool OpensConclusion(int start, int end) => At(ConclusionHeading, start, end);

    /// <summary>A colon at the end and a verb of order before it.</summary>
    public bool AnnouncesOrders(int start, int end) =>
        end > start && view.Text[end - 1] == ':' && OrdersAnnounced.In(view.Lower, Math.Max(start, end - 220), end) &&
        !Requests.In(view.Lower, Math.Max(start, end - 60), end);

    public bool PresentsByName(int start, int end) => PresentsAPaper(start, end) && People.In(view, start, Math.Min(end, start + 120)).Count > 0;

    /// <summary>"… đồng chí Phó Bí thư Thường trực Tỉnh ủy yêu cầu": a leader by his title alone; where what he asks begins.</summary>
    /// <param name="onFloor">The floor has the word: it asks and does not require.</param>
    public int? TitledOrderEnd(int start, int end, bool onFloor) =>
        EndOf(TitledOrder, start, end, 160) is { } content && !(onFloor && view.Lower[start..content].Contains("đề nghị", StringComparison.Ordinal)) ? content
            : null;

    public bool GivesOrders(int start, int end) => GivesOrdersOf.In(view.Lower, Math.Max(start, end - 220), end);

    /// <summary>"… cơ bản thống nhất với báo cáo", "ghi nhận và biểu dương …": agreement and praise hold no result.</summary>
    public bool IsOnlyPraise(int start, int end) => At(OnlyPraise, start, end, 80);

    /// <summary>"Phòng Tổng hợp báo cáo" before a colon.</summary>
    public bool IsNamedReport(int start, int colon) => NamedReport.In(view.Lower, start, colon);

    /// <summary>"không có ý kiến", "xin rút kinh nghiệm": somebody had the word, and told nothing of the work.</summary>
    public bool SaysNothing(int start, int end) => At(Nothing, start, end, 60);

    public int? OrderVerbEnd(int start, int end)
    {
        var last = OrderVerb.All(view.Lower, start, end).LastOrDefault();
        return last is null ? null : last.Index + last.Length;
    }

    public int? BareOrderEnd(int start, int end) => BareOrder.First(view.Lower, start, Math.Min(end, start + 60)) is { Success: true } match
        ? match.Groups["to"].Index : null;

    public int? RequestEnd(int start, int end) => EndOf(FloorRequest, start, end, 60);

    public bool IsAboutTheWork(int start, int end) => At(OfTheWork, start, end, 30);

    private int? EndOf(Regex regex, int start, int end, int reach) =>
        regex.First(view.Lower, start, Math.Min(end, start + reach)) is { Success: true } match ? match.Index + match.Length : null;

    public Zone? ZoneOfHeading(int start, int end, Zone current)
    {
        if (At(RewardHeading, start, end)) return Zone.Aside;
        if (At(FaultsAndCauses, start, end)) return Zone.Shortcomings;
        if (At(CauseHeading, start, end)) return Zone.Causes;
        if (At(Guidance, start, end)) return Zone.Directives;
        if (At(Shortcomings, start, end) || Opener.NamesFault(view, start, end)) return Zone.Shortcomings;
        if (At(Requests, start, end)) return Zone.Recommendations;
        if (At(Difficulties, start, end)) return Zone.Difficulties;
        if (At(Tasks, start, end) && !At(Achievements, start, end)) return current == Zone.Directives ? Zone.Directives : Zone.Plan;
        if (At(Achievements, start, end)) return Zone.Report;
        return At(Talks, start, end) ? Zone.Discussion : null;
    }
}
