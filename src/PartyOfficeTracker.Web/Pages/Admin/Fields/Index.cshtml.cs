using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Fields;

public sealed class IndexModel(FieldOfWorkService service, OfficePaper paper) : ListPageModel
{
    private const string Address = "/admin/fields";

    [BindProperty]
    public NameFieldOfWork Input { get; set; } = new();

    public IReadOnlyList<FieldOfWorkListItem> List { get; private set; } = [];

    /// <summary>The field whose name is being changed.</summary>
    public int? Editing { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? edit)
    {
        var page = await ListAsync(() => paper.Fields(Actor, List));
        if (List.FirstOrDefault(f => f.Id == edit) is { } field)
        {
            Editing = field.Id;
            Input = new NameFieldOfWork { Name = field.Name, Words = field.Words, Version = field.Version };
        }

        return page;
    }

    public Task<IActionResult> OnPostAddAsync() =>
        AnswerAsync(nameof(Input), () => service.AddAsync(Actor, Input, Cancel), "FieldOfWork.Added", Address);

    public Task<IActionResult> OnPostRenameAsync(int id)
    {
        Editing = id;
        return AnswerAsync(nameof(Input), () => service.RenameAsync(Actor, id, Input, Cancel), "FieldOfWork.Renamed", Address);
    }

    public Task<IActionResult> OnPostUpAsync(int id, Guid version) =>
        AnswerAsync(null, () => service.MoveAsync(Actor, id, up: true, version, Cancel), "FieldOfWork.Moved", Address);

    public Task<IActionResult> OnPostDownAsync(int id, Guid version) =>
        AnswerAsync(null, () => service.MoveAsync(Actor, id, up: false, version, Cancel), "FieldOfWork.Moved", Address);

    public Task<IActionResult> OnPostRetireAsync(int id, Guid version) =>
        AnswerAsync(null, () => service.RetireAsync(Actor, id, version, Cancel), "FieldOfWork.RetiredDone", Address);

    public Task<IActionResult> OnPostRestoreAsync(int id, Guid version) =>
        AnswerAsync(null, () => service.RestoreAsync(Actor, id, version, Cancel), "FieldOfWork.Restored", Address);

    protected override async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, Cancel);
        List = list.Succeeded ? list.Value : [];
        return list.Failure;
    }
}
