using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Accounts;

public sealed record DemoAccount(string UserName, string DisplayName, UserRole Role, string? UnitCode);

/// <summary>The accounts of Development. In Production none of them is ever made.</summary>
public sealed class DemoAccounts(AppDbContext db, UserManager<AppUser> users, TimeProvider time)
{
    public const string Password = "Demo!2021-giaoban";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("chuyenvien", "Chuyên viên Văn phòng Trung ương", UserRole.Clerk, null),
        new("lanhdao", "Lãnh đạo Văn phòng", UserRole.Lead, null),
        new("camau", "Văn phòng Tỉnh ủy Cà Mau", UserRole.Province, "ca-mau"),
        new("nghean", "Văn phòng Tỉnh ủy Nghệ An", UserRole.Province, "nghe-an"),
        new("khanhhoa", "Văn phòng Tỉnh ủy Khánh Hòa", UserRole.Province, "khanh-hoa"),
        new("thuongtruc", "Thường trực", UserRole.Leadership, null),
        new("kiemtra", "Kiểm tra", UserRole.Inspector, null),
        new("quantri", "Quản trị hệ thống", UserRole.Administrator, null),
    ];

    /// <summary>An account another node has made meanwhile is there, and that is all that is wanted.</summary>
    /// <exception cref="InvalidOperationException">Identity refused an account.</exception>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        foreach (var account in All)
        {
            if (await users.FindByNameAsync(account.UserName) is not null)
            {
                continue;
            }

            var unitId = account.UnitCode is null
                ? null
                : (int?)await db.Units.Where(u => u.Code == account.UnitCode).Select(u => u.Id).SingleAsync(cancel);
            var result = await users.CreateAsync(
                new AppUser
                {
                    UserName = account.UserName,
                    DisplayName = account.DisplayName,
                    Role = account.Role,
                    UnitId = unitId,
                    Email = account.UserName + "@giaoban.example",
                    CreatedAt = time.GetUtcNow().UtcDateTime,
                },
                Password);
            if (!result.Succeeded && result.Errors.Any(e => e.Code != nameof(IdentityErrorDescriber.DuplicateUserName)))
            {
                throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
            }
        }
    }
}
