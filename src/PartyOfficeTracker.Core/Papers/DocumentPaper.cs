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
}
