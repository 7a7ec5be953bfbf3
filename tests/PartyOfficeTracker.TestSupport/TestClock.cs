namespace PartyOfficeTracker.TestSupport;

/// <summary>The application's clock in a test: the real one until it is set, then it stands still. Timers run in real time.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset? _now;

    public override DateTimeOffset GetUtcNow() => _now ?? System.GetUtcNow();

    public void Set(DateTimeOffset now) => _now = now;

    /// <summary>Noon of this day in Vietnam.</summary>
    public void SetDay(int year, int month, int day) => Set(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.FromHours(7)).ToUniversalTime());

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    public void Reset() => _now = null;
}
