using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>Gives directives of a conference to units: first what will happen, then it happens; and takes back what one action gave.</summary>
public sealed class AssignModel(ConferenceReader conferences, AssignmentService assignments, UnitDirectory units) : AppPageModel, IFormOf<WithdrawAction>
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The one directive the page is about; null for all of the conference.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Directive { get; set; }

    [BindProperty]
    public AssignDirectives Input { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public Conference Head { get; private set; } = null!;

    public AssignmentPlan Plan { get; private set; } = new([]);

    public IReadOnlyList<AssignmentAction> Actions { get; private set; } = [];

    /// <summary>A withdrawal that can be taken back here.</summary>
    public UndoItem? Undo { get; private set; }

    /// <summary>The action whose form was sent without what it needs.</summary>
    public long? FailedAction { get; private set; }

    public bool IsClosed => Head.State == ConferenceState.Closed;

    public IEnumerable<UnitInfo> Choices => _names.UnitsOn(Head.Date);

    public string Address => $"/conferences/{Id}/assign" + (Directive is null ? "" : $"?directive={Directive}");

    public async Task<IActionResult> OnGetAsync() => Actor.WritesConferences ? await ShowAsync() : Forbid();

    /// <summary>Counts again what was chosen; nothing is done.</summary>
    public Task<IActionResult> OnPostPreviewAsync() =>
        AnswerAsync<Result>(nameof(Input), async () => await assignments.PlanAsync(Actor, Id, Input, Cancel), async _ => await ShowAsync());

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => assignments.AssignAsync(Actor, Id, Input with { Agreed = Input.Agreed ?? -1 }, Cancel),
        made => Done(L["Assign.Made", made.Value], Directive is null ? Address : $"/directives/{Directive}"));

    public Task<IActionResult> OnPostWithdrawAsync(long action)
    {
        FailedAction = action;
        return AnswerAsync(
            "",
            () => assignments.WithdrawAsync(Actor, Id, new WithdrawAction { Action = action, Reason = Reason }, Cancel),
            withdrawn => Done(L["Assign.ActionWithdrawn", withdrawn.Value], Address));
    }

    public string UnitName(int? id) => _names.Unit(id, Head.Date);

    protected override async Task<Failure?> LoadAsync()
    {
        if (await conferences.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Head = found.Head;
        Undo = !IsClosed && found.Undo is { Kind: UndoKind.Withdrawn } last ? last : null;
        _names = await units.NamesAsync(Cancel);
        var rows = found.Rows[RowKind.Directive].Where(r => Directive is null || r.Id == Directive).ToList();
        if (rows.Count == 0 && Directive is not null)
        {
            return Failure.NotFound;
        }

        var typed = Posted == nameof(Input) && Input.Items.Count > 0;
        var wanted = typed ? Input : new AssignDirectives { Items = [.. rows.Select(r => AssignUnits.ToAddressee(r, r.Id))] };
        var plan = rows.Count == 0 ? null : await assignments.PlanAsync(Actor, Id, wanted, Cancel);
        Plan = plan?.Succeeded == true ? plan.Value : Plan;
        Actions = await assignments.ActionsAsync(Actor, Id, Cancel);
        return null;
    }
}
