using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// What an empty database starts with: units, fields of work, public holidays, anchor events, abbreviations. Adds what is missing, changes
/// nothing.
/// </summary>
public sealed class ReferenceData(AppDbContext db)
{
    /// <summary>Units older than the records we keep are valid from here.</summary>
    private static readonly DateOnly Beginning = new(1997, 1, 1);

    private static readonly string[] Fields =
    [
        "Tham mưu, tổng hợp", "Thông tin, báo cáo", "Tổ chức bộ máy, cán bộ", "Văn thư – lưu trữ", "Cơ yếu – công nghệ thông tin",
        "Tài chính, tài sản", "Tiếp dân, đơn thư", "Lễ tân, phục vụ", "Đại hội, bầu cử", "Học tập, quán triệt nghị quyết",
        "Phòng, chống dịch", "Tuyên truyền", "Kiểm tra, giám sát", "Thi đua, khen thưởng", "Tập huấn, bồi dưỡng",
    ];

    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (!await db.Units.AnyAsync(cancel))
        {
            AddUnits();
        }

        if (!await db.FieldsOfWork.AnyAsync(cancel))
        {
            db.FieldsOfWork.AddRange(Fields.Select((name, i) => new FieldOfWork { Name = name, SortOrder = i + 1 }));
        }

        if (!await db.SpecialDays.AnyAsync(cancel))
        {
            db.SpecialDays.AddRange(Holidays());
        }

        if (!await db.AnchorDates.AnyAsync(cancel))
        {
            db.AnchorDates.AddRange(AnchorEvents.Default.Events.Select(e =>
                new AnchorDate { Kind = e.Kind, Number = e.Number, Name = e.Name, Start = e.Start, End = e.End }));
        }

        if (!await db.Abbreviations.AnyAsync(cancel))
        {
            db.Abbreviations.AddRange(Abbreviation.Defaults);
        }

        // One save: when it clashes, another node has just done the whole of it.
        await db.SaveOrConflictAsync(cancel);
    }

    private void AddUnits()
    {
        var successors = new List<(Unit Unit, string Successor)>();
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var line in Lines("units.csv").Skip(1))
        {
            var cell = line.Split(',');
            var kind = Enum.Parse<UnitKind>(cell[2]);
            var from = Day(cell[3]) ?? Beginning;
            var unit = new Unit { Code = cell[0], SortOrder = units.Count + 1, ValidFrom = from, ValidTo = Day(cell[4]) };
            unit.Names.Add(new UnitName { Name = cell[1], Kind = kind, ValidFrom = from });
            units.Add(unit.Code, unit);
            if (cell[5].Length > 0)
            {
                successors.Add((unit, cell[5]));
            }
        }

        foreach (var (unit, successor) in successors)
        {
            unit.Successor = units[successor];
        }

        AddLaterNames(units);
        db.Units.AddRange(units.Values);
    }

    /// <summary>Thừa Thiên Huế became the city of Huế on 1 January 2025; the Economic Commission was renamed on 3 February 2025.</summary>
    private static void AddLaterNames(Dictionary<string, Unit> units)
    {
        Rename(units["hue"], "Huế", UnitKind.City, new DateOnly(2025, 1, 1));
        Rename(units["bkttw"], "Ban Chính sách, chiến lược Trung ương", UnitKind.CentralCommission, new DateOnly(2025, 2, 3));
    }

    private static void Rename(Unit unit, string name, UnitKind kind, DateOnly from)
    {
        unit.Names[^1].ValidTo = from.AddDays(-1);
        unit.Names.Add(new UnitName { Name = name, Kind = kind, ValidFrom = from });
    }

    /// <summary>
    /// The days offices had off from 2020 to 2026 as each year's notice said, with the days off in lieu and the Saturdays worked in exchange; 2027 by the
    /// Labour Code (article 112), for its notice is not out: an administrator puts it right.
    /// </summary>
    private static IEnumerable<SpecialDay> Holidays()
    {
        foreach (var cell in Lines("holidays.csv").Skip(1).Select(l => l.Split(',')))
        {
            var first = Day(cell[0])!.Value;
            for (var day = first; day <= (Day(cell[1]) ?? first); day = day.AddDays(1))
            {
                yield return new SpecialDay { Day = day, Name = cell[2], IsWorked = cell[3].Length > 0 };
            }
        }
    }

    private static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(ReferenceData).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("Missing resource: " + resource);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static DateOnly? Day(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
