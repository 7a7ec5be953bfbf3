using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The left navigation of each role: what this person comes for, first.</summary>
public static class Navigation
{
    private static readonly (string Href, string Key) Home = ("/", "Nav.Home");
    private static readonly (string Href, string Key) Board = ("/follow-up", "Nav.Board");
    private static readonly (string Href, string Key) Conferences = ("/conferences", "Nav.Conferences");
    private static readonly (string Href, string Key) Directives = ("/directives", "Nav.Directives");
    private static readonly (string Href, string Key) Tasks = ("/my-tasks", "Nav.MyTasks");
    private static readonly (string Href, string Key) AllTasks = ("/my-tasks", "Nav.AllTasks");
    private static readonly (string Href, string Key) Summaries = ("/summaries", "Nav.Summaries");
    private static readonly (string Href, string Key) Recommendations = ("/recommendations", "Nav.Recommendations");
    private static readonly (string Href, string Key) OwnUnit = ("/units/own", "Nav.OwnUnit");
    private static readonly (string Href, string Key) MyUnits = ("/my-units", "Nav.MyUnits");
    private static readonly (string Href, string Key) Documents = ("/documents", "Nav.Documents");

    private static readonly (string Href, string Key) Audit = ("/admin/audit", "Nav.Audit");

    public static IReadOnlyList<(string Href, string Key)> For(Actor actor) => actor.Role switch
    {
        UserRole.Province => [Home, Tasks, Recommendations, OwnUnit, Conferences, Directives, Documents],
        UserRole.Leadership => [Home, Summaries, Board, Conferences, Directives, AllTasks, Recommendations, Documents],
        UserRole.Administrator =>
        [
            Home, ("/admin/accounts", "Nav.Accounts"), ("/admin/units", "Nav.Units"), ("/admin/fields", "Nav.Fields"),
            ("/admin/holidays", "Nav.Holidays"), ("/admin/anchors", "Nav.Anchors"),
            ("/admin/abbreviations", "Nav.Abbreviations"), ("/admin/settings", "Nav.Settings"), Audit,
            ("/admin/health", "Nav.Health"), Conferences, Directives, Summaries, Documents,
        ],
        UserRole.Inspector => [Home, Board, Conferences, Directives, AllTasks, Recommendations, Summaries, Documents, Audit],
        _ => [Home, Board, MyUnits, Conferences, Directives, AllTasks, Recommendations, Summaries, Documents],
    };

    /// <summary>Whether an entry leads to where the page is, or to what it belongs to.</summary>
    public static bool IsHere(string href, string path) => href switch
    {
        "/" => path == "/",
        "/units/own" => path.StartsWith("/units/", StringComparison.OrdinalIgnoreCase),
        _ => path.StartsWith(href, StringComparison.OrdinalIgnoreCase),
    };
}
