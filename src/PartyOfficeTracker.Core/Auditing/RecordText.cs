using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Auditing;

/// <summary>Stored names and values of any record as a person reads them: labels, enum words, days, names of units.</summary>
public sealed class RecordText(AppDbContext db, UnitDirectory directory, IStringLocalizer<Strings> text)
{
    private const string FieldPrefix = "Field.";
    private const string Moment = "dd/MM/yyyy HH:mm";

    private Dictionary<int, string>? _units;
    private Dictionary<int, string>? _fields;

    /// <summary>Class names of the records that are audited, in the order of their labels.</summary>
    public IReadOnlyList<string> Entities =>
    [
        .. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => typeof(IVersioned).IsAssignableFrom(t)).Select(t => t.Name)
            .OrderBy(n => EntityLabel(n), StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true)),
    ];

    public string EntityLabel(string entity) => Label("Audit.Entity." + entity, entity);

    public string FieldLabel(string field) => Label(FieldPrefix + field, field);

    public bool HasLabel(string field) => !text[FieldPrefix + field].ResourceNotFound;

    /// <summary>Reads the small tables names come from; call before <see cref="Value"/>.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        _units = (await directory.UnitsAsync(cancel)).ToDictionary(u => u.Id, u => u.CurrentName);
        _fields = (await directory.FieldsAsync(cancel)).ToDictionary(f => f.Id, f => f.Name);
    }

    /// <returns>Null for an empty value.</returns>
    public string? Value(string entity, string field, string? stored)
    {
        if (string.IsNullOrEmpty(stored))
        {
            return null;
        }

        var property = db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == entity)?.FindProperty(field);
        var type = property is null ? typeof(string) : Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            return text[$"Enum.{type.Name}.{stored}"];
        }

        if (type == typeof(bool))
        {
            return text[string.Equals(stored, "true", StringComparison.OrdinalIgnoreCase) ? "Common.Yes" : "Common.No"];
        }

        if (type == typeof(DateOnly))
        {
            return DayText.TryParse(stored, out var day) ? DayText.ToText(day) : stored;
        }

        if (type == typeof(DateTime))
        {
            return DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
                ? HanoiTime.ToLocal(at).ToString(Moment, CultureInfo.InvariantCulture)
                : stored;
        }

        return property is null ? stored : NameBehind(property, stored) ?? stored;
    }

    private string? NameBehind(IProperty property, string stored)
    {
        var target = property.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType;
        var names = target == typeof(Unit) ? _units : target == typeof(FieldOfWork) ? _fields : null;
        return names is not null && int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? names.GetValueOrDefault(id) : null;
    }

    private string Label(string key, string otherwise)
    {
        var label = text[key];
        return label.ResourceNotFound ? otherwise : label;
    }
}
