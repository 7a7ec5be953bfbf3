using System.Globalization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What a column of a pasted sheet holds.</summary>
public enum BlockColumn
{
    /// <summary>Nothing a row keeps.</summary>
    Skipped,

    Number,
    Text,

    /// <summary>A class of addressees, or one unit.</summary>
    Addressee,

    /// <summary>The unit, where the addressee only says that it is one.</summary>
    Unit,

    Deadline,
    Field,
    Deliverable,
}

/// <summary>One row of a pasted sheet as it would be added.</summary>
public sealed class BlockRow : RowFacts
{
    public bool IsChosen { get; set; } = true;

    /// <summary>What a cell says and no fact could be made of: shown beside the row, and added nowhere.</summary>
    public List<string> NotUnderstood { get; init; } = [];
}

/// <summary>A pasted sheet in columns.</summary>
/// <param name="Columns">What each column was taken for.</param>
/// <param name="Heads">What the sheet calls its columns; empty when its first line is a row already.</param>
/// <param name="Rows">The rows.</param>
public sealed record Block(IReadOnlyList<BlockColumn> Columns, IReadOnlyList<string> Heads, IReadOnlyList<BlockRow> Rows)
{
    /// <summary>Columns, counted from 0, that hold something and are kept by no row.</summary>
    public IReadOnlyList<int> Dropped { get; init; } = [];
}

/// <summary>Reads a block of cells pasted from a spreadsheet: lines of cells with tabs between them, as spreadsheets copy them.</summary>
public sealed class BlockReader(UnitDirectory units)
{
    /// <summary>Lines of one block.</summary>
    public const int MostRows = 300;

    /// <summary>Columns of one block; what stands further right is left out.</summary>
    public const int MostColumns = 12;

    /// <summary>What heads of columns begin with, folded; the first that fits counts.</summary>
    private static readonly (string Word, BlockColumn Column)[] Heads =
    [
        ("stt", BlockColumn.Number), ("tt", BlockColumn.Number), ("so tt", BlockColumn.Number), ("so thu tu", BlockColumn.Number),
        ("thoi han", BlockColumn.Deadline), ("thoi gian", BlockColumn.Deadline), ("han", BlockColumn.Deadline), ("tien do", BlockColumn.Deadline),
        ("ngay hoan thanh", BlockColumn.Deadline), ("hoan thanh", BlockColumn.Deadline), ("deadline", BlockColumn.Deadline), ("due", BlockColumn.Deadline),
        ("linh vuc", BlockColumn.Field), ("field", BlockColumn.Field),
        ("san pham", BlockColumn.Deliverable), ("ket qua dau ra", BlockColumn.Deliverable), ("deliverable", BlockColumn.Deliverable),
        ("don vi phoi hop", BlockColumn.Skipped), ("phoi hop", BlockColumn.Skipped), ("ghi chu", BlockColumn.Skipped),
        ("doi tuong", BlockColumn.Addressee), ("noi nhan", BlockColumn.Addressee), ("addressee", BlockColumn.Addressee),
        ("don vi", BlockColumn.Unit), ("chu tri", BlockColumn.Unit), ("co quan", BlockColumn.Unit), ("tinh", BlockColumn.Unit), ("unit", BlockColumn.Unit),
        ("noi dung", BlockColumn.Text), ("nhiem vu", BlockColumn.Text), ("cong viec", BlockColumn.Text), ("chi dao", BlockColumn.Text),
        ("ket qua", BlockColumn.Text), ("han che", BlockColumn.Text), ("viec", BlockColumn.Text), ("text", BlockColumn.Text), ("task", BlockColumn.Text),
    ];

