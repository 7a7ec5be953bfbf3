using PartyOfficeTracker.Core.Jobs;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Looks every minute whether there is daily work to do and letters to send. <c>Jobs:Enabled</c> false leaves it to other nodes.</summary>
public sealed partial class DailyWorker(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<DailyWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Jobs:Enabled", true))
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause);
        do
        {
            await RunAsync<DailyWork>(work => work.RunAsync(stoppingToken), stoppingToken);
            await RunAsync<MailSender>(sender => sender.SendDueAsync(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync<T>(Func<T, Task> work, CancellationToken stopping)
        where T : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // The next minute tries again; the job's own row says that it was not finished.
            Failed(log, e, typeof(T).Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed and is tried again")]
    private static partial void Failed(ILogger log, Exception e, string work);
}
