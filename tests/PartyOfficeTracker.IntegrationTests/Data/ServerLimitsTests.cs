using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyOfficeTracker.IntegrationTests.Data.TransactSql;

namespace PartyOfficeTracker.IntegrationTests.Data;

/// <summary>The check of the model's limits can fail: each of them on a model that breaks it.</summary>
public sealed class ServerLimitsTests
{
    private static readonly string LongName = "Long" + new string('x', 150);

    [Fact]
    public void NameOver128Characters_IsAFault() =>
        Assert.Contains("is longer than 128", Only(model =>
            model.Entity<Parent>().Property(p => p.Name).HasMaxLength(10).HasColumnName(LongName)), StringComparison.Ordinal);

    [Fact]
    public void PrimaryKeyOver900Bytes_IsAFault() =>
        Assert.Contains("1000 bytes of 900", Only(model =>
        {
            model.Entity<Parent>().HasKey(p => p.Name);
            model.Entity<Parent>().Property(p => p.Name).HasMaxLength(500);
        }), StringComparison.Ordinal);

    [Fact]
    public void IndexKeyOver1700Bytes_IsAFault() =>
        Assert.Contains("2000 bytes of 1700", Only(model =>
        {
            model.Entity<Parent>().HasIndex(p => p.Name);
            model.Entity<Parent>().Property(p => p.Name).HasMaxLength(1000);
        }), StringComparison.Ordinal);

    [Fact]
    public void TwoCascadesToOneTable_AreAFault() =>
        Assert.Contains("deleting goes", Only(model =>
        {
            model.Entity<Child>().HasOne<Parent>().WithMany().HasForeignKey(c => c.OneId).OnDelete(DeleteBehavior.Cascade);
            model.Entity<Child>().HasOne<Parent>().WithMany().HasForeignKey(c => c.OtherId).OnDelete(DeleteBehavior.Cascade);
        }), StringComparison.Ordinal);

    [Fact]
    public void ACascadeToItself_IsAFault() =>
        Assert.Contains("back", Only(model =>
            model.Entity<Child>().HasOne<Child>().WithMany().HasForeignKey(c => c.OneId).OnDelete(DeleteBehavior.Cascade)), StringComparison.Ordinal);

    [Fact]
    public void AnOrdinaryModel_HasNoFault() => Assert.Empty(Faults(_ => { }));

    private static string Only(Action<ModelBuilder> change) => Assert.Single(Faults(change));

    private static IReadOnlyList<string> Faults(Action<ModelBuilder> change)
    {
        using var db = new Small(change);
        return ServerLimits.FaultsOf(db.GetService<IDesignTimeModel>().Model);
    }

    private sealed class Parent
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }

    private sealed class Child
    {
        public int Id { get; set; }

        public int? OneId { get; set; }

        public int? OtherId { get; set; }
    }

    private sealed class Small(Action<ModelBuilder> change) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlServer("Server=nowhere").EnableServiceProviderCaching(false);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Parent>();
            modelBuilder.Entity<Child>();
            change(modelBuilder);
        }
    }
}
