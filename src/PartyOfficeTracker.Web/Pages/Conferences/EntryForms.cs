using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The box in which rows of one kind are typed.</summary>
/// <param name="Head">The conference.</param>
/// <param name="Add">What it starts with, or what was typed when it failed; the fields are named under it.</param>
/// <param name="HasFailed">It shows the messages of its post.</param>
/// <param name="HasFocus">The keyboard is in it.</param>
/// <param name="Names">What its lists offer.</param>
public sealed record QuickForm(Conference Head, AddRows Add, bool HasFailed, bool HasFocus, NameBook Names)
{
    public RowKind Kind => Add.Kind;
}

/// <summary>One row on the entry page.</summary>
public sealed record EntryRow(Conference Head, MinutesRow Row, bool HasFocus, NameBook Names);

/// <summary>The form of one row, in the row's place.</summary>
/// <param name="Head">The conference.</param>
/// <param name="Row">Which row.</param>
/// <param name="Input">What it holds; the fields are named under it.</param>
/// <param name="Curable">The shortcomings and obstacles a directive may be meant to cure.</param>
/// <param name="Page">Holds what the other editor saved, after a conflict.</param>
/// <param name="Names">What its lists offer.</param>
public sealed record EditForm(
    Conference Head, int Row, EditRow Input, IReadOnlyList<MinutesRow> Curable, AppPageModel Page, NameBook Names)
{
    public Guid Version => Page.Conflict?.Version ?? Input.Version;
}

/// <summary>What is done to several rows at once.</summary>
public sealed record BulkForm(Conference Head, ChangeRows Bulk, NameBook Names);

/// <summary>How many rows of each kind there are.</summary>
public sealed record EntryCounts(Conference Head, ILookup<RowKind, int> Order);
