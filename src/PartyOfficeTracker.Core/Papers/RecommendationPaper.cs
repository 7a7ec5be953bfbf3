using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The list of recommendations on paper, each with its answer.</summary>
public sealed class RecommendationPaper(PaperDesk desk, RecommendationReader recommendations)
{
    public async Task<PaperTable> MakeAsync(Actor actor, RecommendationFilter filter, CancellationToken cancel)
    {
        var names = await desk.NamesAsync(cancel);
        var own = actor.Role == UserRole.Province;
        var units = own ? null : filter.UnitIds?.Select(id => names.Unit(id, desk.Today));
        return desk.Table(
            actor,
            desk.Text["Recommendation.All"],
            [
                ("Recommendation.State", desk.Label(filter.State)),
                ("Task.Unit", units is null ? null : string.Join(", ", units)),
                ("Recommendation.Year", PaperDesk.Number(filter.Year)),
            ],
            Columns(own, item => names.Unit(item.UnitId, item.WrittenOn)),
            async (after, stop) => (await recommendations.ListAsync(actor, filter with { After = after, Size = PaperTable.PageSize }, stop)).List);
    }

    private IEnumerable<ListColumn<RecommendationListItem>> Columns(bool own, Func<RecommendationListItem, string> unit)
    {
        yield return new ListColumn<RecommendationListItem>("Row.Text", 60, item => item.Text);
        if (!own)
        {
            yield return new ListColumn<RecommendationListItem>("Task.Unit", 16, unit);
        }

        yield return new ListColumn<RecommendationListItem>("Recommendation.SubmittedTo", 22, item => item.SubmittedTo);
        yield return new ListColumn<RecommendationListItem>("Recommendation.WrittenOn", ColumnKind.Day, 12, item => item.WrittenOn);
        yield return new ListColumn<RecommendationListItem>("Recommendation.WishedOn", ColumnKind.Day, 12, item => item.WishedOn);
        yield return new ListColumn<RecommendationListItem>("Recommendation.State", 20, State);
        yield return new ListColumn<RecommendationListItem>("Recommendation.AnsweredOn", ColumnKind.Day, 12, item => item.AnsweredOn);
        yield return new ListColumn<RecommendationListItem>("Recommendation.AnsweringDocument", 20, item => item.AnsweringDocument);
        yield return new ListColumn<RecommendationListItem>("Recommendation.AnswerText", 36, item => item.Answer);
    }

    private string State(RecommendationListItem item)
    {
        var days = item.Days(desk.Today);
        if (item.AnsweredOn is not null)
        {
            return desk.Text["Recommendation.AnsweredDays", days];
        }

        var past = item.DaysPastWish(desk.Today);
        return desk.Text["Recommendation.WaitingDays", days].Value + (past > 0 ? "; " + desk.Text["Recommendation.PastWish", past].Value : "");
    }
}
