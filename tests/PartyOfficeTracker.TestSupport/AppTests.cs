namespace PartyOfficeTracker.TestSupport;

/// <summary>
/// Tests of the whole application. A feature's tests stand in an abstract class; two sealed classes run them, one on each
/// provider:
/// <code>
/// public abstract class SignInTests(AppHost host) : AppTests(host) { [Fact] … }
/// public sealed class SignInOnSqlite(SqliteHost host) : SignInTests(host), IClassFixture&lt;SqliteHost&gt;;
/// public sealed class SignInOnSqlServer(SqlServerHost host) : SignInTests(host), IClassFixture&lt;SqlServerHost&gt;;
/// </code>
/// </summary>
public abstract class AppTests(AppHost host)
{
    protected AppHost Host { get; } = host.OrSkip();
}
