using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Forms;

/// <summary>Answers whether a form was carried out already, and where its first answer led.</summary>
public sealed class FormKeyService(AppDbContext db, TimeProvider time)
{
    private const int WaitSteps = 20;
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(100);

    public Task<bool> IsUsedAsync(Guid key, CancellationToken cancel) =>
        db.UsedFormKeys.AsNoTracking().AnyAsync(k => k.Key == key, cancel);

    /// <summary>Waits up to two seconds for the first of two simultaneous posts to be answered; null when it led nowhere.</summary>
    public async Task<string?> LocationAsync(Guid key, CancellationToken cancel)
    {
        for (var i = 0; i < WaitSteps; i++)
        {
            var location = await db.UsedFormKeys.AsNoTracking().Where(k => k.Key == key).Select(k => k.Location).FirstOrDefaultAsync(cancel);
            if (location is not null)
            {
                return location;
            }

            await Task.Delay(WaitStep, time, cancel);
        }

        return null;
    }

    public Task RememberLocationAsync(Guid key, string location, CancellationToken cancel) =>
        location.Length > UsedFormKey.LocationLength
            ? Task.CompletedTask
            : db.UsedFormKeys.Where(k => k.Key == key).ExecuteUpdateAsync(s => s.SetProperty(k => k.Location, location), cancel);
}
