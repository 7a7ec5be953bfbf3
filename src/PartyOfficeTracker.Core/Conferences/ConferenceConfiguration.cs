using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyOfficeTracker.Core.Conferences;

internal sealed class ConferenceConfiguration : IEntityTypeConfiguration<Conference>
{
    public void Configure(EntityTypeBuilder<Conference> builder)
    {
        builder.Property(c => c.Title).HasMaxLength(Conference.TitleLength);
        builder.Property(c => c.Venue).HasMaxLength(Conference.PlaceLength);
        builder.Property(c => c.PresenterName).HasMaxLength(Conference.PersonLength);
        builder.Property(c => c.PresenterTitle).HasMaxLength(Conference.PersonTitleLength);
        builder.Property(c => c.ReviewedWords).HasMaxLength(Conference.PeriodLength);
        builder.Property(c => c.AheadWords).HasMaxLength(Conference.PeriodLength);
        builder.Property(c => c.ReopenReason).HasMaxLength(Conference.ReasonLength);
        builder.Property(c => c.CourseReason).HasMaxLength(Conference.ReasonLength);
        builder.Ignore(c => c.Reviewed).Ignore(c => c.Ahead);
        builder.HasOne(c => c.Organiser).WithMany().HasForeignKey(c => c.OrganiserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.FullTextReviewedBy).WithMany().HasForeignKey(c => c.FullTextReviewedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Date, c.Id });
        builder.HasIndex(c => new { c.FindingYear, c.Date, c.Id, c.State });
        builder.HasIndex(c => new { c.TaskYear, c.Date, c.Id, c.State });
        builder.HasIndex(c => new { c.State, c.Date, c.Id });
        builder.HasIndex(c => new { c.Kind, c.Date, c.Id });
        builder.HasIndex(c => new { c.OrganiserId, c.Date, c.Id });
    }
}

internal sealed class ChairConfiguration : IEntityTypeConfiguration<Chair>
{
    public void Configure(EntityTypeBuilder<Chair> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(Conference.PersonLength);
        builder.Property(c => c.Title).HasMaxLength(Conference.PersonTitleLength);
        builder.HasOne(c => c.Conference).WithMany(c => c.Chairs).HasForeignKey(c => c.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConnectionPointConfiguration : IEntityTypeConfiguration<ConnectionPoint>
{
    public void Configure(EntityTypeBuilder<ConnectionPoint> builder)
    {
        builder.Property(p => p.Place).HasMaxLength(Conference.PlaceLength);
        builder.Property(p => p.Room).HasMaxLength(Conference.PlaceLength);
        builder.Property(p => p.ChairName).HasMaxLength(Conference.PersonLength);
        builder.Property(p => p.ChairTitle).HasMaxLength(Conference.PersonTitleLength);
        builder.Property(p => p.Attendance).HasMaxLength(ConnectionPoint.AttendanceLength);
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Conference).WithMany(c => c.ConnectionPoints).HasForeignKey(p => p.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(s => s.Outlet).HasMaxLength(Source.OutletLength);
        builder.Property(s => s.Author).HasMaxLength(Source.OutletLength);
        builder.Property(s => s.Url).HasMaxLength(Source.UrlLength);
        builder.Property(s => s.ContentHash).HasMaxLength(Source.HashLength);
        builder.HasOne(s => s.Conference).WithMany(c => c.Sources).HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.ContentHash);
    }
}
