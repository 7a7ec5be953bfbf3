using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;

namespace PartyOfficeTracker.Core.Auditing;

/// <summary>What kind of act can be taken back.</summary>
public enum UndoKind
{
    Deleted,
    Merged,
    Split,
    Moved,
    Changed,
    Withdrawn,

    /// <summary>A draft conference or a report on its way in; anybody who writes takes it back.</summary>
    Discarded,
}

/// <summary>Said by a service before its save: what the save does can be taken back, under these words.</summary>
/// <param name="Scope">Where it is offered.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Label">What it was done to, in its own words.</param>
public sealed record UndoMark(string Scope, UndoKind Kind, string Label);

/// <summary>
/// One act that can be taken back: what the records it touched were before, as values. Written in the act's own save by the change
/// recorder; of one person and place the last ten are kept, of what was thrown away whole every one for thirty days (docs/decisions/0024).
/// </summary>
public sealed class UndoStep
{
    public const int ScopeLength = 60;
    public const int LabelLength = 120;

    /// <summary>Where whole conferences and reports lie that were thrown away.</summary>
    public const string Trash = "trash";

    public int Id { get; init; }

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    public required string Scope { get; init; }

    public UndoKind Kind { get; init; }

    public required string Label { get; init; }

    public DateTime At { get; init; }

    /// <summary>JSON: the values before, by record.</summary>
    public required string Data { get; init; }

    public static string OfConference(int id) => string.Create(CultureInfo.InvariantCulture, $"conference-{id}");

    public static string OfImport(int id) => string.Create(CultureInfo.InvariantCulture, $"import-{id}");

    public static string Cut(string label)
    {
        var line = label.ReplaceLineEndings(" ");
        return line.Length > LabelLength ? line[..(LabelLength - 1)] + "…" : line;
    }
}

/// <summary>The act that is taken back next.</summary>
public sealed record UndoItem(int Id, UndoKind Kind, string Label)
{
    public static UndoItem? Of(int id, UndoKind kind, string? label) => label is null ? null : new UndoItem(id, kind, label);
}

internal sealed class UndoStepConfiguration : IEntityTypeConfiguration<UndoStep>
{
    public void Configure(EntityTypeBuilder<UndoStep> builder)
    {
        builder.ToTable("UndoSteps");
        builder.Property(s => s.Scope).HasMaxLength(UndoStep.ScopeLength);
        builder.Property(s => s.Label).HasMaxLength(UndoStep.LabelLength);
        builder.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Scope, s.UserId, s.Id });
        builder.HasIndex(s => s.At);
    }
}
