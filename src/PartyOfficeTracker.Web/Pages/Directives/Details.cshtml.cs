using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Undo;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Directives;

public sealed class DetailsModel(
    DirectiveReader reader, DirectiveHistory history, DirectivePaper paper, AssignmentService assignments, UndoService undo, UnitDirectory units,
    TimeProvider time)
    : ListPageModel, IFormOf<WithdrawAssignment>
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Only the units that have not opened their task yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    /// <summary>The assignment that is about to be taken back, once a reason is given.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Withdraw { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AssignmentRow? Withdrawn => Found.Assignments.FirstOrDefault(a => a.Id == Withdraw && CanWithdraw(a));

    /// <summary>A withdrawal that can be taken back here.</summary>
    public UndoItem? Undo { get; private set; }

    public IEnumerable<AssignmentRow> Shown => Found.Assignments.Where(a => !Unread || a.FirstReadAt is null);

    public DirectiveDetails Found { get; private set; } = null!;

    public DirectiveTimeline History { get; private set; } = null!;

    public DateOnly Today => time.TodayInHanoi();

    public bool CanWrite => Actor.WritesConferences && Found.ConferenceState != ConferenceState.Closed;

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.AssignmentsAsync(Actor, Id, Unread, Cancel));

    public Task<IActionResult> OnPostWithdrawAsync() => AnswerAsync(
        "",
        () => assignments.WithdrawAsync(Actor, new WithdrawAssignment { AssignmentId = Withdraw ?? 0, Reason = Reason }, Cancel),
        "Assign.Withdrawn",
        $"/directives/{Id}");

    public bool CanWithdraw(AssignmentRow row) => CanWrite && row.LastReportOn is null && !row.State.IsCompleted();

    public string UnitName(int? id) => _names.Unit(id, Found.ConferenceDate);

    public string FieldName(int? id) => _names.Field(id) ?? L["Common.None"];

    protected override async Task<Failure?> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        History = await history.ReadAsync(Actor, found.Directive, All, Cancel);
        var mayBeUndone = CanWrite && History.Steps.Any(s => s.Event.Kind == AssignmentEventKind.Withdrawn);
        var last = mayBeUndone ? await undo.LastAsync(Actor, UndoStep.OfConference(found.Directive.ConferenceId), Cancel) : null;
        Undo = last?.Kind == UndoKind.Withdrawn ? last : null;
        return null;
    }
}
