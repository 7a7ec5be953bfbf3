using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>Identity asks for a name before it adds it; a name taken between the two is a failure like one taken before.</summary>
public sealed class AppUserStore(AppDbContext db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<AppUser, AppDbContext, int>(db, describer)
{
    public override async Task<IdentityResult> CreateAsync(AppUser user, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.CreateAsync(user, cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueClash(e))
        {
            Context.ChangeTracker.Clear();
            return IdentityResult.Failed(ErrorDescriber.DuplicateUserName(user.UserName ?? ""));
        }
    }
}
