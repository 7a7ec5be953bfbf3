using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PartyOfficeTracker.Reading;

/// <summary>Writes a draft as JSON: scalars with explicit nulls, lists of items as full text, the rest under "extras".</summary>
public static class DraftJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NewLine = "\n",
    };

    /// <summary>The JSON document, indented, LF line ends, no byte order mark.</summary>
    public static string Write(MinutesDraft draft) => ToNode(draft).ToJsonString(Options) + "\n";

    private static JsonObject ToNode(MinutesDraft draft) => new()
    {
        ["organiser"] = draft.Organiser?.Text,
        ["date"] = draft.Date?.Text,
        ["timeOfDay"] = draft.Session?.Value switch
        {
            DaySession.Morning => "morning",
            DaySession.Afternoon => "afternoon",
            DaySession.Evening => "evening",
            _ => null,
        },
        ["kind"] = draft.Kind.Value switch
        {
            ReportKind.YearEndReview => "year-end-review",
            ReportKind.Briefing => "briefing",
            ReportKind.HalfYear => "half-year",
            ReportKind.Quarterly => "quarterly",
            _ => "other",
        },
        ["form"] = draft.Form?.Value switch { ReportForm.Online => "online", ReportForm.Hybrid => "hybrid", ReportForm.InPerson => "in-person", _ => null },
        ["period"] = draft.Period?.Text,
        ["chairs"] = List(draft.Chairs, Person),
        ["connectionPoints"] = List(draft.ConnectionPoints, point => new JsonObject
        {
            ["place"] = point.Place.Text,
            ["chair"] = point.Chair?.Name.Text,
            ["chairTitle"] = point.Chair?.Title?.Text,
            ["chairNote"] = point.ChairNote?.Text,
            ["room"] = point.Room?.Text,
        }),
        ["achievements"] = List(draft.ItemsOf(ItemKind.Achievement), Item),
        ["shortcomings"] = List(draft.ItemsOf(ItemKind.Shortcoming), Item),
        ["recommendations"] = List(draft.ItemsOf(ItemKind.Recommendation), item =>
        {
            var node = Item(item);
            node["to"] = item.To;
            return node;
        }),
        ["directives"] = List(draft.ItemsOf(ItemKind.Directive), Directive),
        ["documents"] = List(draft.Documents, document => JsonValue.Create(document.Code)),
        ["figures"] = List(draft.Figures, figure => JsonValue.Create(figure.Text.Text)),
        ["provincesSpeaking"] = List(draft.ProvincesSpeaking, Text),
        ["awards"] = List(draft.Awards, award => JsonValue.Create(award.Text.Text)),
        ["author"] = draft.Author?.Text,
        ["extras"] = Extras(draft),
    };

    private static JsonObject Extras(MinutesDraft draft) => new()
    {
        ["title"] = draft.Title?.Text,
        ["periodAhead"] = draft.PeriodAhead?.Text,
        ["outlet"] = draft.Outlet?.Text,
        ["difficulties"] = List(draft.ItemsOf(ItemKind.Difficulty), Item),
        ["plannedTasks"] = List(draft.ItemsOf(ItemKind.PlannedTask), item =>
        {
            var node = Item(item);
            node["due"] = item.Due;
            return node;
        }),
        ["documentsUnnumbered"] = List(draft.UnnumberedDocuments, Text),
        ["otherSpeakers"] = List(draft.OtherSpeakers, Text),
        ["localSpeakers"] = List(draft.LocalSpeakers, Person),
        ["presenter"] = draft.Presenter is { } presenter ? Person(presenter) : null,
        ["concludedBy"] = draft.ConcludedBy?.Name.Text,
        ["guidingSpeaker"] = draft.GuidingSpeaker is { } guide ? Person(guide) : null,
        ["emulation"] = List(draft.Emulation, Text),
        ["training"] = List(draft.Training, Text),
        ["photoCaptions"] = List(draft.PhotoCaptions, Text),
        ["photoCredits"] = List(draft.PhotoCredits, Text),
    };

    private static JsonObject Directive(DraftItem item) => new()
    {
        ["text"] = item.Text,
        ["number"] = Number(item),
        ["addressee"] = item.Addressee?.Value switch
        {
            Addressee.CentralOffice => "central office",
            Addressee.ProvincialOffices => "provincial offices",
            Addressee.ProvincialCommittees => "provincial committees",
            Addressee.All or Addressee.Sector => "all",
            _ => null,
        },
        ["lead"] = item.LeadUnit?.Text,
        ["coordinating"] = List(item.CoordinatingUnits, Text),
        ["due"] = item.Due,
        ["deadline"] = item.Deadline is { } deadline
            ? new JsonObject { ["kind"] = deadline.Kind.ToString(), ["start"] = Day(deadline.Start), ["end"] = Day(deadline.End) }
            : null,
    };

    /// <summary>A number is one; "2.1" and "a" are words.</summary>
    private static JsonNode? Number(DraftItem item) =>
        int.TryParse(item.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : item.Number;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Item(DraftItem item)
    {
        var node = new JsonObject { ["text"] = item.Text, ["number"] = Number(item) };
        if (item.By is not null) node["by"] = item.By;
        return node;
    }

    private static JsonObject Person(PersonMention person) => new() { ["name"] = person.Name.Text, ["title"] = person.Title?.Text };

    private static JsonNode? Text(ReadText text) => JsonValue.Create(text.Text);

    private static JsonArray List<T>(IEnumerable<T> values, Func<T, JsonNode?> write) => new([.. values.Select(write)]);
}
