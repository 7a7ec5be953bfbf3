using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// One row of the minutes, in the order of the minutes, with the place in the source it came from. A move changes its kind and
/// nothing else: its identity, its history and all that hangs on it stay (docs/decisions/0011).
/// </summary>
public sealed class Row : RowFacts, IVersioned, ISearchable, IOrdered
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    /// <summary>Order among the rows of the same kind, from 1, without gaps after each change.</summary>
    public int Position { get; set; }

    public int? SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>Where the row stands in the source's text: characters from its beginning.</summary>
    public int? SpanStart { get; set; }

    /// <summary>The first character after the row in the source's text.</summary>
    public int? SpanEnd { get; set; }

    /// <summary>The conference's day, by which lists are ordered. This and the next two follow the conference (Data.KeptColumns).</summary>
    public DateOnly HeldOn { get; set; }

    /// <summary>The year whose summary counts it: the conference's year of tasks for a directive, of findings for every other kind.</summary>
    public int CountedIn { get; set; }

    /// <summary>The conference's state.</summary>
    public ConferenceState Stage { get; set; }

    /// <summary>Where a directive stands; follows its assignments (Data.KeptColumns).</summary>
    public DirectiveProgress Progress { get; private set; }

    public List<Figure> Figures { get; init; } = [];

    /// <summary>The shortcomings and obstacles a directive is meant to cure.</summary>
    public List<Cure> Cures { get; init; } = [];

    public List<Citation> Citations { get; init; } = [];

    public List<RowMention> Mentions { get; init; } = [];

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Text;

    string ISearchable.SearchText => Words;

    /// <summary>Leads to the row's sentence in its source; null when it was typed.</summary>
    public string? SourceAddress() => MentionItem.AddressOf(ConferenceId, SourceId, SpanStart, SpanEnd);

    /// <exception cref="ArgumentException">The kind needs a day and has none, or has one it must not have.</exception>
    public void SetDeadline(DeadlineKind kind, DateOnly? dueOn) => TakeDeadline(kind, dueOn);
}

/// <summary>What a number in a text promises: "trên 85%" is a bound, not 85.</summary>
public enum FigureBound
{
    Exactly,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// <summary>A number in a row: value, bound, and of what.</summary>
public sealed class Figure : IVersioned
{
    public const int OfWhatLength = 200;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int RowId { get; init; }

    public Row? Row { get; init; }

    public decimal Value { get; set; }

    public FigureBound Bound { get; set; }

    /// <summary>The unit and the thing counted: "%", "đảng bộ", "ý kiến".</summary>
    public required string OfWhat { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A shortcoming or obstacle that a directive is meant to cure.</summary>
public sealed class Cure
{
    public int DirectiveId { get; init; }

    public Row? Directive { get; init; }

    public int FindingId { get; init; }

    public Row? Finding { get; init; }
}

internal sealed class RowConfiguration : IEntityTypeConfiguration<Row>
{
    public void Configure(EntityTypeBuilder<Row> builder)
    {
        builder.ToTable("Rows");
        builder.ConfigureFacts();
        builder.HasOne(r => r.Conference).WithMany(c => c.Rows).HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Source).WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ConferenceId, r.Kind, r.Position });
        builder.HasIndex(r => new { r.Kind, r.AnsweredOn });

        // The lists: a kind, newest conference first and in the order of its minutes, whole or by one filter. The last column lets the index alone count.
        builder.HasIndex(r => new { r.Kind, r.HeldOn, r.Id, r.Stage }).IsDescending(false, true, false, false);
        builder.HasIndex(r => new { r.Kind, r.FieldOfWorkId, r.HeldOn, r.Id, r.Stage }).IsDescending(false, false, true, false, false);
        builder.HasIndex(r => new { r.Kind, r.Addressee, r.HeldOn, r.Id, r.Stage }).IsDescending(false, false, true, false, false);
        builder.HasIndex(r => new { r.Kind, r.DeadlineKind, r.HeldOn, r.Id, r.Stage, r.Progress }).IsDescending(false, false, true, false, false, false);
        builder.HasIndex(r => new { r.Kind, r.Progress, r.HeldOn, r.Id, r.Stage }).IsDescending(false, false, true, false, false);
        builder.HasIndex(r => new { r.Kind, r.CountedIn, r.HeldOn, r.Id, r.Stage }).IsDescending(false, false, true, false, false);

        // The summary of a year counts its rows from the index alone.
        builder.HasIndex(r => new { r.CountedIn, r.Kind, r.Stage, r.FieldOfWorkId, r.Addressee, r.DeadlineKind, r.Progress });
    }
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.Property(f => f.OfWhat).HasMaxLength(Figure.OfWhatLength);
        builder.HasOne(f => f.Row).WithMany(r => r.Figures).HasForeignKey(f => f.RowId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CureConfiguration : IEntityTypeConfiguration<Cure>
{
    public void Configure(EntityTypeBuilder<Cure> builder)
    {
        builder.ToTable("Cures");
        builder.HasKey(c => new { c.DirectiveId, c.FindingId });

        // Both ends lie in one table, where SQL Server allows one cascade path only: the service removes what hangs on a row.
        builder.HasOne(c => c.Directive).WithMany(r => r.Cures).HasForeignKey(c => c.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Finding).WithMany().HasForeignKey(c => c.FindingId).OnDelete(DeleteBehavior.Restrict);
    }
}
