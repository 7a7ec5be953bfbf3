using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Units;

/// <summary>All years of one unit on one sheet.</summary>
public sealed class DetailsModel(UnitSheetReader reader) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public UnitSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.FindCodeAsync(Actor, Code, Cancel) is { } code && code != Code)
        {
            return LocalRedirect("/units/" + code);
        }

        return await ShowAsync();
    }

    /// <summary>The figures of a year as the summary's table of units has them, each with the rows behind it.</summary>
    public static IEnumerable<(string Key, int Count, string Part, bool IsBad)> Cells(ResultFigures f) =>
    [
        ("Enum.ResultGroup.CarriedOver", f.CarriedOver, "&result=CarriedOver", false),
        ("Enum.ResultGroup.Given", f.Given, "&result=Given", false),
        ("Enum.AssignmentState.CompletedOnTime", f.CompletedOnTime, "&result=Completed&state=CompletedOnTime", false),
        ("Enum.AssignmentState.CompletedLate", f.CompletedLate, "&result=Completed&state=CompletedLate", false),
        ("Enum.ResultGroup.NotCompletedInTime", f.NotCompletedInTime, "&result=NotCompletedInTime", false),
        ("Enum.ResultGroup.NotCompletedOverdue", f.NotCompletedOverdue, "&result=NotCompletedOverdue", f.NotCompletedOverdue > 0),
        ("Enum.ResultGroup.WithoutDeadline", f.NeedsDeadline, "&result=WithoutDeadline", false),
        ("Enum.ResultGroup.Withdrawn", f.Withdrawn, "&result=Withdrawn", false),
    ];

    public static IEnumerable<(string Key, int Days)> Shares(Lateness days) =>
        [("Sheet.UnitDays", days.Unit), ("Sheet.ClerkDays", days.Clerk), ("Sheet.AccepterDays", days.Accepter), ("Sheet.CentreDays", days.Centre)];

    protected override async Task<Failure?> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Code, Cancel) is not { } sheet)
        {
            return Failure.NotFound;
        }

        Sheet = sheet;
        return null;
    }
}
