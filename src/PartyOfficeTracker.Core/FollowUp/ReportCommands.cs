using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>An uploaded file as it arrived; its type is judged by its content.</summary>
public sealed record UploadedFile(string FileName, byte[] Content);

/// <summary>A unit's report on one assignment.</summary>
public sealed record ReportProgress
{
    public string? Text { get; init; }

    public int? Percent { get; init; }

    /// <summary>The day it happened; the evidence's date when absent, else today.</summary>
    public DateOnly? HappenedOn { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? ReceivedBy { get; init; }

    public UploadedFile? File { get; init; }

    /// <summary>The report this one is put in the place of; null for a new one.</summary>
    public int? Corrects { get; init; }

    /// <summary>What was wrong with the report that is corrected.</summary>
    public string? CorrectedBecause { get; init; }

    public Guid Version { get; init; }
}

public sealed class ReportProgressValidator : AbstractValidator<ReportProgress>
{
    public ReportProgressValidator(IStringLocalizer<Strings> text, TimeProvider time)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(ProgressReport.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Percent).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Percent).InclusiveBetween(0, 100).WithMessage(_ => text["Report.PercentRange"]);
        RuleFor(c => c.CorrectedBecause).NoLongerThan(Conference.ReasonLength, text);
        RuleFor(c => c.CorrectedBecause).Must(r => !string.IsNullOrWhiteSpace(r)).When(c => c.Corrects is not null)
            .WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.DocumentNumber).NoLongerThan(Evidence.DocumentNumberLength, text);
        RuleFor(c => c.ReceivedBy).NoLongerThan(Evidence.ReceivedByLength, text);
        RuleFor(c => c.DocumentDate).Must(d => d is null || d <= time.TodayInHanoi()).WithMessage(_ => text["Report.InTheFuture"]);
        RuleFor(c => c.HappenedOn).Must(d => d is null || d <= time.TodayInHanoi()).WithMessage(_ => text["Report.InTheFuture"]);
        RuleFor(c => c.DocumentDate).NotNull().When(c => c.DocumentNumber is not null).WithMessage(_ => text["Report.DocumentDateNeeded"]);
        RuleFor(c => c.DocumentNumber).NotNull()
            .When(c => c.DocumentDate is not null || c.ReceivedBy is not null)
            .WithMessage(_ => text["Report.DocumentNumberNeeded"]);
        RuleFor(c => c.DocumentNumber).NotNull()
            .When(c => c.Percent == 100 && c.File is null && c.DocumentDate is null && c.ReceivedBy is null)
            .WithMessage(_ => text["Report.EvidenceNeeded"]);
    }
}

/// <summary>One task of a report on several.</summary>
public sealed record TogetherTask
{
    public int Id { get; init; }

    public bool IsChosen { get; init; }

    /// <summary>What is said of this task; absent for the words that hold for all.</summary>
    public string? Text { get; init; }

    /// <summary>How far this task is; absent for the figure that holds for all.</summary>
    public int? Percent { get; init; }
}

/// <summary>One paper that answers several tasks: of one unit, or one directive of several units.</summary>
public sealed record ReportTogether
{
    public List<TogetherTask> Tasks { get; init; } = [];

    /// <summary>What holds for every chosen task that says nothing of its own.</summary>
    public string? Text { get; init; }

    public int? Percent { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? ReceivedBy { get; init; }

    /// <summary>The paper itself; given beside the form and never bound from its fields.</summary>
    public UploadedFile? File { get; internal init; }

    public ReportProgress Of(TogetherTask task) => new()
    {
        Text = string.IsNullOrWhiteSpace(task.Text) ? Text : task.Text,
        Percent = task.Percent ?? Percent,
        HappenedOn = HappenedOn,
        DocumentNumber = DocumentNumber,
        DocumentDate = DocumentDate,
        ReceivedBy = ReceivedBy,
        File = File,
    };
}

public sealed class ReportTogetherValidator : AbstractValidator<ReportTogether>
{
    public ReportTogetherValidator(IStringLocalizer<Strings> text, IValidator<ReportProgress> single)
    {
        RuleFor(c => c.Tasks).Must(t => t.Exists(x => x.IsChosen)).WithMessage(_ => text["FollowUp.ChooseSome"]).OverridePropertyName("");
        RuleFor(c => c.Tasks).Must(t => t.Count <= StepService.MostAtOnce)
            .WithMessage(_ => text["FollowUp.TooMany", StepService.MostAtOnce]).OverridePropertyName("");
        RuleFor(c => c.Text).NoLongerThan(ProgressReport.TextLength, text);
        RuleFor(c => c.DocumentNumber).NoLongerThan(Evidence.DocumentNumberLength, text);
        RuleFor(c => c.ReceivedBy).NoLongerThan(Evidence.ReceivedByLength, text);

        // What a report on one task must have, each must have here.
        RuleFor(c => c).Custom((command, context) =>
        {
            foreach (var error in command.Tasks.Where(t => t.IsChosen).SelectMany(t => single.Validate(command.Of(t)).Errors))
            {
                context.AddFailure(error.PropertyName, error.ErrorMessage);
            }
        });
    }
}

public sealed record DecideReport
{
    public int ReportId { get; init; }

    public ReportVerdict Verdict { get; init; }

    public CompletionGrade Grade { get; init; }

    public string? Reason { get; init; }

    public Guid Version { get; init; }
}

public sealed class DecideReportValidator : AbstractValidator<DecideReport>
{
    public DecideReportValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Verdict).Known(text);
        RuleFor(c => c.Grade).Known(text);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text);
        RuleFor(c => c.Reason).Must(r => !string.IsNullOrWhiteSpace(r))
            .When(c => c.Verdict == ReportVerdict.Returned)
            .WithMessage(_ => text["Report.ReasonNeeded"]);
    }
}

/// <summary>Stops the clock of an assignment, or lets it go on.</summary>
public sealed record SuspendTask
{
    public string? Reason { get; init; }

    public Guid Version { get; init; }
}

public sealed class SuspendTaskValidator : AbstractValidator<SuspendTask>
{
    public SuspendTaskValidator(IStringLocalizer<Strings> text) =>
        RuleFor(c => c.Reason).Filled(text).NoLongerThan(Conference.ReasonLength, text).WithoutSecrecyMarking(text);
}
