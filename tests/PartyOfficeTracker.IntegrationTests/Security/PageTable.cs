namespace PartyOfficeTracker.IntegrationTests.Security;

/// <summary>Who asks, in the endpoint table. OtherProvince is nghean where the sample record belongs to camau.</summary>
[Flags]
public enum Who
{
    Nobody = 0,
    Anonymous = 1,
    Clerk = 2,
    Lead = 4,
    Province = 8,
    OtherProvince = 16,
    Leadership = 32,
    Inspector = 64,
    Administrator = 128,

    Writers = Clerk | Lead,
    Provinces = Province | OtherProvince,
    SignedIn = Writers | Provinces | Leadership | Inspector | Administrator,
    Everybody = SignedIn | Anonymous,
}

/// <summary>One page: an address that stands for all of its route, who may read it, and who may use its handlers.</summary>
/// <param name="Address">With <c>{sample}</c> names that <see cref="Samples"/> fills in.</param>
/// <param name="Read">Who gets an answer; everybody else 403 or 404, anonymous visitors the sign-in page.</param>
/// <param name="Post">Who may use a handler of a post that <paramref name="Handlers"/> does not name.</param>
/// <param name="Handlers">Handlers with other rights: <c>("Decide", Who.Lead)</c>.</param>
public sealed record PageRule(string Address, Who Read, Who Post = Who.Nobody, params (string Handler, Who Post)[] Handlers)
{
    public Who MayPost(string? handler) => Handlers.FirstOrDefault(h => h.Handler == handler) is { Handler: not null } own ? own.Post : Post;
}

