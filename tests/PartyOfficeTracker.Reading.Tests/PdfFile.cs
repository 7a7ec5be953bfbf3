using System.Globalization;
using System.Text;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>PDFs made in memory: lines at places, each letter a code of its own that a table maps to its character, as office programs write it.</summary>
internal static class PdfFile
{
    private const int Size = 10;

    public static byte[] Of(params (double Left, double Base, string Text)[][] pages)
    {
        var letters = pages.SelectMany(page => page.SelectMany(line => line.Text)).Distinct().ToList();
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (var i = 0; i < letters.Count; i++) map.Append(CultureInfo.InvariantCulture, $"1 beginbfchar <{i + 1:X4}> <{(int)letters[i]:X4}> endbfchar\n");
        map.Append("endcmap end end");
        var kids = string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 " +
                "/FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 600 800] /ItalicAngle 0 /Ascent 800 /Descent 0 " +
                "/CapHeight 700 /StemV 80 >> >>",
            $"<< /Length {map.Length} >>\nstream\n{map}\nendstream",
        ];
        foreach (var page in pages)
        {
            var content = string.Concat(page.Select(line => string.Create(CultureInfo.InvariantCulture,
                $"BT /F1 {Size} Tf {line.Left} {line.Base} Td <{string.Concat(line.Text.Select(c => $"{letters.IndexOf(c) + 1:X4}"))}> Tj ET\n")));
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Written(objects);
    }

    /// <summary>The file of these objects, the first of which is the catalogue.</summary>
    /// <param name="objects">In order of their numbers, from one.</param>
    /// <param name="trailer">What stands in the trailer besides.</param>
    internal static byte[] Written(IReadOnlyList<string> objects, string trailer = "")
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R{trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
