using System.IO.Compression;
using System.Text;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.UnitTests.FollowUp;

public class FileRulesTests
{
    [Fact]
    public void APdf_IsAllowed_WhateverItsName()
    {
        Assert.True(FileRules.IsAllowed(new UploadedFile("a.exe", "%PDF-1.7 …"u8.ToArray()), out var type, out _));
        Assert.Equal("application/pdf", type);
    }

    [Theory]
    [InlineData("MZ\u0090 program")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("")]
    public void AnythingElse_IsRefused_WhateverItsName(string content)
    {
        Assert.False(FileRules.IsAllowed(new UploadedFile("a.pdf", Encoding.Latin1.GetBytes(content)), out _, out var why));
        Assert.Equal("File.TypeNotAllowed", why);
    }

    [Fact]
    public void AWordFile_IsAllowed() => Assert.True(FileRules.IsAllowed(Zip("word/document.xml", "<w/>"), out _, out _));

    [Fact]
    public void AWordFile_WithMacros_IsRefused()
    {
        Assert.False(FileRules.IsAllowed(Zip("word/document.xml", "<w/>", "word/vbaProject.bin"), out _, out var why));
        Assert.Equal("File.Macros", why);
    }

    [Fact]
    public void AZipBomb_IsRefused_BeforeItIsInflated()
    {
        Assert.False(FileRules.IsAllowed(Zip("word/document.xml", new string('0', 5_000_000)), out _, out var why));
        Assert.Equal("File.Bomb", why);
    }

    [Fact]
    public void ATooLargeFile_IsRefused()
    {
        Assert.False(FileRules.IsAllowed(new UploadedFile("a.pdf", new byte[FileRules.MaximumBytes + 1]), out _, out var why));
        Assert.Equal("File.TooLarge", why);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\báo cáo.docx", "báo cáo.docx")]
    [InlineData("a\"b\r\n.pdf", "ab.pdf")]
    [InlineData("", "file")]
    public void SafeName_KeepsTheNameAndDropsTheRest(string name, string expected) => Assert.Equal(expected, FileRules.SafeName(name));

    private static UploadedFile Zip(string name, string content, params string[] more)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in more.Prepend(name))
            {
                using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
                writer.Write(content);
            }
        }

        return new UploadedFile("a.docx", memory.ToArray());
    }
}
