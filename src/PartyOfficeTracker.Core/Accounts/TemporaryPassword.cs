using System.Security.Cryptography;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>Secrets a person reads once and types: no letter or digit that looks like another.</summary>
public static class TemporaryPassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    public static string Create() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
