using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The lists an administrator keeps, on paper: accounts, units, fields of work, dates, days off and abbreviations.</summary>
public sealed class OfficePaper(PaperDesk desk, AccountService accounts)
{
    public async Task<Result<PaperTable>> AccountsAsync(Actor actor, AccountFilter filter, CancellationToken cancel)
    {
        // Rights are the list's own, and its first page is the paper's.
        var first = await accounts.ListAsync(actor, filter with { After = null }, cancel);
        if (first.Failure is { } cannot)
        {
            return cannot;
        }

        var names = await desk.NamesAsync(cancel);
        return desk.Table(
            actor,
            desk.Text["Nav.Accounts"],
            [
                ("Account.Role", desk.Label(filter.Role)),
                ("Account.Unit", filter.UnitId is { } unit ? names.Unit(unit, desk.Today) : null),
                ("Account.State", desk.Label(filter.State)),
            ],
            [
                new ListColumn<AccountListItem>("Account.UserName", 18, item => item.UserName),
                new("Account.DisplayName", 36, item => item.DisplayName),
                new("Account.Role", 18, item => desk.Text.Of(item.Role)),
                new("Account.Unit", 24, item => item.UnitId is { } of ? names.Unit(of, desk.Today) : null),
                new("SecondFactor.Short", 12, item => desk.Text[item.HasSecondFactor ? "SecondFactor.On" : "SecondFactor.Off"].Value),
                new("Account.State", 18, item => desk.Text.Of(item.DisabledAt is null ? AccountState.Active : AccountState.Disabled)),
            ],
            async (after, stop) => after is null ? first.Value : (await accounts.ListAsync(actor, filter with { After = after }, stop)).Value);
    }

    /// <param name="actor">Who takes it along.</param>
    /// <param name="kind">What the list was narrowed to.</param>
    /// <param name="living">Units of today, merged ones, or both.</param>
    /// <param name="shown">The units of the list.</param>
    /// <param name="name">What a unit is called now.</param>
    public PaperTable Units(Actor actor, UnitKind? kind, bool? living, IReadOnlyList<UnitInfo> shown, Func<int?, string?> name) => desk.Table(
        actor,
        desk.Text["Nav.Units"],
        [("Unit.Kind", desk.Label(kind)), ("Unit.Existence", living is { } today ? desk.Text[today ? "Unit.Living" : "Unit.Ended"].Value : null)],
        [
            new ListColumn<UnitInfo>("Common.Number", ColumnKind.Number, 6, unit => unit.SortOrder),
            new("Unit.Name", 28, unit => unit.CurrentName),
            new("Unit.Kind", 16, unit => desk.Text.Of(unit.CurrentKind)),
            new("Unit.Code", 16, unit => unit.Code),
            new("Unit.ValidFrom", ColumnKind.Day, 12, unit => unit.ValidFrom),
            new("Unit.ValidTo", ColumnKind.Day, 12, unit => unit.ValidTo),
            new("Unit.Successor", 20, unit => name(unit.SuccessorId)),
            new("Unit.EarlierNames", 40, unit => string.Join("; ", unit.Names.Skip(1).Select(n => n.Name))),
        ],
        shown);

    public PaperTable Fields(Actor actor, IReadOnlyList<FieldOfWorkListItem> fields) => desk.Table(
        actor,
        desk.Text["Nav.Fields"],
        [],
        [
            new ListColumn<FieldOfWorkListItem>("FieldOfWork.Name", 36, field => field.Name),
            new("Account.State", 16, field => desk.Text[field.IsRetired ? "FieldOfWork.Retired" : "FieldOfWork.InUse"].Value),
            new("FieldOfWork.Words", 90, field => field.Words),
        ],
        fields);

    /// <param name="actor">Who takes it along.</param>
    /// <param name="anchors">The events, those of one kind together.</param>
    public PaperTable Anchors(Actor actor, IReadOnlyList<AnchorListItem> anchors) => desk.Table(
        actor,
        desk.Text["Nav.Anchors"],
        [],
        [
            new ListColumn<AnchorListItem>("Anchor.Kind", 20, anchor => desk.Text.Of(anchor.Kind)),
            new("Anchor.Number", ColumnKind.Number, 10, anchor => anchor.Number),
            new("Anchor.Name", 50, anchor => anchor.Name),
            new("Anchor.Start", ColumnKind.Day, 12, anchor => anchor.Start),
            new("Anchor.End", ColumnKind.Day, 12, anchor => anchor.End),
        ],
        anchors);

    public PaperTable Holidays(Actor actor, int year, IReadOnlyList<SpecialDayListItem> days) => desk.Table(
        actor,
        desk.Text["Holiday.Of", year],
        [],
        [
            new ListColumn<SpecialDayListItem>("Holiday.Day", ColumnKind.Day, 12, day => day.Day),
            new("Holiday.Weekday", 14, day => desk.Text["Weekday." + (int)day.Day.DayOfWeek].Value),
            new("Holiday.Name", 44, day => day.Name),
            new("Holiday.Kind", 14, day => desk.Text[day.IsWorked ? "Holiday.Worked" : "Holiday.Off"].Value),
        ],
        days);

    public PaperTable Abbreviations(Actor actor, IReadOnlyList<AbbreviationItem> list) => desk.Table(
        actor,
        desk.Text["Nav.Abbreviations"],
        [],
        [
            new ListColumn<AbbreviationItem>("Abbreviation.Short", 20, item => item.Short),
            new("Abbreviation.Long", 60, item => item.Long),
        ],
        list);
}
