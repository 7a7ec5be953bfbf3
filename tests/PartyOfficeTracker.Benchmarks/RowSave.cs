using System.Globalization;
using System.Text;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.Benchmarks;

/// <summary>
/// What a saved row costs as the entry page's script saves it: the post, and the part of the page it leads to. The processor's time is this whole process's, so
/// that it holds what the client costs as well.
/// </summary>
internal static class RowSave
{
    private const int Warm = 20;
    private const int Measured = 60;
    private const int Block = 100;
    private static readonly string[] Kinds = ["Achievement", "Shortcoming", "Obstacle", "Directive", "Remark"];

    public static async Task RunAsync(int rows)
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var browser = await host.SignInAsync("chuyenvien");
        var organiser = await host.UnitIdAsync("vptw");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"),
            ("Input.Title", "Hội nghị dài"), ("Input.Date", "13/01/2021"), ("Input.OrganiserId", organiser.ToString(CultureInfo.InvariantCulture)));
        var address = entry.Url.Split('?')[0];
        for (var made = 0; made < rows; made += Block)
        {
            var kind = Kinds[made / Block % Kinds.Length];
            var lines = Enumerable.Range(made, Math.Min(Block, rows - made)).Select(Words);
            await browser.SubmitAsync(await browser.GetPageAsync($"{address}?section={kind}"), $"#s-{kind} form.quick", ("Add.Text", string.Join('\n', lines)));
        }

        var form = Browser.Fields(await browser.GetPageAsync(address + "?section=Training"), "#s-Training form.quick");
        for (var i = 0; i < Warm; i++)
        {
            await SaveAsync(browser, address, form, i);
        }

        var before = Environment.CpuUsage.TotalTime;
        var bytes = 0;
        for (var i = 0; i < Measured; i++)
        {
            bytes = Math.Max(bytes, await SaveAsync(browser, address, form, Warm + i));
        }

        var each = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Measured;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows} rows: {each:0.0} ms of the processor a saved row, at most {bytes / 1024.0:0.0} KB back"));
    }

    private static string Words(int i) => $"Các cơ quan thực hiện tốt việc thứ {i} được giao trong năm và báo cáo đúng hạn";

    private static async Task<int> SaveAsync(Browser browser, string address, IReadOnlyList<(string Name, string Value)> form, int i)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, address + "?handler=Add");
        post.Headers.Add("HX-Request", "true");
        post.Content = new FormUrlEncodedContent(form.Where(f => f.Name is not ("Add.Text" or "__key")).Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(KeyValuePair.Create("Add.Text", Words(i))).Append(KeyValuePair.Create("__key", Guid.NewGuid().ToString("N"))));
        using var answer = await browser.Client.SendAsync(post);
        using var part = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        part.Headers.Add("HX-Request", "true");
        using var shown = await browser.Client.SendAsync(part);
        var html = await shown.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return Encoding.UTF8.GetByteCount(html);
    }
}
