using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Recommendations;

/// <summary>
/// What a unit asks of a higher level, and the answer: written between conferences, or standing for a row of published minutes, which it then
/// follows (<see cref="RecommendationRegister"/>). Whether it is answered is asked here and nowhere else (docs/decisions/0018).
/// </summary>
public sealed class Recommendation : IVersioned, ISearchable
{
    public const int HashLength = 64;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    /// <summary>The row of the minutes it stands for; null when it was written between conferences.</summary>
    public int? RowId { get; init; }

    public Row? Row { get; init; }

    public int? UnitId { get; set; }

    public Unit? Unit { get; set; }

    public string Text { get; private set; } = "";

    public string? SubmittedTo { get; private set; }

    public string? Basis { get; private set; }

    public DateOnly? WishedOn { get; private set; }

    /// <summary>The day it was written, or the conference's.</summary>
    public DateOnly WrittenOn { get; private set; }

    /// <summary>The year it counts in: that of its day, or the one its conference reviews.</summary>
    public int Year { get; private set; }

    /// <summary>Who wrote it here; null for one from the minutes.</summary>
    public int? EnteredById { get; init; }

    public AppUser? EnteredBy { get; init; }

    public DateTime? EnteredAt { get; init; }

    public bool OnBehalf { get; init; }

    /// <summary>Those with the same value ask the same and get one answer; null when it stands alone.</summary>
    public Guid? GroupKey { get; set; }

    public string? Answer { get; private set; }

    /// <summary>The date of the answering document; null while it waits.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public string? AnsweringDocument { get; private set; }

    /// <summary>Who recorded the answer; null when it was recorded with the minutes.</summary>
    public int? AnsweredById { get; private set; }

    public AppUser? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Taken back by the unit, or no longer a recommendation of published minutes; it is in no list then.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The order of lists: what waits, the longest waiting first; then what is answered, the newest answer first.</summary>
    public int SortKey { get; private set; }

    /// <summary>Equal for texts that differ in case, accents, spelling of tones and punctuation only.</summary>
    public string TextKey { get; private set; } = "";

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Text;

    string ISearchable.SearchText => string.Join(' ', Text, SubmittedTo, Basis, Answer, AnsweringDocument);

    /// <summary>Whether this actor may change or withdraw it: its unit, or who records for units, until it is answered.</summary>
    public bool IsOpenTo(Actor actor) => RowId is null && AnsweredOn is null && WithdrawnOn is null
        && (actor.WritesConferences || (actor.Role == UserRole.Province && actor.UnitIds.Contains(UnitId ?? 0)));

    public void Write(string text, string? submittedTo, string? basis, DateOnly? wishedOn, DateOnly writtenOn)
    {
        (Text, SubmittedTo, Basis, WishedOn, WrittenOn, Year) = (text, submittedTo, basis, wishedOn, writtenOn, writtenOn.Year);
        Settle();
    }

    /// <summary>Says what its row and conference say.</summary>
    /// <param name="row">The row it stands for.</param>
    /// <param name="conference">The row's conference.</param>
    /// <param name="today">The day it leaves the lists, when it does.</param>
    public void Follow(Row row, Conference conference, DateOnly today)
    {
        UnitId = row.UnitId;
        (Text, SubmittedTo, Basis, WishedOn, WrittenOn, Year) = (row.Text, row.SubmittedTo, row.Basis, row.WishedOn, conference.Date, conference.FindingYear);
        if ((Answer, AnsweredOn, AnsweringDocument) != (row.Answer, row.AnsweredOn, row.AnsweringDocument))
        {
            (Answer, AnsweredOn, AnsweringDocument) = (row.Answer, row.AnsweredOn, row.AnsweringDocument);
            (AnsweredById, AnsweredAt) = (null, null);
        }

        WithdrawnOn = IsAsked(row, conference) ? null : WithdrawnOn ?? today;
        Settle();
    }

    /// <summary>Whether a row is a recommendation that its unit may expect an answer to.</summary>
    public static bool IsAsked(Row row, Conference conference) => row.Kind == RowKind.Recommendation && conference.State != ConferenceState.Draft;

    /// <summary>The answer, or a better one; a row of the minutes says the same.</summary>
    public void TakeAnswer(string text, string document, DateOnly on, int byId, DateTime at)
    {
        (Answer, AnsweringDocument, AnsweredOn, AnsweredById, AnsweredAt) = (text, document, on, byId, at);
        if (Row is { } row)
        {
            (row.Answer, row.AnsweringDocument, row.AnsweredOn) = (text, document, on);
        }

        Settle();
    }

    public void Withdraw(DateOnly today)
    {
        WithdrawnOn = today;
        GroupKey = null;
    }

    private void Settle()
    {
        SortKey = AnsweredOn is { } answered ? int.MaxValue - answered.DayNumber : WrittenOn.DayNumber;
        TextKey = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(VietnameseText.Fold(Text))));
    }
}

/// <summary>What an actor may see of them: a province its own and its forerunners', everybody else all.</summary>
public static class RecommendationVisibility
{
    public static IQueryable<Recommendation> VisibleTo(this IQueryable<Recommendation> recommendations, Actor actor) => actor.ReadsEverything
        ? recommendations
        : recommendations.Where(r => r.UnitId != null && actor.UnitIds.Contains(r.UnitId.Value));

    /// <summary>Those the centre owes an answer to; says itself what the filter of the table says, for a query that reads without filters.</summary>
    public static IQueryable<Recommendation> Waiting(this IQueryable<Recommendation> recommendations) =>
        recommendations.Where(r => r.AnsweredOn == null && r.WithdrawnOn == null);
}

internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("Recommendations");
        builder.HasQueryFilter(r => r.WithdrawnOn == null);
        builder.Property(r => r.Text).HasMaxLength(RowFacts.TextLength);
        builder.Property(r => r.SubmittedTo).HasMaxLength(Conference.PlaceLength);
        builder.Property(r => r.Basis).HasMaxLength(RowFacts.BasisLength);
        builder.Property(r => r.Answer).HasMaxLength(RowFacts.AnswerLength);
        builder.Property(r => r.AnsweringDocument).HasMaxLength(CitedDocument.NameLength);
        builder.Property(r => r.TextKey).HasMaxLength(Recommendation.HashLength);
        builder.HasOne(r => r.Row).WithMany().HasForeignKey(r => r.RowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.EnteredBy).WithMany().HasForeignKey(r => r.EnteredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.AnsweredBy).WithMany().HasForeignKey(r => r.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.RowId).IsUnique();

        // The order of the list: all, those that wait, one unit's, one year's; and what asks the same.
        builder.HasIndex(r => new { r.SortKey, r.Id });
        builder.HasIndex(r => new { r.AnsweredOn, r.WithdrawnOn, r.SortKey, r.Id });
        builder.HasIndex(r => new { r.UnitId, r.SortKey, r.Id });
        builder.HasIndex(r => new { r.Year, r.SortKey, r.Id });
        builder.HasIndex(r => new { r.AnsweredOn, r.GroupKey, r.TextKey });

        // Most are in no group: without the filter SQLite believes that all are in one.
        builder.HasIndex(r => r.GroupKey).HasFilter("GroupKey IS NOT NULL");
    }
}
