using System.Text;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// <c>read FILE [FILE…] --out DIR</c>: one JSON a report. Exit 0 when all were read, 3 when at least one was refused
/// (the others are written), 2 on bad usage. Needs no database.
/// </summary>
public static class ReadCommand
{
    private const int Refused = 3;
    private const int BadUsage = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (Parse(args) is not var (files, directory))
        {
            error.WriteLine("Cách dùng: read TỆP [TỆP…] --out THƯ_MỤC");
            return BadUsage;
        }

        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{directory}: không ghi được vào thư mục này");
            return BadUsage;
        }

        var exit = 0;
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (Refusal(file, out var text) is { } reason)
            {
                error.WriteLine($"{Path.GetFileName(file)}: {reason}");
                exit = Refused;
                continue;
            }

            var target = Path.Combine(directory, Path.GetFileNameWithoutExtension(file) + ".json");
            if (!written.Add(target))
            {
                error.WriteLine($"{Path.GetFileName(file)}: trùng tên kết quả với tệp đã đọc trước, không ghi đè");
                exit = Refused;
                continue;
            }

            File.WriteAllText(target, DraftJson.Write(MinutesReader.Read(text)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            output.WriteLine(target);
        }

        return exit;
    }

    private static (List<string> Files, string Directory)? Parse(string[] args)
    {
        var files = new List<string>();
        string? directory = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--out")
            {
                if (i + 1 >= args.Length || directory is not null) return null;
                directory = args[++i];
            }
            else if (args[i].StartsWith("--", StringComparison.Ordinal))
            {
                return null;
            }
            else
            {
                files.Add(args[i]);
            }
        }

        return files.Count > 0 && !string.IsNullOrWhiteSpace(directory) ? (files, directory) : null;
    }

    /// <summary>Why a file is not read; null when <paramref name="text"/> holds its text.</summary>
    private static string? Refusal(string file, out string text)
    {
        text = "";
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists) return "không tìm thấy tệp";
            if (info.Length > SourceText.LargestFile) return SourceText.Describe(SourceRefusal.TooLarge);
            var source = SourceText.Read(File.ReadAllBytes(file), file);
            if (source.Refusal is { } refusal) return SourceText.Describe(refusal);
            text = source.Text;
            return SecrecyMarking.Find(text) is null ? null : SourceText.Describe(SourceRefusal.SecrecyMarking);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "không đọc được tệp";
        }
    }
}
