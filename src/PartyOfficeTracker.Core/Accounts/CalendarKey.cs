using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>The secret in the address of a person's calendar. Only its hash is stored, so that a copy of the database opens no calendar.</summary>
public static class CalendarKey
{
    public const int HashLength = 64;

    private const int Bytes = 32;

    /// <returns>256 random bits as 43 letters, digits, hyphens and underscores.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
