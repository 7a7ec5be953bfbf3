using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PartyOfficeTracker.TestSupport;

/// <summary>What the application on a telephone does: the time-based code of RFC 6238 for a base-32 key.</summary>
public static class Authenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">The key as the page prints it.</param>
    /// <param name="stepsAhead">How many half minutes from now.</param>
    public static string Code(string key, int stepsAhead = 0)
    {
        const int stepSeconds = 30;
        const int modulo = 1_000_000;
        var step = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(step, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / stepSeconds) + stepsAhead);
#pragma warning disable CA5350 // The algorithm of the standard
        var hash = HMACSHA1.HashData(Decode(key), step);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % modulo).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        const int bitsPerCharacter = 5;
        const int bitsPerByte = 8;
        var result = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in key.Where(c => c != ' '))
        {
            buffer = (buffer << bitsPerCharacter) | Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            bits += bitsPerCharacter;
            if (bits >= bitsPerByte)
            {
                bits -= bitsPerByte;
                result.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. result];
    }
}
