using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Undo;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>What a clerk has at hand, on paper: reports that are being reviewed, what was thrown away, the units looked after.</summary>
public sealed class ClerkPaper(PaperDesk desk)
{
    public PaperTable Imports(Actor actor, IReadOnlyList<ImportListItem> drafts) => desk.Table(
        actor,
        desk.Text["Import.OpenDrafts"],
        [],
        [
            new ListColumn<ImportListItem>("Conference.Title", 70, draft => draft.Title ?? desk.Text["Import.Untitled"].Value),
            new("Conference.Date", ColumnKind.Day, 12, draft => draft.Date),
            new("Source.Outlet", 24, draft => draft.Outlet),
            new("Import.Owner", 24, draft => draft.OwnerName),
            new("Import.Pasted", ColumnKind.Day, 12, draft => HanoiTime.ToDay(draft.CreatedAt)),
            new("Import.Rows", ColumnKind.Number, 8, draft => draft.Rows),
        ],
        drafts);

    public PaperTable Trash(Actor actor, IReadOnlyList<TrashItem> items) => desk.Table(
        actor,
        desk.Text["Trash.Title"],
        [],
        [
            new ListColumn<TrashItem>("Trash.What", 70, item => item.Label),
            new("Trash.By", 24, item => item.By),
            new("Trash.At", ColumnKind.Day, 12, item => HanoiTime.ToDay(item.At)),
            new("Trash.Until", ColumnKind.Day, 12, item => HanoiTime.ToDay(item.At + UndoService.Kept)),
        ],
        items);

    public PaperTable Portfolio(Actor actor, PortfolioView view, NameBook names) => desk.Table(
        actor,
        desk.Text["Portfolio.Title"],
        [("Portfolio.Fields", view.FieldIds.Count == 0 ? null : string.Join(", ", view.FieldIds.Select(id => names.Field(id))))],
        [
            new ListColumn<PortfolioUnit>("Task.Unit", 30, row => names.Unit(row.UnitId, desk.Today)),
            new("Enum.Urgency.Overdue", ColumnKind.Number, 12, row => row.Overdue),
            new("Enum.Urgency.DueSoon", ColumnKind.Number, 12, row => row.DueSoon),
            new("Enum.AssignmentState.Submitted", ColumnKind.Number, 14, row => row.Waiting),
            new("Enum.BoardSection.Recommendations", ColumnKind.Number, 14, row => row.Recommendations),
        ],
        view.Units);
}
