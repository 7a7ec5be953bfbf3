using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>What every Word file of the office has: A4, Times New Roman, margins of 20, 20, 30 and 15 mm, the page's number above the text.</summary>
internal static class WordPaper
{
    public const string TitleStyle = "PaperTitle";
    public const string LineStyle = "PaperLine";
    public const string CellStyle = "PaperCell";
    public const string HeadStyle = "PaperHead";
    public const string SectionStyle = "PaperSection";
    public const string PartStyle = "PaperPart";
    public const string CentreStyle = "PaperCentre";

    private const string Face = "Times New Roman";
    private const uint Short = 11906;
    private const uint Long = 16838;

    /// <summary>The room between the margins, in twentieths of a point.</summary>
    public static int TextWidth(bool landscape) => (int)(landscape ? Long : Short) - Millimetres(30) - Millimetres(15);

    public static WordprocessingDocument Create(Stream to, string title)
    {
        var document = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
        main.AddNewPart<HeaderPart>("pages").Header = new Header(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = CentreStyle }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
        document.PackageProperties.Title = PaperFile.Clean(title);
        return document;
    }

    public static SectionProperties Section(bool landscape) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "pages" },
        new PageSize
        {
            Width = landscape ? Long : Short,
            Height = landscape ? Short : Long,
            Orient = landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
        },
        new PageMargin
        {
            Top = Millimetres(20),
            Bottom = Millimetres(20),
            Left = (uint)Millimetres(30),
            Right = (uint)Millimetres(15),
            Header = (uint)Millimetres(10),
            Footer = (uint)Millimetres(10),
            Gutter = 0,
        },
        new TitlePage());

    public static Paragraph Of(string? style, string text) => new(style is null ? [RunOf(text)] : [PropertiesOf(style), RunOf(text)]);

    /// <summary>A paragraph of passages, some of them bold or italic.</summary>
    public static Paragraph Of(string? style, params (string Text, bool Bold, bool Italic)[] runs) => new(
    [
        .. style is null ? Array.Empty<OpenXmlElement>() : [PropertiesOf(style)],
        .. runs.Where(r => r.Text.Length > 0).Select(r => RunOf(r.Text, r.Bold, r.Italic)),
    ]);

    public static Run RunOf(string text, bool bold = false, bool italic = false)
    {
        var run = new Run();
        if (bold || italic)
        {
            run.Append(new RunProperties([.. bold ? [new Bold()] : Array.Empty<OpenXmlElement>(), .. italic ? [new Italic()] : Array.Empty<OpenXmlElement>()]));
        }

        foreach (var (line, i) in PaperFile.Clean(text).Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static ParagraphProperties PropertiesOf(string style) => new(new ParagraphStyleId { Val = style });

    private static int Millimetres(int value) => value * 1440 * 10 / 254;

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Face, HighAnsi = Face, ComplexScript = Face, EastAsia = Face },
                new FontSize { Val = "28" },
                new FontSizeComplexScript { Val = "28" },
                new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { Before = "60", After = "60", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        StyleOf("Normal", JustificationValues.Both, isDefault: true),
        StyleOf(TitleStyle, JustificationValues.Center, bold: true),
        StyleOf(CentreStyle, JustificationValues.Center, tight: true),
        StyleOf(LineStyle, JustificationValues.Left, size: "22", italic: true),
        StyleOf(SectionStyle, JustificationValues.Left, bold: true, keep: true),
        StyleOf(PartStyle, JustificationValues.Left, bold: true, italic: true, keep: true),
        StyleOf(HeadStyle, JustificationValues.Center, size: "22", bold: true, tight: true),
        StyleOf(CellStyle, JustificationValues.Left, size: "22", tight: true));

    private static Style StyleOf(
        string id, JustificationValues side, string? size = null, bool bold = false, bool italic = false, bool keep = false, bool tight = false,
        bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep)
        {
            paragraph.Append(new KeepNext());
        }

        if (tight)
        {
            paragraph.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        }

        paragraph.Append(new Justification { Val = side });
        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        if (italic)
        {
            run.Append(new Italic());
        }

        if (size is not null)
        {
            run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        }

        return new Style([new StyleName { Val = id }, paragraph, .. run.HasChildren ? [run] : Array.Empty<OpenXmlElement>()])
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault,
            CustomStyle = !isDefault,
        };
    }
}