    /// <param name="pasted">The block as the clipboard has it.</param>
    /// <param name="chosen">What each column holds by the person's own choice; empty to guess by heads and content.</param>
    /// <param name="kind">The kind the rows become.</param>
    /// <param name="held">The day of the conference.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Block> ReadAsync(string? pasted, IReadOnlyList<BlockColumn> chosen, RowKind kind, DateOnly held, CancellationToken cancel)
    {
        var lines = Cells(pasted ?? "").Take(MostRows + 1).ToList();
        if (lines.Count == 0)
        {
            return new Block([], [], []);
        }

        var reading = new Tables(
            kind, held, await units.UnitsAsync(cancel), [.. (await units.FieldsAsync(cancel)).Where(f => !f.IsRetired)], await units.ReaderTablesAsync(cancel));
        var width = Math.Min(MostColumns, lines.Max(l => l.Count));
        var heads = lines[0].ConvertAll(OfHead);
        var hasHead = heads.Exists(h => h is BlockColumn.Text) && heads.Count(h => h is not null) >= Math.Min(2, width);
        var body = hasHead ? lines[1..] : lines[..Math.Min(lines.Count, MostRows)];
        var columns = chosen.Count == width ? [.. chosen] : hasHead ? ByHead(heads, width) : reading.Guess(body, width);
        return new Block(columns, hasHead ? lines[0] : [], [.. body.Select(line => reading.Row(line, columns)).Where(r => r.Text.Length > 0)])
        {
            Dropped = [.. Enumerable.Range(0, width).Where(i => columns[i] == BlockColumn.Skipped && body.Exists(l => i < l.Count && l[i].Length > 0))],
        };
    }

    private static List<BlockColumn> ByHead(List<BlockColumn?> heads, int width)
    {
        var columns = new List<BlockColumn>();
        for (var i = 0; i < width; i++)
        {
            var column = (i < heads.Count ? heads[i] : null) ?? BlockColumn.Skipped;
            columns.Add(columns.Contains(column) ? BlockColumn.Skipped : column);
        }

        return columns;
    }

