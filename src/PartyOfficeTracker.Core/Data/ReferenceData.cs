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

    private static IEnumerable<SpecialDay> Holidays()
    {
        const int firstYear = 2020;
        const int lastYear = 2027;
        for (var year = firstYear; year <= lastYear; year++)
        {
            yield return new SpecialDay { Day = new DateOnly(year, 1, 1), Name = "Tết Dương lịch" };
            yield return new SpecialDay { Day = new DateOnly(year, 4, 30), Name = "Ngày Giải phóng miền Nam" };
            yield return new SpecialDay { Day = new DateOnly(year, 5, 1), Name = "Quốc tế Lao động" };
            yield return new SpecialDay { Day = new DateOnly(year, 9, 2), Name = "Quốc khánh" };
        }

        foreach (var (day, name) in LunarHolidays())
        {
            yield return new SpecialDay { Day = day, Name = name };
        }
    }

    /// <summary>The eve and the first three days of Tết, and the Hùng Kings' day (10th of the third lunar month).</summary>
    private static IEnumerable<(DateOnly Day, string Name)> LunarHolidays()
    {
        DateOnly[] firstDays =
        [
            new(2020, 1, 25), new(2021, 2, 12), new(2022, 2, 1), new(2023, 1, 22),
            new(2024, 2, 10), new(2025, 1, 29), new(2026, 2, 17), new(2027, 2, 6),
        ];
        foreach (var first in firstDays)
        {
            for (var i = -1; i <= 2; i++)
            {
                yield return (first.AddDays(i), "Tết Nguyên đán");
            }
        }

        DateOnly[] hungKings =
        [
            new(2020, 4, 2), new(2021, 4, 21), new(2022, 4, 10), new(2023, 4, 29),
            new(2024, 4, 18), new(2025, 4, 7), new(2026, 4, 26), new(2027, 4, 16),
        ];
        foreach (var day in hungKings)
        {
            yield return (day, "Giỗ Tổ Hùng Vương");
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
