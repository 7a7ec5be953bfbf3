using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Quick entry: one row for each line of the text, all of one kind and with the same facts.</summary>
public sealed class AddRows : RowFacts
{
    /// <summary>What quick entry of a kind starts with: the choices of the last row of the kind, so that nothing is chosen twice.</summary>
    public static AddRows After(MinutesRow? last, RowKind kind)
    {
        if (last is null)
        {
            return new AddRows { Kind = kind, Addressee = Addressee.ProvincialOffices };
        }

        var start = new AddRows
        {
            Kind = kind,
            Addressee = last.Addressee == Addressee.OneUnit ? Addressee.NotStated : last.Addressee,
            SpeakerName = kind.IsRemark() ? last.SpeakerName : null,
        };
        if (kind == RowKind.Directive)
        {
            start.FieldOfWorkId = last.FieldOfWorkId;
            start.DeadlineKind = last.DeadlineKind;
            start.DueOn = last.DueOn;
            start.DeadlineText = last.DeadlineText;
        }

        return start;
    }
}

/// <summary>Everything of one row; the facts its kind does not have are ignored. Another kind than it has moves the row.</summary>
public sealed class EditRow : RowFacts
{
    /// <summary>One figure a line: "trên 85 % vấn đề được thông qua". See <see cref="FigureText"/>.</summary>
    public string? Figures { get; set; }

    /// <summary>Cited documents, separated by semicolons or lines.</summary>
    public string? Citations { get; set; }

    /// <summary>Shortcomings the directive is meant to cure.</summary>
    public List<int> Cures { get; set; } = [];

    public Guid Version { get; set; }
}

public sealed class AddRowsValidator : RowFactsRules<AddRows>
{
    public AddRowsValidator(IStringLocalizer<Strings> text)
        : base(text)
    {
        RuleFor(c => c.Text).Filled(text).WithoutSecrecyMarking(text);
        RuleForEach(c => RowText.Lines(c.Text)).NoLongerThan(RowFacts.TextLength, text).OverridePropertyName(nameof(AddRows.Text));
    }
}

public sealed class EditRowValidator : RowFactsRules<EditRow>
{
    public EditRowValidator(IStringLocalizer<Strings> text)
        : base(text)
    {
        RequireWholeRow(text);
        RuleForEach(c => DocumentReference.ParseAll(c.Citations).Select(r => r.AsPrinted))
            .NoLongerThan(CitedDocument.NameLength, text).OverridePropertyName(nameof(EditRow.Citations));
        RuleFor(c => c.Figures).Must(f => FigureText.ParseAll(f) is not null).When(c => c.Kind.IsFinding()).WithMessage(_ => text["Row.FiguresUnreadable"]);
    }
}

/// <summary>Text typed or pasted into quick entry.</summary>
public static class RowText
{
    /// <summary>The non-blank lines, each without the bullet the minutes print in front.</summary>
    public static IReadOnlyList<string> Lines(string? text) => text is null
        ? []
        : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WithoutBullet).Where(l => l.Length > 0)];

    private static string WithoutBullet(string line) => line.TrimStart('-', '–', '•', '+', '*', ' ', '\t');
}
