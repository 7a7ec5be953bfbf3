using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Makes the first administrator of an empty installation; gone once any account exists.</summary>
[ChecksASecret]
public sealed class FirstModel(OwnAccountService accounts, FirstAdministrator first) : AppPageModel
{
    [BindProperty]
    public FirstInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await first.IsOpenAsync(Cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync()
    {
        var command = new CreateFirstAdministrator
        {
            Code = Input.Code,
            UserName = Input.UserName,
            DisplayName = Input.DisplayName,
            Password = Input.Password,
            Repeated = Input.Repeated,
        };
        return AnswerAsync(nameof(Input), () => accounts.CreateFirstAsync(command, Cancel), "First.Done", SignInAtRoot.LoginPath);
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
