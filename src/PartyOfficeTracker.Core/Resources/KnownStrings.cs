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
            // The first number counts.
            var form = LocalizerExtensions.FormFor(text.Value, arguments.OfType<int>().FirstOrDefault());
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, form, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);
}
