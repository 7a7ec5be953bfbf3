using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Fields;

public sealed class IndexModel(FieldOfWorkService service, IStringLocalizer<Strings> localizer) : AppPageModel
{
    [BindProperty]
    public NameFieldOfWork Input { get; set; } = new();

    public IReadOnlyList<FieldOfWorkListItem> List { get; private set; } = [];

    /// <summary>The field whose name is being changed.</summary>
    public int? Editing { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? edit)
    {
        if (await LoadAsync() is { } failure)
        {
            return Fail(failure);
        }

        if (List.FirstOrDefault(f => f.Id == edit) is { } field)
        {
            Editing = field.Id;
            Input = new NameFieldOfWork { Name = field.Name, Words = field.Words, Version = field.Version };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync() => await AnswerAsync(await service.AddAsync(Actor, Input, Cancel), "FieldOfWork.Added");

    public async Task<IActionResult> OnPostRenameAsync(int id)
    {
        Editing = id;
        return await AnswerAsync(await service.RenameAsync(Actor, id, Input, Cancel), "FieldOfWork.Renamed");
    }

    public async Task<IActionResult> OnPostUpAsync(int id, Guid version) =>
        await AnswerAsync(await service.MoveAsync(Actor, id, up: true, version, Cancel), "FieldOfWork.Moved");

    public async Task<IActionResult> OnPostDownAsync(int id, Guid version) =>
        await AnswerAsync(await service.MoveAsync(Actor, id, up: false, version, Cancel), "FieldOfWork.Moved");

    public async Task<IActionResult> OnPostRetireAsync(int id, Guid version) =>
        await AnswerAsync(await service.RetireAsync(Actor, id, version, Cancel), "FieldOfWork.RetiredDone");

    public async Task<IActionResult> OnPostRestoreAsync(int id, Guid version) =>
        await AnswerAsync(await service.RestoreAsync(Actor, id, version, Cancel), "FieldOfWork.Restored");

    private async Task<IActionResult> AnswerAsync(Result result, string message)
    {
        if (result.Failure is { } failure)
        {
            return await LoadAsync() is { } cannot ? Fail(cannot) : Fail(failure);
        }

        StatusMessage = localizer[message];
        return LocalRedirect("/admin/fields");
    }

    private async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, Cancel);
        if (list.Succeeded)
        {
            List = list.Value;
        }

        return list.Failure;
    }
}
