using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// A further account of the conference that says the same as a row, and where in it. The row itself keeps the account it was taken
/// from; so it stays known which fact stands in which source.
/// </summary>
public sealed class RowMention : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public int RowId { get; init; }

    public Row? Row { get; init; }

    /// <summary>Characters from the beginning of the source's text.</summary>
    public int SpanStart { get; init; }

    /// <summary>The first character after the passage.</summary>
    public int SpanEnd { get; init; }

    public Guid Version { get; set; }

    /// <summary>Whether rows of this kind carry mentions; awards and the like are taken from one account only.</summary>
    public static bool Fits(RowKind kind) => !kind.IsOutcome();
}

internal sealed class RowMentionConfiguration : IEntityTypeConfiguration<RowMention>
{
    public void Configure(EntityTypeBuilder<RowMention> builder)
    {
        builder.HasOne(m => m.Conference).WithMany().HasForeignKey(m => m.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Source).WithMany().HasForeignKey(m => m.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Row).WithMany(r => r.Mentions).HasForeignKey(m => m.RowId).OnDelete(DeleteBehavior.Restrict);
    }
}
