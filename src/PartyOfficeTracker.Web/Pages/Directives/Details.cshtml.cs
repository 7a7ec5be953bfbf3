using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Directives;

public sealed class DetailsModel(DirectiveReader reader, DirectiveHistory history, AssignmentService assignments, UnitDirectory units, TimeProvider time)
    : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Only the units that have not opened their task yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    public IEnumerable<AssignmentRow> Shown => Found.Assignments.Where(a => !Unread || a.FirstReadAt is null);

    public DirectiveDetails Found { get; private set; } = null!;

    public DirectiveTimeline History { get; private set; } = null!;

    public DateOnly Today => time.TodayInHanoi();

    public bool CanWrite => Actor.WritesConferences && Found.ConferenceState != ConferenceState.Closed;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostWithdrawAsync(int assignmentId) =>
        AnswerAsync(null, () => assignments.WithdrawAsync(Actor, assignmentId, Cancel), "Assign.Withdrawn", $"/directives/{Id}");

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
        return null;
    }
}
