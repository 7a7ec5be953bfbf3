using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Benchmarks.Scale;

/// <summary>What the same list costs with nothing around it: one query of EF's, twenty rows, a table; nobody signs in and nothing is laid out.</summary>
internal static class PlainPage
{
    public static async Task RunAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDbContextPool<AppDbContext>(o => o.UseSqlite($"Data Source={Path.Combine(folder, "partyoffice.db")}"));
        await using var app = builder.Build();
        app.MapGet("/", async (AppDbContext db) =>
        {
            var rows = await db.Assignments.AsNoTracking().OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(20)
                .Select(a => new { a.Id, a.Directive!.Number, a.Directive.Text, a.Directive.Conference!.Title, a.DueOn, a.State, a.Percent })
                .ToListAsync();
            var html = new StringBuilder("<!DOCTYPE html><title>Tasks</title><table>");
            foreach (var r in rows)
            {
                html.Append("<tr><td>").Append(r.Id).Append("<td>").Append(WebUtility.HtmlEncode(r.Number)).Append("<td>").Append(WebUtility.HtmlEncode(r.Text))
                    .Append("<td>").Append(WebUtility.HtmlEncode(r.Title)).Append("<td>").Append(r.DueOn).Append("<td>").Append(r.State)
                    .Append("<td>").Append(r.Percent).Append('%');
            }

            return Results.Content(html.Append("</table>").ToString(), "text/html");
        });
        await app.RunAsync();
    }
}
