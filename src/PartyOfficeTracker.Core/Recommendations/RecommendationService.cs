using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Recommendations;

/// <summary>What a unit asks, written between conferences.</summary>
public sealed record WriteRecommendation
{
    /// <summary>The unit that asks; a province asks for itself, whatever is posted.</summary>
    public int? UnitId { get; init; }

    public string? Text { get; init; }

    public string? SubmittedTo { get; init; }

    public string? Basis { get; init; }

    public DateOnly? WrittenOn { get; init; }

    public DateOnly? WishedOn { get; init; }

    public Guid Version { get; init; }
}

/// <summary>One answer, to a recommendation and to all that are grouped with it.</summary>
public sealed record AnswerRecommendation
{
    public string? AnsweringDocument { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string? Answer { get; init; }

    public Guid Version { get; init; }
}

public sealed class WriteRecommendationValidator : AbstractValidator<WriteRecommendation>
{
    public WriteRecommendationValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(RowFacts.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.SubmittedTo).Filled(text).NoLongerThan(Conference.PlaceLength, text);
        RuleFor(c => c.Basis).NoLongerThan(RowFacts.BasisLength, text);
        RuleFor(c => c.WrittenOn).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.WishedOn).Must((c, day) => day >= c.WrittenOn)
            .When(c => c.WishedOn is not null && c.WrittenOn is not null).WithMessage(_ => text["Recommendation.WishedTooEarly"]);
    }
}

public sealed class AnswerRecommendationValidator : AbstractValidator<AnswerRecommendation>
{
    public AnswerRecommendationValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.AnsweringDocument).Filled(text).NoLongerThan(CitedDocument.NameLength, text);
        RuleFor(c => c.AnsweredOn).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Answer).Filled(text).NoLongerThan(RowFacts.AnswerLength, text).WithoutSecrecyMarking(text);
    }
}

