using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Makes the first administrator of an empty installation; gone once any account exists.</summary>
[ChecksASecret]
public sealed class FirstModel(OwnAccountService accounts, FirstAdministrator first, IStringLocalizer<Strings> localizer) : AppPageModel
{
    [BindProperty]
    public FirstInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await first.IsOpenAsync(Cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await accounts.CreateFirstAsync(
            new CreateFirstAdministrator
            {
                Code = Input.Code,
                UserName = Input.UserName,
                DisplayName = Input.DisplayName,
                Password = Input.Password,
                Repeated = Input.Repeated,
            },
            Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        StatusMessage = localizer["First.Done"];
        return LocalRedirect(SignInAtRoot.LoginPath);
    }

    public sealed record FirstInput : IFormOf<CreateFirstAdministrator>
    {
        public string? Code { get; init; }

        public string? UserName { get; init; }

        public string? DisplayName { get; init; }

        [DataType(DataType.Password)]
        public string? Password { get; init; }

        [DataType(DataType.Password)]
        public string? Repeated { get; init; }
    }
}
