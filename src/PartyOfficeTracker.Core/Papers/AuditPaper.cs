using System.Globalization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The audit trail on paper, for those who may read it.</summary>
public sealed class AuditPaper(PaperDesk desk, AuditReader audit, RecordText records)
{
    public async Task<Result<PaperTable>> MakeAsync(Actor actor, AuditFilter filter, CancellationToken cancel)
    {
        var users = await audit.UsersAsync(actor, cancel);
        if (users.Failure is { } cannot)
        {
            return cannot;
        }

        await records.PrepareAsync(cancel);
        return desk.Table(
            actor,
            desk.Text["Nav.Audit"],
            [
                ("Audit.User", users.Value.FirstOrDefault(u => u.Id == filter.UserId).UserName),
                ("Audit.Entity", filter.Entity is { } entity ? records.EntityLabel(entity) : null),
                ("Audit.FromDay", filter.From is { } from ? DayText.ToText(from) : null),
                ("Audit.ToDay", filter.To is { } to ? DayText.ToText(to) : null),
            ],
            [
                new ListColumn<AuditListItem>(
                    "Audit.When", 18, item => HanoiTime.ToLocal(item.At).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture)),
                new("Audit.User", 16, item => item.UserName == "system" ? desk.Text["Audit.System"].Value : item.UserName),
                new("Audit.What", 40, item => $"{desk.Text.Of(item.Action)} {records.EntityLabel(item.Entity)} {item.Label}".TrimEnd()),
                new("Audit.Reason", 30, item => item.Reason),
                new("Audit.Changes", 70, Changes),
            ],
            async (before, stop) => (await audit.ListAsync(actor, filter with { Before = before, Size = PaperTable.PageSize }, stop)).Value);
    }

    private string Changes(AuditListItem item) => string.Join("; ", item.Changes.Where(c => c.Old is not null || c.New != bool.FalseString)
        .Select(c => $"{records.FieldLabel(c.Field)}: {Old(item, c)}{records.Value(item.Entity, c.Field, c.New) ?? "–"}"));

    private string Old(AuditListItem item, AuditChange change) => records.Value(item.Entity, change.Field, change.Old) is { } old ? old + " → " : "";
}
