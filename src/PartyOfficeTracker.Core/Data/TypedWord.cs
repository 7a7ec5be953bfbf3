using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Data;

/// <summary>A word of a search or of a text that was found, with what the index of folded words leaves out.</summary>
/// <param name="Spelt">The word with its marks.</param>
/// <param name="IsCapital">All in capitals, and more than one: an abbreviation.</param>
public sealed record TypedWord(SpeltWord Spelt, bool IsCapital)
{
    /// <summary>The words of a text, in the order and number of <see cref="SearchWords.Of"/> where no word is too long for the index.</summary>
    public static IReadOnlyList<TypedWord> Of(string text) =>
    [
        .. SearchWords.PiecesOf(VietnameseText.Normalise(text)).Select(piece => new TypedWord(
            VietnameseText.Spelling(piece.Value).FirstOrDefault(),
            piece.Length > 1 && char.IsLetter(piece.Value[0]) && !piece.Value.Any(char.IsLower))),
    ];
}
