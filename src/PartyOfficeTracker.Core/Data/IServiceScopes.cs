using Microsoft.Extensions.DependencyInjection;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Gives a singleton a database context of its own for one piece of work.</summary>
public interface IServiceScopes
{
    Task<T> RunAsync<T>(Func<AppDbContext, Task<T>> work);
}

internal sealed class ServiceScopes(IServiceScopeFactory factory) : IServiceScopes
{
    public async Task<T> RunAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = factory.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }
}
