using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Import;

/// <summary>The command that reads reports into JSON without a database.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private static readonly string Report = """
        Sáng ngày 6/1/2021, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết công tác năm 2020. Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy
          chủ trì hội nghị.

        Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng:
        1. Trả lời đơn thư trong tuần.
        2. Sắp lại kho lưu trữ.
        """.Unwrap();

    private readonly string _folder = Directory.CreateTempSubdirectory("partyoffice-read-").FullName;

    private string Out => Path.Combine(_folder, "ra");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reports_AreEachWrittenAsJsonNamedAfterTheirFile()
    {
        var (exit, output, error) = Run(Write("một.txt", Report), Write("hai.docx", Documents.Docx(Report)), "--out", Out);

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(["hai.json", "một.json"], Written());
        Assert.Equal([Path.Combine(Out, "một.json"), Path.Combine(Out, "hai.json")], Lines(output));
        Assert.All(Written(), name => AssertIsTheReport(Path.Combine(Out, name)));
    }

    [Fact]
    public void Json_StartsWithoutAByteOrderMark()
    {
        Run(Write("một.txt", Report), "--out", Out);

        Assert.Equal((byte)'{', File.ReadAllBytes(Path.Combine(Out, "một.json"))[0]);
    }

    [Theory]
    [InlineData()]
    [InlineData("bai.txt")]
    [InlineData("bai.txt", "--out")]
    [InlineData("bai.txt", "--out", " ")]
    [InlineData("--out", "ra")]
    [InlineData("bai.txt", "--out", "ra", "--out", "ra2")]
    [InlineData("bai.txt", "--format", "--out", "ra")]
    public void WrongArguments_AreToldHowItIsUsed(params string[] arguments)
    {
        Write("bai.txt", Report);

        var (exit, output, error) = Run([.. arguments.Select(a => a is "bai.txt" or "ra" or "ra2" ? Path.Combine(_folder, a) : a)]);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("Cách dùng: read", Assert.Single(Lines(error)), StringComparison.Ordinal);
        Assert.Empty(Written());
    }

    [Theory]
    [InlineData("MẬT\n")]
    [InlineData("Độ mật: Tối mật\n")]
    public void ReportWithASecrecyMarking_IsNamedAndNotWritten_TheOthersAre(string marking)
    {
        const string secret = "Mã riêng 7316";

        var (exit, output, error) = Run(
            Write("đầu.txt", Report), Write("kín.txt", marking + Report + "\n" + secret), Write("kín hai.docx", Documents.Docx(marking + Report)),
            Write("cuối.txt", Report), "--out", Out);

        Assert.Equal(3, exit);
        Assert.Equal(["kín.txt: văn bản có dấu chỉ độ mật, không nhận vào hệ thống này",
            "kín hai.docx: văn bản có dấu chỉ độ mật, không nhận vào hệ thống này"], Lines(error));
        Assert.Equal(["cuối.json", "đầu.json"], Written());
        Assert.DoesNotContain(secret, output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void UnreadableFiles_AreEachToldInOneLine_TheOthersAreWritten()
    {
        var (exit, _, error) = Run(
            Path.Combine(_folder, "thiếu.txt"), Write("macro.docx", Documents.DocxWithMacro(Report)), Write("hỏng.docx", Report), Write("rỗng.txt", ""),
            Write("ảnh.png", Report), Write("tốt.txt", Report), "--out", Out);

        Assert.Equal(3, exit);
        Assert.Equal(
            ["thiếu.txt: không tìm thấy tệp", "macro.docx: tệp có macro, không nhận; hãy lưu lại thành .docx hoặc .xlsx",
                "hỏng.docx: tệp bị hỏng, không mở được", "rỗng.txt: tệp rỗng",
                "ảnh.png: chỉ nhận tệp .txt, .docx, .xlsx và .pdf có chữ; hãy lưu lại thành .docx"],
            Lines(error));
        Assert.Equal(["tốt.json"], Written());
    }

    [Fact]
    public void TwoFiles_OfOneName_AreNotWrittenOverOneAnother()
    {
        var first = Write("một.txt", Report);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "khác")).FullName;
        var second = Path.Combine(folder, "một.txt");
        File.WriteAllText(second, Report + "\nThêm.");

        var (exit, _, error) = Run(first, second, "--out", Out);

        Assert.Equal(3, exit);
        Assert.StartsWith("một.txt: trùng tên", Assert.Single(Lines(error)), StringComparison.Ordinal);
        Assert.Equal(["một.json"], Written());
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsToldInOneLine()
    {
        var file = Write("một.txt", Report);

        var (exit, _, error) = Run(file, "--out", Path.Combine(file, "bên trong"));

        Assert.Equal(2, exit);
        Assert.Single(Lines(error));
    }

    [Fact]
    public async Task Program_ReadsWithoutADatabase_AndLeavesNothingWhereItWasStarted()
    {
        var work = Directory.CreateDirectory(Path.Combine(_folder, "nơi chạy")).FullName;
        var report = Write("một.txt", Report);
        var secret = Write("kín.txt", "MẬT\n" + Report);

        var (read, readError) = await StartAsync(work, "read", report, "--out", Out);
        var (refused, refusedError) = await StartAsync(work, "read", secret, "--out", Out);
        var (usage, usageError) = await StartAsync(work, "read");

        Assert.Equal((0, ""), (read, readError));
        Assert.Equal(3, refused);
        Assert.StartsWith("kín.txt: ", Assert.Single(Lines(refusedError)), StringComparison.Ordinal);
        Assert.Equal(2, usage);
        Assert.NotEmpty(usageError);
        Assert.Equal(["một.json"], Written());
        Assert.Empty(Directory.EnumerateFileSystemEntries(work, "*", SearchOption.AllDirectories));
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = ReadCommand.Run(arguments, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>A database that cannot be had, so that whoever asks for it fails.</summary>
    private static async Task<(int Exit, string Error)> StartAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartyOfficeTracker.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        start.Environment["Database__Provider"] = "SqlServer";
        start.Environment["Database__ConnectionString"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    private static void AssertIsTheReport(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.Contains("Phan Thị Mẫu", json.RootElement.ToString(), StringComparison.Ordinal);
        Assert.Contains("Sắp lại kho lưu trữ.", json.RootElement.ToString(), StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private List<string> Written() => Directory.Exists(Out) ? [.. Directory.GetFiles(Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
