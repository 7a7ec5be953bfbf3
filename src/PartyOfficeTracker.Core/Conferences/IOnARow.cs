using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Findings;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What hangs on one row of the minutes, in whichever of the three tables the row lies; on none of them it is the conference's.</summary>
public interface IOnARow
{
    int? FindingId { get; set; }

    Finding? Finding { get; set; }

    int? RemarkId { get; set; }

    Remark? Remark { get; set; }

    int? DirectiveId { get; set; }

    Directive? Directive { get; set; }
}

internal static class OnARow
{
    /// <summary>Hangs it on a row, away from whichever it hung on; outcomes carry none.</summary>
    public static void PointAt(this IOnARow part, ConferenceRow? row)
    {
        (part.FindingId, part.RemarkId, part.DirectiveId) = (null, null, null);
        part.Finding = row as Finding;
        part.Remark = row as Remark;
        part.Directive = row as Directive;
    }

    /// <summary>Those that hang on the row.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> parts, ConferenceRow row)
        where T : class, IOnARow => row switch
        {
            Finding => parts.Where(p => p.FindingId == row.Id),
            Remark => parts.Where(p => p.RemarkId == row.Id),
            Directive => parts.Where(p => p.DirectiveId == row.Id),
            _ => parts.Where(p => false),
        };
}
