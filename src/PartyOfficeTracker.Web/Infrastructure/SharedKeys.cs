using Microsoft.AspNetCore.DataProtection;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The keys that sign cookies, form tokens and kept forms lie in the database, so that every node reads what another has written.</summary>
public static class SharedKeys
{
    public static void AddSharedKeys(this IServiceCollection services) =>
        services.AddDataProtection().SetApplicationName("PartyOfficeTracker").PersistKeysToDbContext<AppDbContext>();
}
