using System.Security.Cryptography;
using System.Text;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>
/// The one-time code that makes the first administrator of an empty installation. Printed once at start; kept here only
/// as a hash, in memory, so a restart makes a new one.
/// </summary>
public sealed class FirstAdministrator
{
    private byte[]? _hash;

    public bool IsOpen => _hash is not null;

    public string Open()
    {
        var code = TemporaryPassword.Create();
        _hash = Hash(code);
        return code;
    }

    public void Close() => _hash = null;

    public bool Accepts(string? code) =>
        _hash is { } expected && code is not null && CryptographicOperations.FixedTimeEquals(expected, Hash(code));

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(PasswordRules.Fold(code)));
}