/// <summary>Every page of the application. A page that is missing here fails <see cref="PageTableTests"/>.</summary>
internal static class PageTable
{
    public static readonly IReadOnlyDictionary<string, PageRule> Pages = new Dictionary<string, PageRule>(StringComparer.Ordinal)
    {
        [""] = new("/", Who.Everybody),
        ["error/{code:int}"] = new("/error/404", Who.Everybody, Who.Everybody),
        ["language"] = new("/language", Who.Everybody, Who.Everybody),
        ["drafts"] = new("/drafts?of=/none", Who.SignedIn, Who.SignedIn),
        ["search"] = new("/search?q=van%20phong", Who.SignedIn),

        ["account/login"] = new("/account/login", Who.Everybody, Who.Everybody),
        ["account/code"] = new("/account/code", Who.Everybody, Who.Everybody),
        ["account/first"] = new("/account/first", Who.Nobody),
        ["account"] = new("/account", Who.SignedIn),
        ["account/logout"] = new("/account/logout", Who.SignedIn, Who.SignedIn),
        ["account/password"] = new("/account/password", Who.SignedIn, Who.SignedIn),
        ["account/notices"] = new("/account/notices", Who.SignedIn, Who.SignedIn),
        ["account/resume"] = new("/account/resume", Who.SignedIn),
        ["account/second-factor"] = new("/account/second-factor", Who.SignedIn, Who.SignedIn),

        ["admin/accounts"] = new("/admin/accounts", Who.Administrator),
        ["admin/accounts/create"] = new("/admin/accounts/create", Who.Administrator, Who.Administrator),
        ["admin/accounts/{id:int}"] = new("/admin/accounts/{account}", Who.Administrator, Who.Administrator),
        ["admin/units"] = new("/admin/units", Who.Administrator),
        ["admin/units/{id:int}"] = new("/admin/units/{unit}", Who.Administrator, Who.Administrator),
        ["admin/fields"] = new("/admin/fields", Who.Administrator, Who.Administrator),
        ["admin/holidays"] = new("/admin/holidays", Who.Administrator, Who.Administrator),
        ["admin/anchors"] = new("/admin/anchors", Who.Administrator, Who.Administrator),
        ["admin/abbreviations"] = new("/admin/abbreviations", Who.Administrator, Who.Administrator),
        ["admin/settings"] = new("/admin/settings", Who.Administrator, Who.Administrator),
        ["admin/health"] = new("/admin/health", Who.Administrator, Who.Administrator),
        ["admin/audit"] = new("/admin/audit", Who.Administrator | Who.Inspector),

        ["calendar/{key}.ics"] = new("/calendar/nobody.ics", Who.Nobody),

        ["conferences"] = new("/conferences", Who.SignedIn),
        ["conferences/create"] = new("/conferences/create", Who.Writers, Who.Writers),
        ["conferences/{id:int}"] = new("/conferences/{conference}", Who.SignedIn, Who.Writers, ("GiveBack", Who.Lead)),
        ["conferences/{id:int}/edit"] = new("/conferences/{conference}/edit", Who.Writers, Who.Writers),
        ["conferences/{id:int}/assign"] = new("/conferences/{conference}/assign", Who.Writers, Who.Writers),
        ["conferences/{id:int}/entry"] = new("/conferences/{conference}/entry", Who.Writers, Who.Writers),
        ["conferences/{id:int}/entry/rows"] = new("/conferences/{conference}/entry/rows", Who.Writers, Who.Writers),
        ["conferences/{id:int}/entry/chips"] = new("/conferences/{conference}/entry/chips?kind=Directive&text=abc", Who.Writers),
        ["conferences/{id:int}/entry/block"] = new("/conferences/{conference}/entry/block", Who.Writers, Who.Writers),
        ["conferences/known"] = new("/conferences/known", Who.Writers),
        ["conferences/deleted"] = new("/conferences/deleted", Who.Writers, Who.Writers),
        ["lists"] = new("/lists?list=/directives", Who.SignedIn, Who.SignedIn),
        ["undo"] = new("/undo", Who.Writers, Who.Writers),
        ["conferences/import"] = new("/conferences/import", Who.Writers, Who.Writers),
        ["conferences/import/{id:int}"] = new("/conferences/import/{import}", Who.Writers, Who.Writers),
        ["conferences/{id:int}/sources/{sourceId:int}"] = new("/conferences/{source}", Who.SignedIn),
        ["directives"] = new("/directives", Who.SignedIn),
        ["directives/{id:int}"] = new("/directives/{directive}", Who.SignedIn, Who.Writers),
        ["directives/{id:int}/amend"] = new("/directives/{directive}/amend", Who.Writers, Who.Writers),
        ["documents"] = new("/documents", Who.SignedIn),
        ["documents/{id:int}"] = new("/documents/{document}", Who.SignedIn),
        ["findings"] = new("/findings", Who.SignedIn),
        ["recommendations"] = new("/recommendations", Who.SignedIn, Who.Writers),
        ["recommendations/create"] = new("/recommendations/create", Who.Writers | Who.Provinces, Who.Writers | Who.Provinces),
        ["recommendations/{id:int}"] = new(
            "/recommendations/{recommendation of camau}", Who.SignedIn & ~Who.OtherProvince, Who.Writers, ("Withdraw", Who.Writers | Who.Province)),
        ["recommendations/{id:int}/edit"] = new(
            "/recommendations/{recommendation of camau}/edit", Who.Writers | Who.Province, Who.Writers | Who.Province),
        ["units/{code}"] = new("/units/ca-mau", Who.SignedIn & ~Who.OtherProvince),
        ["my-units"] = new("/my-units", Who.Writers),
        ["my-units/of/{id:int}"] = new("/my-units/of/{clerk}", Who.Lead | Who.Administrator, Who.Lead | Who.Administrator),
        ["inbox"] = new("/inbox", Who.SignedIn, Who.SignedIn),
        ["inbox/{id:int}"] = new("/inbox/{notice of camau}", Who.Province),
        ["my-tasks"] = new("/my-tasks", Who.SignedIn),
        ["my-tasks/{id:int}"] = new(
            "/my-tasks/{task of camau}", Who.SignedIn & ~Who.OtherProvince, Who.Writers | Who.Province,
            ("Decide", Who.Lead), ("Suspend", Who.Lead), ("Resume", Who.Lead)),
        ["my-tasks/{id:int}/{step}"] = new(
            "/my-tasks/{task of camau}/raise-obstacle", Who.Writers | (Who.Provinces & ~Who.OtherProvince), Who.Writers | Who.Province),
        ["my-tasks/together"] = new("/my-tasks/together?directive=1", Who.Writers | Who.Provinces, Who.Writers | Who.Provinces),
        ["follow-up"] = new("/follow-up", Who.SignedIn & ~Who.Provinces),
        ["follow-up/why/{id:int}"] = new("/follow-up/why/{task of camau}", Who.SignedIn & ~Who.OtherProvince),
        ["follow-up/bulk"] = new("/follow-up/bulk?step=urge&id={task of camau}", Who.Writers, Who.Writers),
        ["conferences/{id:int}/matrix"] = new("/conferences/{conference}/matrix", Who.SignedIn),
        ["my-tasks/evidence/{id:int}"] = new("/my-tasks/evidence/{evidence of camau}", Who.SignedIn & ~Who.OtherProvince),
        ["summaries"] = new("/summaries", Who.SignedIn & ~Who.Provinces),
        ["summaries/{year:int}"] = new("/summaries/2020", Who.SignedIn & ~Who.Provinces),
    };
}
