using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Directives;

/// <summary>A later document gives the directive another deadline or other words.</summary>
public sealed class AmendModel(DirectiveReader directives, AmendmentService amendments) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public AmendDirective Input { get; set; } = new();

    public DirectiveDetails Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Actor.WritesConferences ? await ShowAsync() : Forbid();

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => amendments.AmendAsync(Actor, Id, Input, Cancel), "Amend.Done", $"/directives/{Id}");

    protected override async Task<Failure?> LoadAsync()
    {
        if (await directives.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        if (Posted is null)
        {
            Input = Input with { Text = found.Directive.Text };
        }

        return null;
    }
}