/// <summary>Recommendations upward: units write them, the centre groups and answers them.</summary>
public sealed class RecommendationService(
    AppDbContext db,
    UnitDirectory units,
    IValidator<WriteRecommendation> writeValidator,
    IValidator<AnswerRecommendation> answerValidator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    /// <summary>How many one group may hold: more than there are units.</summary>
    public const int MostInGroup = 200;

    public static bool MayWrite(Actor actor) => actor.WritesConferences || actor is { Role: UserRole.Province, UnitId: not null };

    /// <returns>The new recommendation's id.</returns>
    public async Task<Result<int>> WriteAsync(Actor actor, WriteRecommendation command, CancellationToken cancel)
    {
        if (!MayWrite(actor))
        {
            return Failure.Forbidden;
        }

        if (await CheckAsync(actor, command, cancel) is { } failure)
        {
            return failure;
        }

        var recommendation = new Recommendation
        {
            UnitId = actor.UnitId ?? command.UnitId,
            EnteredById = actor.UserId,
            EnteredAt = time.GetUtcNow().UtcDateTime,
            OnBehalf = actor.WritesConferences,
        };
        Take(recommendation, command);
        db.Add(recommendation);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : recommendation.Id;
    }

    public async Task<Result> EditAsync(Actor actor, int id, WriteRecommendation command, CancellationToken cancel)
    {
        var found = await FindOpenAsync(actor, id, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (await CheckAsync(actor, command, cancel) is { } failure)
        {
            return failure;
        }

        db.ExpectVersion(found.Value, command.Version);
        found.Value.UnitId = actor.UnitId is null ? command.UnitId : found.Value.UnitId;
        Take(found.Value, command);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    public async Task<Result> WithdrawAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        var found = await FindOpenAsync(actor, id, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        db.ExpectVersion(found.Value, version);
        await LeaveGroupAsync(found.Value, cancel);
        found.Value.Withdraw(time.TodayInHanoi());
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Makes one group of several that wait; a group one of them is in comes along.</summary>
    /// <returns>How many the group holds.</returns>
    public async Task<Result<int>> GroupAsync(Actor actor, IReadOnlyCollection<int> ids, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (ids.Distinct().Count() is < 2 or > MostInGroup)
        {
            return Failure.Invalid("", text["Recommendation.ChooseTwo", MostInGroup]);
        }

        var chosen = await db.Recommendations.VisibleTo(actor).Waiting().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancel);
        if (chosen.Count != ids.Distinct().Count())
        {
            return Failure.Invalid("", text["Recommendation.NotWaiting"]);
        }

        var keys = chosen.Where(r => r.GroupKey is not null).Select(r => r.GroupKey).Distinct().ToList();
        if (keys.Count > 0)
        {
            chosen = [.. chosen.Union(await db.Recommendations.Where(r => keys.Contains(r.GroupKey)).ToListAsync(cancel))];
        }

        var key = keys.FirstOrDefault() ?? Guid.CreateVersion7();
        chosen.ForEach(r => r.GroupKey = key);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : chosen.Count;
    }

    /// <summary>Takes one out of its group; the last one left stands alone again.</summary>
    public async Task<Result> UngroupAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.Recommendations.VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } recommendation)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(recommendation, version);
        await LeaveGroupAsync(recommendation, cancel);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Answers one and all that are grouped with it; again, to put a wrong answer right.</summary>
    /// <returns>How many were answered.</returns>
    public async Task<Result<int>> AnswerAsync(Actor actor, int id, AnswerRecommendation command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.Recommendations.VisibleTo(actor).Include(r => r.Row).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } recommendation)
        {
            return Failure.NotFound;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if ((answerValidator.Check(command) ?? InTheFuture(nameof(command.AnsweredOn), command.AnsweredOn)) is { } failure)
        {
            return failure;
        }

        if (command.AnsweredOn < recommendation.WrittenOn)
        {
            return Failure.Invalid(nameof(command.AnsweredOn), text["Recommendation.AnsweredBefore", DayText.ToText(recommendation.WrittenOn)]);
        }

        List<Recommendation> all = recommendation.GroupKey is { } key
            ? await db.Recommendations.Include(r => r.Row).Where(r => r.GroupKey == key).ToListAsync(cancel)
            : [recommendation];
        db.ExpectVersion(recommendation, command.Version);
        all.ForEach(r => r.TakeAnswer(command.Answer!, command.AnsweringDocument!, command.AnsweredOn!.Value, actor.UserId, now));
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : all.Count;
    }

    private static void Take(Recommendation recommendation, WriteRecommendation command) =>
        recommendation.Write(command.Text!, command.SubmittedTo, command.Basis, command.WishedOn, command.WrittenOn!.Value);

    private async Task<Failure?> CheckAsync(Actor actor, WriteRecommendation command, CancellationToken cancel)
    {
        if ((writeValidator.Check(command) ?? InTheFuture(nameof(command.WrittenOn), command.WrittenOn)) is { } failure)
        {
            return failure;
        }

        return actor.UnitId is null && await units.FindAsync(command.UnitId, cancel) is null
            ? Failure.Invalid(nameof(command.UnitId), text["Validation.Required"])
            : null;
    }

    private Failure? InTheFuture(string field, DateOnly? day) =>
        day > time.TodayInHanoi() ? Failure.Invalid(field, text["Report.InTheFuture"]) : null;

    /// <summary>One that this actor may still change.</summary>
    private async Task<Result<Recommendation>> FindOpenAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!MayWrite(actor))
        {
            return Failure.Forbidden;
        }

        if (await db.Recommendations.VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } recommendation)
        {
            return Failure.NotFound;
        }

        return recommendation.IsOpenTo(actor)
            ? recommendation
            : Failure.Invalid("", text[recommendation.RowId is null ? "Recommendation.Settled" : "Recommendation.OfMinutes"]);
    }

    private async Task LeaveGroupAsync(Recommendation recommendation, CancellationToken cancel)
    {
        if (recommendation.GroupKey is not { } key)
        {
            return;
        }

        recommendation.GroupKey = null;
        if (await db.Recommendations.Where(r => r.GroupKey == key && r.Id != recommendation.Id).Take(2).ToListAsync(cancel) is [var last])
        {
            last.GroupKey = null;
        }
    }
}
