using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>What an assignment on the board lacks, in words.</summary>
public static class BoardText
{
    public static string Missing(IStringLocalizer<Strings> text, BoardRow row)
    {
        var main = row.Turn switch
        {
            Turn.Decision => text["Board.MissingDecision"].Value,
            Turn.Extension => text["Board.MissingExtension", row.WishedDueOn is { } wished ? DayText.ToText(wished) : "–"],
            Turn.Decline => text["Board.MissingDecline"],
            Turn.Obstacle => text["Board.MissingObstacle"],
            _ when row.State == AssignmentState.NotStarted => text["Board.MissingReport"],
            _ when row.State == AssignmentState.Returned => text["Board.MissingCorrection"],
            _ => text["Board.MissingRest", row.Percent],
        };
        var more = new List<string> { main };
        if (row.AnswerDueOn is { } answer)
        {
            more.Add(text["Board.UrgeOpen", DayText.ToText(answer)]);
        }

        if (row.Extensions > 0)
        {
            more.Add(text.Count("Board.Extended", row.Extensions));
        }

        if (row.Returns > 0)
        {
            more.Add(text.Count("Board.ReturnedTimes", row.Returns));
        }

        return string.Join("; ", more);
    }
}
