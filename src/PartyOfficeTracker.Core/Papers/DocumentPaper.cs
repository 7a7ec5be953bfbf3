using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>The list of cited documents on paper.</summary>
public sealed class DocumentPaper(PaperDesk desk, DocumentReader documents)
{
    public PaperTable Make(Actor actor, DocumentFilter filter) => desk.Table(
        actor,
        desk.Text["Nav.Documents"],
        [],
        [
            new ListColumn<DocumentListItem>("Document.Type", 18, item => item.TypeWord),
            new("Document.Number", 20, item => CitedDocument.Join(item.Number, item.Symbol)),
            new("Document.Issuer", 28, item => item.Issuer),
            new("Document.IssuedOn", ColumnKind.Day, 13, item => item.IssuedOn),
            new("Document.Name", 70, item => item.Name),
            new("Document.Citations", ColumnKind.Number, 10, item => item.Citations),
        ],
        (after, stop) => documents.ListAsync(actor, filter with { After = after, Size = PaperTable.PageSize }, stop));

    /// <summary>Every place that cites one document.</summary>
    public PaperTable Citations(Actor actor, DocumentDetails found) => desk.Table(
        actor,
        found.Document.TypeWord + " " + found.Document.PrintedNumber,
        [
            ("Document.Issuer", found.Document.Issuer),
            ("Document.IssuedOn", found.Document.IssuedOn is { } day ? DayText.ToText(day) : null),
            ("Document.Name", found.Document.Name),
        ],
        [
            new ListColumn<DocumentCitation>("Conference.Date", ColumnKind.Day, 12, place => place.Date),
            new("Directive.Conference", 50, place => place.ConferenceTitle),
            new("Row.Text", 70, place => place.DirectiveText),
            new("Document.AsPrinted", 24, place => place.AsPrinted),
        ],
        found.Citations);
}
