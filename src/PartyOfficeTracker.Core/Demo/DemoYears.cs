using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>
/// How the work of 2020 to 2022 went. Until the end of 2022 every state of an assignment occurs, in a fixed pattern; in the first weeks
/// of 2023 the units got accounts, the office went through what was left, and the four conferences were closed.
/// </summary>
internal sealed class DemoYears(DemoHands hands, DemoDays days)
{
    /// <summary>The last day of the demo's old work.</summary>
    public static readonly DateOnly Closed = new(2023, 3, 31);

    private static readonly DateOnly ClearingUp = new(2023, 2, 1);

    private const int Pattern = 9;
    private const int ClearingDays = 40;

    private const string ReportNumber = "147-BC/VPTU";

    private static readonly DemoReport Finished = new("Đã thực hiện xong, kết quả gửi kèm theo báo cáo.", 100, ReportNumber);

    public void Work(Conference conference, IReadOnlyList<Assignment> assignments)
    {
        foreach (var shares in assignments.GroupBy(a => a.Directive!))
        {
            foreach (var (assignment, i) in shares.Select((a, i) => (a, i)))
            {
                Report(assignment, shares.Key.DueOn ?? conference.Date.AddMonths(6), (i + shares.Key.Position) % Pattern);
                hands.Read(assignment, ClearingUp);
                if (assignment.CompletedOn is null)
                {
                    ClearUp(assignment, shares.Key.DueOn ?? conference.Date.AddMonths(6), i);
                }
            }
        }

        if (days.Came(Closed))
        {
            conference.Close(DemoDays.At(Closed));
        }
    }

    private void Report(Assignment assignment, DateOnly due, int turn)
    {
        switch (turn)
        {
            case 0 or 1 or 2 or 3:
                Complete(assignment, due.AddDays(-5 - turn), CompletionGrade.Good);
                break;
            case 4:
                Complete(assignment, due.AddDays(12), CompletionGrade.Satisfactory);
                break;
            case 5:
                hands.Report(assignment, new DemoReport("Đã triển khai, đang hoàn thiện văn bản.", 60), due.AddDays(-20));
                break;
            case 6:
                hands.Report(assignment, new DemoReport("Đã hoàn thành, đề nghị nghiệm thu.", 100, "212-BC/VPTU"), due.AddDays(-2));
                break;
            case 7:
                var reported = hands.Report(assignment, new DemoReport("Đã hoàn thành cơ bản.", 100, "95-BC/VPTU"), due.AddDays(-3));
                hands.Return(assignment, reported, due, "Chưa kèm văn bản minh chứng của cấp ủy.");
                break;
            default:
                break;
        }
    }

    private void Complete(Assignment assignment, DateOnly day, CompletionGrade grade) =>
        hands.Accept(assignment, hands.Report(assignment, Finished, day), day.AddDays(3), grade);

    /// <summary>
    /// What the unit had done by then is entered with the day of its document; of what nobody had begun a part is taken back.
    /// </summary>
    private void ClearUp(Assignment assignment, DateOnly due, int i)
    {
        var day = days.OnOrAfter(ClearingUp.AddDays(i % ClearingDays));
        if (!days.Came(day))
        {
            return;
        }

        if (assignment.SubmittedOn is not null)
        {
            hands.Accept(assignment, assignment.Events[^1], day, CompletionGrade.Good);
        }
        else if (assignment.LastReportOn is null && i % 4 == 0)
        {
            assignment.Withdraw(hands.Clerk(day), "Nội dung đã lồng vào chương trình công tác của năm sau.");
        }
        else
        {
            var late = assignment.ReturnedOn is not null ? 8 : assignment.LastReportOn is not null ? -1 : 15;
            var reported = hands.Report(assignment, Finished, due.AddDays(late), enteredOn: day);
            hands.Accept(assignment, reported, days.WorkingDay(day, 2), CompletionGrade.Satisfactory);
        }
    }
}
