using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>What a report of the demo says.</summary>
internal sealed record DemoReport(string Text, int Percent, string? Number = null);

/// <summary>
/// Who does the demo's work, through the verbs of an assignment: units with an account report themselves, the clerk on behalf of every
/// other or of all, the lead decides. What would be entered today or later has not come yet and is not done.
/// </summary>
internal sealed class DemoHands(int clerkId, int leadId, IReadOnlyDictionary<int, int> ownAccounts, DemoDays days, bool unitsReport)
{
    public AssignmentEntry Clerk(DateOnly day) => new(clerkId, DemoDays.At(day));

    public AssignmentEntry Lead(DateOnly day) => new(leadId, DemoDays.At(day));

    /// <summary>Opened by the unit, where it has an account.</summary>
    public void Read(Assignment assignment, DateOnly day)
    {
        if (ownAccounts.TryGetValue(assignment.UnitId, out var userId) && days.Came(day))
        {
            assignment.MarkRead(new AssignmentEntry(userId, DemoDays.At(day)));
            assignment.Readings.Add(new AssignmentReading { UserId = userId, ReadAt = DemoDays.At(day) });
        }
    }

    /// <param name="assignment">The unit's task.</param>
    /// <param name="said">What is reported.</param>
    /// <param name="day">The day it happened, and of its evidence.</param>
    /// <param name="enteredOn">The day of entry; the next day when null.</param>
    /// <returns>The event, null when it has not come yet.</returns>
    public AssignmentEvent? Report(Assignment assignment, DemoReport said, DateOnly day, DateOnly? enteredOn = null)
    {
        var entered = enteredOn ?? day.AddDays(1);
        if (!days.Came(entered))
        {
            return null;
        }

        var report = new ProgressReport { Text = said.Text, Percent = said.Percent, HappenedOn = day };
        if (said.Number is not null)
        {
            report.Evidence.Add(new Evidence { DocumentNumber = said.Number, DocumentDate = day, ReceivedBy = "Văn phòng Trung ương Đảng" });
        }

        var userId = 0;
        var isOwn = unitsReport && ownAccounts.TryGetValue(assignment.UnitId, out userId);
        assignment.Report(new AssignmentEntry(isOwn ? userId : clerkId, DemoDays.At(entered)), report, onBehalf: !isOwn);
        return assignment.Events[^1];
    }

    public void Accept(Assignment assignment, AssignmentEvent? reported, DateOnly day, CompletionGrade grade)
    {
        if (reported is not null && days.Came(day))
        {
            assignment.Accept(Lead(day), reported, grade);
        }
    }

    public void Return(Assignment assignment, AssignmentEvent? reported, DateOnly day, string reason)
    {
        if (reported is not null && days.Came(day))
        {
            assignment.Return(Lead(day), reported, reason);
        }
    }

    public void AskExtension(Assignment assignment, DateOnly day, DateOnly wished, string reason)
    {
        if (days.Came(day))
        {
            assignment.AskExtension(Unit(assignment, day), wished, reason);
        }
    }

    public void GrantExtension(Assignment assignment, DateOnly day)
    {
        if (days.Came(day) && assignment.WishedDueOn is { } wished)
        {
            assignment.GrantExtension(Lead(day), wished, reason: null);
        }
    }

    public void RaiseObstacle(Assignment assignment, DateOnly day, string reason)
    {
        if (days.Came(day))
        {
            assignment.RaiseObstacle(Unit(assignment, day), DecisionLevel.CentralOffice, reason);
        }
    }

    public void Urge(Assignment assignment, DateOnly day, DateOnly answerDueOn, string words)
    {
        if (days.Came(day))
        {
            assignment.Urge(Clerk(day), UrgeKind.Urge, answerDueOn, words);
        }
    }

    /// <summary>The unit's own account, or the clerk for it.</summary>
    private AssignmentEntry Unit(Assignment assignment, DateOnly day) =>
        new(unitsReport && ownAccounts.TryGetValue(assignment.UnitId, out var userId) ? userId : clerkId, DemoDays.At(day));
}
