using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Summaries;

/// <summary>One coloured part of a bar.</summary>
public sealed record BarPart(string Label, int Count, string Css);

/// <summary>The figures of one year; every number is a link to the rows behind it.</summary>
public sealed class DetailsModel(SummaryReader summaries, SummaryPaper paper, UnitDirectory units, IStringLocalizer<Strings> text) : ListPageModel
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>"today": count merged units with their successors.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Units { get; set; }

    /// <summary>The day tasks are looked at; today when absent.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    public bool Today => Units == "today";

    /// <summary>The figures are of a day that is past; the rows behind them are today's.</summary>
    public bool IsPast => AsOf is not null && Summary.AsOf == AsOf;

    public CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    public YearlySummary Summary { get; private set; } = null!;

    public IEnumerable<(RowKind Kind, IReadOnlyList<FindingCell> Cells)> FindingTables =>
    [
        (RowKind.Achievement, Summary.Achievements),
        (RowKind.Shortcoming, Summary.Shortcomings),
        (RowKind.Obstacle, Summary.Obstacles),
    ];

    public IReadOnlyList<BarPart> ResultBar => BarOf(Summary.Total);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Actor.ReadsEverything)
        {
            return Forbid();
        }

        if (Year is < FirstYear or > LastYear)
        {
            return NotFound();
        }

        return await ListAsync(async () =>
        {
            await LoadAsync();
            return paper.Make(Actor, Summary, Today, UnitName);
        });
    }

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Summary = await summaries.ReadAsync(Actor, Year, AsOf, Today, Cancel);
        return null;
    }

    public IReadOnlyList<BarPart> BarOf(ResultFigures figures) =>
    [
        new(text.Of(AssignmentState.CompletedOnTime), figures.CompletedOnTime, "fill-good"),
        new(text.Of(AssignmentState.CompletedLate), figures.CompletedLate, "fill-late"),
        new(text.Of(ResultGroup.NotCompletedInTime), figures.NotCompletedInTime, "fill-open"),
        new(text.Of(ResultGroup.NotCompletedOverdue), figures.NotCompletedOverdue, "fill-bad"),
        new(text.Of(ResultGroup.WithoutDeadline), figures.NeedsDeadline, "fill-none"),
        new(text.Of(ResultGroup.Withdrawn), figures.Withdrawn, "fill-gone"),
    ];

    public static IEnumerable<(int Count, string Part)> Cells(ResultFigures f) =>
    [
        (f.Assigned, ""),
        (f.CompletedOnTime, "&state=CompletedOnTime"),
        (f.CompletedLate, "&state=CompletedLate"),
        (f.NotCompletedInTime, "&result=NotCompletedInTime"),
        (f.NotCompletedOverdue, "&result=NotCompletedOverdue"),
        (f.NeedsDeadline, "&result=WithoutDeadline"),
        (f.Withdrawn, "&result=Withdrawn"),
    ];

    public static IReadOnlyList<Addressee> Addressees(IEnumerable<FindingCell> cells) => [.. cells.Select(c => c.Addressee).Distinct().Order()];

    public IEnumerable<IGrouping<int?, FindingCell>> ByField(IEnumerable<FindingCell> cells) =>
        cells.GroupBy(c => c.FieldOfWorkId)
            .OrderBy(g => g.Key is null)
            .ThenByDescending(g => g.Sum(c => c.Count))
            .ThenBy(g => FieldName(g.Key), StringComparer.Create(Vietnamese, ignoreCase: true));

    public static int LargestField(IEnumerable<FindingCell> cells) => cells.GroupBy(c => c.FieldOfWorkId).Max(g => g.Sum(c => c.Count));

    public string FieldName(int? id) => _names.Field(id) ?? text["Summary.NoField"];

    public string UnitCode(int id) => _names.Units.First(u => u.Id == id).Code;

    public string UnitName(int id)
    {
        var unit = _names.Units.First(u => u.Id == id);
        return Today ? unit.CurrentName : unit.NameOn(new DateOnly(Year, 12, 31));
    }
}
