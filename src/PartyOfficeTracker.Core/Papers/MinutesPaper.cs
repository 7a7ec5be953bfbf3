using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>
/// The minutes (biên bản) of a conference in the form of the Party's papers, in Vietnamese whatever the screen speaks. What the office did not record is
/// left to the pen: number, place of the date, the secretary.
/// </summary>
public sealed class MinutesPaper(PaperDesk desk, ConferenceReader conferences)
{
    /// <summary>The kinds of rows the conference's content is told by, in order; directives are its conclusion.</summary>
    private static readonly RowKind[] s_content =
    [
        RowKind.Achievement, RowKind.Shortcoming, RowKind.Obstacle, RowKind.Remark, RowKind.Recommendation, RowKind.Award, RowKind.Emulation, RowKind.Training,
    ];

    /// <summary>Room for the pen.</summary>
    private const string Dots = "………………………………………………";

    /// <summary>A draft is made for those who write it only.</summary>
    public async Task<Result<PaperFile>> MakeAsync(Actor actor, int id, CancellationToken cancel)
    {
        var found = await ConferencePaper.FindAsync(conferences, actor, id, cancel);
        if (found.Failure is { } failure)
        {
            return failure;
        }

        var names = await desk.NamesAsync(cancel);
        var screen = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        try
        {
            return Write(actor, found.Value, names);
        }
        finally
        {
            CultureInfo.CurrentUICulture = screen;
        }
    }

    private PaperFile Write(Actor actor, ConferenceDetails found, NameBook names)
    {
        var content = new MemoryStream();
        var title = desk.Text["Paper.Minutes"].Value + " – " + found.Head.Title;
        using (var document = WordPaper.Create(content, title))
        {
            document.MainDocumentPart!.Document = new Document(new Body(
            [
                Letterhead(found.Head, names),
                .. Head(found.Head),
                .. TimeAndPlace(found.Head),
                .. People(found),
                .. Content(found, names),
                .. Conclusion(found, names),
                WordPaper.Of(null, ""),
                Signatures(found),
                WordPaper.Of(WordPaper.LineStyle, desk.Text["Minutes.MadeBy", desk.Now(), actor.DisplayName]),
                WordPaper.Section(landscape: false),
            ]));
        }

        return PaperFile.Of(content, PaperFormat.Docx, title, found.Head.Date);
    }

    /// <summary>The organiser and the number on the left, the Party's name and the day on the right.</summary>
    private Table Letterhead(Conference head, NameBook names) => TwoColumns(
        44,
        [
            WordPaper.Of(WordPaper.CentreStyle, (names.Unit(head.OrganiserId, head.Date).ToUpper(CultureInfo.GetCultureInfo("vi-VN")), true, false)),
            WordPaper.Of(WordPaper.CentreStyle, "*"),
            WordPaper.Of(WordPaper.CentreStyle, desk.Text["Minutes.Number"]),
        ],
        [
            WordPaper.Of(WordPaper.CentreStyle, (desk.Text["Minutes.Party"], true, false)),
            WordPaper.Of(WordPaper.CentreStyle, ""),
            WordPaper.Of(WordPaper.CentreStyle, (desk.Text["Minutes.PlaceAndDay", Two(head.Date.Day), Two(head.Date.Month), head.Date.Year], false, true)),
        ]);

    private IEnumerable<Paragraph> Head(Conference head)
    {
        yield return WordPaper.Of(null, "");
        yield return WordPaper.Of(WordPaper.TitleStyle, desk.Text["Minutes.Title"]);
        yield return WordPaper.Of(WordPaper.TitleStyle, head.Title);
        if (head.State == ConferenceState.Draft)
        {
            yield return WordPaper.Of(WordPaper.CentreStyle, (desk.Text["Minutes.Draft"], false, true));
        }

        yield return WordPaper.Of(WordPaper.CentreStyle, "-----");
    }

    private IEnumerable<Paragraph> TimeAndPlace(Conference head)
    {
        yield return WordPaper.Of(WordPaper.SectionStyle, desk.Text["Minutes.TimeAndPlace"]);
        yield return Fact("Minutes.Time", head.Session == DaySession.NotStated
            ? DayText.ToText(head.Date, head.LastDay)
            : desk.Text["Minutes.TimeOf", desk.Text.Of(head.Session), DayText.ToText(head.Date, head.LastDay)].Value);
        yield return Fact("Minutes.Place", head.Venue ?? Dots);
        yield return Fact("Minutes.Form", desk.Text.Of(head.Form));
        if (head.Reviewed is { } reviewed)
        {
            yield return Fact("Minutes.Periods", reviewed.ToVietnamese());
        }

        if (head.Ahead is { } ahead)
        {
            yield return Fact("Minutes.Ahead", ahead.ToVietnamese());
        }
    }

    private IEnumerable<Paragraph> People(ConferenceDetails found)
    {
        yield return WordPaper.Of(WordPaper.SectionStyle, desk.Text["Minutes.People"]);
        yield return WordPaper.Of(null, (desk.Text["Minutes.Chairs"], true, false));
        foreach (var chair in found.Chairs)
        {
            yield return WordPaper.Of(null, "- " + With(chair.Name, ", ", chair.Title));
        }

        if (found.Chairs.Count == 0)
        {
            yield return WordPaper.Of(null, Dots);
        }

        if (found.Head.PresenterName is { } presenter)
        {
            yield return Fact("Minutes.Presenter", With(presenter, ", ", found.Head.PresenterTitle));
        }

        if (found.Points.Count > 0)
        {
            yield return WordPaper.Of(null, (desk.Text["Minutes.Points"], true, false));
        }

        foreach (var point in found.Points)
        {
            var place = point.Room is null ? point.Place : $"{point.Place} ({point.Room})";
            yield return WordPaper.Of(null, "- " + With(With(With(place, " – ", point.ChairName), ", ", point.ChairTitle), ". ", point.Attendance));
        }
    }

