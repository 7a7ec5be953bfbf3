namespace PartyOfficeTracker.Core.Common;

/// <summary>A word as it is spelt: its letters in lower case, and the tone of its syllable, wherever that was put.</summary>
/// <param name="Letters">Without the tone: "hoa", "tư".</param>
/// <param name="Tone">The mark; null for the level tone and for what is no syllable.</param>
public readonly record struct SpeltWord(string Letters, char? Tone)
{
    /// <summary>Whether a word of a text is what was typed: a mark that was typed must be there, a letter typed without its mark stands for any.</summary>
    /// <param name="typed">The word that was typed.</param>
    /// <param name="unfinished">The word typed may go on.</param>
    public bool Fits(SpeltWord typed, bool unfinished = false)
    {
        if (unfinished ? Letters.Length < typed.Letters.Length : Letters.Length != typed.Letters.Length)
        {
            return false;
        }

        for (var i = 0; i < typed.Letters.Length; i++)
        {
            if (Letters[i] != typed.Letters[i] && Bare(Letters[i]) != typed.Letters[i])
            {
                return false;
            }
        }

        return typed.Tone is null || typed.Tone == Tone;
    }

    private static char Bare(char letter) => letter switch
    {
        'ă' or 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        _ => letter,
    };
}
