using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>A file as a form brings it.</summary>
public static class Uploads
{
    /// <summary>Null where none was chosen.</summary>
    public static async Task<UploadedFile?> ToFileAsync(this IFormFile? file, CancellationToken cancel)
    {
        if (file is not { Length: > 0 })
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return new UploadedFile(file.FileName, content.ToArray());
    }

    /// <summary>A file nothing could look into for a secrecy marking is kept, and the person told.</summary>
    public static string WhyUnseen(IStringLocalizer<Strings> text, UploadedFile? file) =>
        file is not null && FileDoor.IsUnseen(file.Content, file.FileName) ? " " + text["File.NotSeen", FileRules.SafeName(file.FileName)] : "";
}
