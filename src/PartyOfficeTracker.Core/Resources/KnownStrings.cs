using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PartyOfficeTracker.Core.Resources;

/// <summary>The texts, each looked up once a language and process: a page asks for a hundred of them.</summary>
public sealed class KnownStrings(IStringLocalizerFactory factory) : IStringLocalizer<Strings>
{
    private readonly IStringLocalizer _texts = factory.Create(typeof(Strings));
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LocalizedString>> _known = new(StringComparer.Ordinal);

    public LocalizedString this[string name]
    {
        get
        {
            var known = _known.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => new ConcurrentDictionary<string, LocalizedString>(StringComparer.Ordinal));
            if (known.TryGetValue(name, out var text))
            {
                return text;
            }

            text = _texts[name];

            // A key that is not there is a mistake, and may be made of anything.
            return text.ResourceNotFound ? text : known.GetOrAdd(name, text);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, FormFor(text.Value, arguments), arguments), text.ResourceNotFound);
        }
    }

    /// <summary>A language that has a form of its own for one gives it behind a bar; the first number counts: "{0} days|{0} day".</summary>
    private static string FormFor(string text, object[] arguments)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? text : arguments.OfType<int>().FirstOrDefault() == 1 ? text[(bar + 1)..] : text[..bar];
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);
}
