using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Forms;

namespace PartyOfficeTracker.Web.Pages.Conferences.Import;

/// <summary>
/// What stands unsaved in the head of a report while something else is done with it. With script the page stays and so do its boxes; without it the head
/// travels with every act, is kept as a draft and shown again, as it was typed.
/// </summary>
public sealed class TypedHead(DraftService drafts)
{
    private const string Prefix = nameof(ReviewModel.Head) + ".";

    public static bool IsIn(HttpRequest request) => request.HasFormContentType && request.Form.ContainsKey(Prefix + nameof(ReviewModel.Head.Title));

    /// <summary>Keeps the head that came with an act.</summary>
    /// <returns>A failure where it must not be kept: it bears a secrecy marking.</returns>
    public async Task<Result> KeepAsync(Actor actor, int import, HttpRequest request, CancellationToken cancel) =>
        IsIn(request) ? await drafts.SaveAsync(actor, FormOf(import), JsonSerializer.Serialize(Of(request)), cancel) : Result.Success();

    public Task ForgetAsync(Actor actor, int import, CancellationToken cancel) => drafts.DiscardAsync(actor, FormOf(import), cancel);

    /// <summary>Puts what was typed in the place of what is stored: that of this post, else that of the one before.</summary>
    public async Task ShowAsync(Actor actor, int import, HttpRequest request, ModelStateDictionary state, CancellationToken cancel)
    {
        var typed = IsIn(request)
            ? Of(request)
            : (await drafts.ListAsync(actor, AddressOf(import), cancel)).FirstOrDefault(d => d.Form == FormOf(import))?.Values;
        foreach (var (field, value) in typed ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            state.SetModelValue(field, value, value);
        }
    }

    private static Dictionary<string, string> Of(HttpRequest request) => request.Form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && f.Key != Prefix + nameof(ReviewModel.Head.Version))
        .ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);

    private static string AddressOf(int import) => FormattableString.Invariant($"/conferences/import/{import}");

    private static string FormOf(int import) => AddressOf(import) + "#typed";
}
