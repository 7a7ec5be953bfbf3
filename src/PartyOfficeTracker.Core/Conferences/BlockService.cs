using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>The rows of a pasted sheet, as they were shown and agreed to.</summary>
public sealed record AddBlock
{
    public RowKind Kind { get; init; }

    public List<BlockRow> Rows { get; init; } = [];
}

public sealed class BlockRowValidator : RowFactsRules<BlockRow>
{
    public BlockRowValidator(IStringLocalizer<Strings> text)
        : base(text) => RequireWholeRow(text);
}

public sealed class AddBlockValidator : AbstractValidator<AddBlock>
{
    public AddBlockValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Rows).Must(r => r.Exists(x => x.IsChosen)).WithMessage(_ => text["Block.Nothing"]).OverridePropertyName("");
        RuleFor(c => c.Rows).Must(r => r.Count <= BlockReader.MostRows).WithMessage(_ => text["Block.TooMany", BlockReader.MostRows]).OverridePropertyName("");
        RuleForEach(c => c.Rows).Where(r => r.IsChosen).SetValidator(new BlockRowValidator(text));
    }
}

/// <summary>Adds the rows of a pasted sheet, each with the facts of its own cells.</summary>
public sealed class BlockService(
    AppDbContext db, ConferenceService conferences, BlockReader reader, IValidator<AddBlock> validator, IStringLocalizer<Strings> text)
{
    /// <summary>What the block would add; nothing is stored.</summary>
    public async Task<Result<Block>> PreviewAsync(
        Actor actor, int conferenceId, string? pasted, IReadOnlyList<BlockColumn> columns, RowKind kind, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        return found.Failure is { } cannot ? cannot : await reader.ReadAsync(pasted, columns, kind, found.Value.Date, cancel);
    }

    /// <returns>How many rows were added.</returns>
    public async Task<Result<int>> AddAsync(Actor actor, int conferenceId, AddBlock command, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var chosen = command.Rows.Where(r => r.IsChosen).ToList();
        foreach (var row in chosen)
        {
            row.Kind = command.Kind;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        if (chosen.Select(r => RowActs.TooEarly(found.Value, r.DueOn, text)).FirstOrDefault(f => f is not null) is { } early)
        {
            return early;
        }

        var position = await db.Rows.Where(r => r.ConferenceId == conferenceId && r.Kind == command.Kind).MaxAsync(r => (int?)r.Position, cancel) ?? 0;
        foreach (var facts in chosen)
        {
            var row = new Row { ConferenceId = conferenceId, Position = ++position };
            row.Take(facts);
            db.Rows.Add(row);
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : chosen.Count;
    }
}