    private IEnumerable<Paragraph> Content(ConferenceDetails found, NameBook names)
    {
        yield return WordPaper.Of(WordPaper.SectionStyle, desk.Text["Minutes.Content"]);
        var number = 0;
        foreach (var kind in s_content.Where(k => found.Rows[k].Any()))
        {
            number++;
            yield return WordPaper.Of(WordPaper.PartStyle, PaperDesk.Number(number) + ". " + desk.Text.Of(kind));
            foreach (var row in found.Rows[kind])
            {
                var whose = ConferencePaper.Whose(row, names, found.Head.Date);
                var said = whose.Length == 0 || row.Text.StartsWith(whose, StringComparison.CurrentCultureIgnoreCase) ? "" : whose + ": ";
                yield return WordPaper.Of(
                    null, ("- ", false, false), (said, true, false), (row.Text + Told(row), false, false));
            }
        }

        if (number == 0)
        {
            yield return WordPaper.Of(null, desk.Text["Minutes.Nothing"]);
        }
    }

    /// <summary>What a row of the content says besides its text, in brackets.</summary>
    private string Told(MinutesRow row) => row.Kind == RowKind.Recommendation && row.SubmittedTo is { } to
        ? $" ({desk.Text["Minutes.SubmittedTo", to].Value})"
        : row.Kind.IsFinding() && row.Extent is { } extent ? $" ({extent})" : "";

    private IEnumerable<Paragraph> Conclusion(ConferenceDetails found, NameBook names)
    {
        yield return WordPaper.Of(WordPaper.SectionStyle, desk.Text["Minutes.Conclusion"]);
        foreach (var row in found.Rows[RowKind.Directive])
        {
            string? addressee = row.Addressee == Addressee.OneUnit
                ? names.Unit(row.AddresseeUnitId, found.Head.Date)
                : row.Addressee == Addressee.NotStated ? null : desk.Text.Of(row.Addressee);
            string?[] facts =
            [
                addressee is null ? null : desk.Text["Minutes.To", addressee].Value,
                row.DeadlineKind == DeadlineKind.Missing && row.DeadlineText is null
                    ? null
                    : desk.Text["Minutes.Deadline", Deadline(row)].Value,
                row.Deliverable is { } deliverable ? desk.Text["Minutes.Deliverable", deliverable].Value : null,
            ];
            var told = string.Join("; ", facts.Where(f => f is not null));
            yield return WordPaper.Of(
                null, (row.Number is { } number ? number.TrimEnd('.') + ". " : "- ", true, false), (row.Text, false, false),
                (told.Length == 0 ? "" : $" ({told})", false, true));
        }

        if (!found.Rows[RowKind.Directive].Any())
        {
            yield return WordPaper.Of(null, desk.Text["Minutes.Nothing"]);
        }

        var cited = found.Citations.Select(c => c.AsPrinted).Distinct(StringComparer.Ordinal).ToList();
        if (cited.Count > 0)
        {
            yield return Fact("Minutes.Documents", string.Join("; ", cited));
        }
    }

    /// <summary>The printed words alone where no day was said: which kind of deadline that is, is the office's worry and not the minutes'.</summary>
    private string Deadline(MinutesRow row) => row.DueOn is null && row.DeadlineText is { } words
        ? words
        : StatusText.Deadline(desk.Text, row.DeadlineKind, row.DueOn, row.DeadlineText);

    private Table Signatures(ConferenceDetails found) => TwoColumns(
        50,
        [.. Signature("Minutes.Secretary", "")],
        [.. Signature("Minutes.Chair", found.Chairs is [var chair, ..] ? chair.Name : "")]);

    private IEnumerable<Paragraph> Signature(string key, string name)
    {
        yield return Kept(WordPaper.Of(WordPaper.CentreStyle, (desk.Text[key], true, false)));
        yield return Kept(WordPaper.Of(WordPaper.CentreStyle, (desk.Text["Minutes.Sign"], false, true)));
        for (var i = 0; i < 4; i++)
        {
            yield return Kept(WordPaper.Of(WordPaper.CentreStyle, ""));
        }

        yield return WordPaper.Of(WordPaper.CentreStyle, (name, true, false));
    }

    private static Paragraph Kept(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.ParagraphStyleId!.InsertAfterSelf(new KeepNext());
        return paragraph;
    }

    /// <param name="left">The left column's share, in percent.</param>
    /// <param name="first">What stands in it.</param>
    /// <param name="second">What stands beside it.</param>
    private static Table TwoColumns(int left, Paragraph[] first, Paragraph[] second)
    {
        var room = WordPaper.TextWidth(landscape: false);
        int[] widths = [room * left / 100, room - (room * left / 100)];
        static string Text(int width) => width.ToString(CultureInfo.InvariantCulture);
        return new Table(
            new TableProperties(
                new TableWidth { Width = Text(room), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })),
            new TableRow(
                new TableRowProperties(new CantSplit()),
                new TableCell([CellOf(widths[0]), .. first]),
                new TableCell([CellOf(widths[1]), .. second])));
        static TableCellProperties CellOf(int width) => new(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
    }

    private Paragraph Fact(string key, string value) => WordPaper.Of(null, (desk.Text[key], true, false), (value, false, false));

    private static string With(string text, string separator, string? more) => more is null ? text : text + separator + more;

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