    private static BlockColumn? OfHead(string cell)
    {
        var folded = VietnameseText.Fold(cell);
        foreach (var (word, column) in Heads)
        {
            if (folded == word || folded.StartsWith(word + " ", StringComparison.Ordinal))
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>Lines of cells; a cell in quotation marks may hold line breaks and tabs, as spreadsheets write it.</summary>
    private static IEnumerable<List<string>> Cells(string pasted)
    {
        var line = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i <= pasted.Length; i++)
        {
            var c = i < pasted.Length ? pasted[i] : '\n';
            if (quoted && i < pasted.Length)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < pasted.Length && pasted[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0 && Closes(pasted, i + 1))
            {
                quoted = true;
            }
            else if (c is '\t' or '\n')
            {
                line.Add(cell.ToString().Trim());
                cell.Clear();
                if (c == '\n')
                {
                    if (line.Exists(x => x.Length > 0))
                    {
                        yield return line;
                    }

                    line = [];
                }
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }
    }

    /// <summary>Whether a quotation mark at the beginning of a cell ends at the end of one: else it is a word's own.</summary>
    private static bool Closes(string pasted, int from)
    {
        for (var i = from; i < pasted.Length; i++)
        {
            if (pasted[i] != '"')
            {
                continue;
            }

            if (i + 1 < pasted.Length && pasted[i + 1] == '"')
            {
                i++;
                continue;
            }

            return i + 1 == pasted.Length || pasted[i + 1] is '\t' or '\n' or '\r';
        }

        return false;
    }

    /// <summary>What cells are understood by.</summary>
    private sealed record Tables(RowKind Kind, DateOnly Held, IReadOnlyList<UnitInfo> Units, IReadOnlyList<FieldInfo> Fields, ReaderTables Reader)
    {
        /// <summary>By what most cells of a column are; of the rest the longest is the text.</summary>
        public List<BlockColumn> Guess(List<List<string>> lines, int width)
        {
            var columns = Enumerable.Repeat(BlockColumn.Skipped, width).ToList();
            for (var i = 0; i < width; i++)
            {
                var cells = lines.Select(l => i < l.Count ? l[i] : "").Where(c => c.Length > 0).ToList();
                var column = Most(cells, c => int.TryParse(c.Trim('.', ')', '('), NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? BlockColumn.Number
                    : Most(cells, c => c.Length < 60 && DueOf(c) is not null) ? BlockColumn.Deadline
                    : Most(cells, c => AddresseeOf(c) is not null) ? columns.Contains(BlockColumn.Addressee) ? BlockColumn.Unit : BlockColumn.Addressee
                    : Most(cells, c => FieldOf(c) is not null) ? BlockColumn.Field
                    : BlockColumn.Skipped;
                columns[i] = columns.Contains(column) ? BlockColumn.Skipped : column;
            }

            var text = Enumerable.Range(0, width).Where(i => columns[i] == BlockColumn.Skipped)
                .OrderByDescending(i => lines.Sum(l => i < l.Count ? l[i].Length : 0)).ToList();
            columns[text.Count > 0 ? text[0] : 0] = BlockColumn.Text;
            return columns;
        }

        public BlockRow Row(List<string> line, List<BlockColumn> columns)
        {
            var row = new BlockRow { Kind = Kind };
            foreach (var (cell, column) in line.Zip(columns).Where(c => c.First.Length > 0).OrderBy(c => c.Second == BlockColumn.Unit))
            {
                Take(row, column, cell);
            }

            if (row is { Addressee: Addressee.OneUnit, AddresseeUnitId: null })
            {
                row.Addressee = Addressee.NotStated;
                row.NotUnderstood.AddRange(line.Zip(columns).Where(c => c.Second == BlockColumn.Addressee).Select(c => c.First));
            }

            row.Text = VietnameseText.Normalise(row.Text);
            return row;
        }

        private void Take(BlockRow row, BlockColumn column, string cell)
        {
            switch (column)
            {
                case BlockColumn.Text:
                    row.Text = cell;
                    break;
                case BlockColumn.Number when Kind == RowKind.Directive:
                    row.Number = cell.Length <= RowFacts.NumberLength ? cell.Trim('.', ')', '(') : null;
                    break;
                case BlockColumn.Deliverable when Kind == RowKind.Directive:
                    row.Deliverable = cell;
                    break;
                case BlockColumn.Addressee or BlockColumn.Unit when AddresseeOf(cell) is { } to:
                    // A class beside a class: the addressee's own column says it.
                    if (column == BlockColumn.Addressee || to.UnitId is not null || row.Addressee is Addressee.NotStated or Addressee.OneUnit)
                    {
                        (row.Addressee, row.AddresseeUnitId) = to;
                    }

                    break;
                case BlockColumn.Deadline when Kind == RowKind.Directive && DueOf(cell) is { } due:
                    (row.DeadlineKind, row.DueOn, row.DeadlineText) = (due.Kind, due.DueOn, due.Words);
                    break;
                case BlockColumn.Field when FieldOf(cell) is { } field:
                    row.FieldOfWorkId = field;
                    break;
                case BlockColumn.Addressee or BlockColumn.Unit or BlockColumn.Deadline or BlockColumn.Field:
                    row.NotUnderstood.Add(cell);
                    break;
                default:
                    break;
            }
        }

        private static bool Most(List<string> cells, Func<string, bool> rule) => cells.Count > 0 && cells.Count(rule) * 2 > cells.Count;

        /// <summary>A cell says only its deadline: a bare day is one as well.</summary>
        private TypedDue? DueOf(string cell) => DayText.TryParse(cell, out var day)
            ? new TypedDue(DeadlineKind.Fixed, day, cell)
            : LineReader.DueOf(DeadlinePhraseReader.Read(cell, Reader.Anchors, Held));

        private (Addressee Addressee, int? UnitId)? AddresseeOf(string cell)
        {
            if (PlaceNames.UnitOf(Units, cell, Held) is { } unit)
            {
                return unit.KindOn(Held) == UnitKind.CentralOffice ? (Addressee.CentralOffice, null) : (Addressee.OneUnit, unit.Id);
            }

            return VietnameseText.Fold(cell) switch
            {
                "van phong trung uong" or "vptw" or "vptu dang" => (Addressee.CentralOffice, null),
                "cac tinh" or "cac dia phuong" or "cac tinh uy" or "cac tinh thanh" or "cac tinh thanh pho" or "cac tinh uy thanh uy"
                    or "cac tinh uy thanh uy truc thuoc trung uong" or "van phong tinh uy thanh uy" or "van phong cac tinh uy"
                    or "van phong cac tinh uy thanh uy" or "cac van phong tinh uy" or "cac van phong tinh uy thanh uy" or "63 tinh thanh" or "34 tinh thanh" =>
                    (Addressee.ProvincialOffices, null),
                "trung uong va dia phuong" or "ca trung uong va dia phuong" => (Addressee.Both, null),
                "toan nganh" => (Addressee.Sector, null),
                "mot don vi" or "one unit" => (Addressee.OneUnit, null),
                "khong neu" or "not stated" => (Addressee.NotStated, null),
                _ => null,
            };
        }

        private int? FieldOf(string cell)
        {
            var folded = VietnameseText.Fold(cell);
            return folded.Length < 3 ? null
                : (Fields.FirstOrDefault(f => VietnameseText.Fold(f.Name) == folded)
                    ?? Fields.FirstOrDefault(f => VietnameseText.Fold(f.Name).StartsWith(folded, StringComparison.Ordinal)))?.Id;
        }
    }
}
