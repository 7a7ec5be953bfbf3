using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Import;

/// <summary>A person as typed in one line: the name up to the first comma, the rest is the title, which holds commas of its own.</summary>
public sealed record TypedPerson(string Name, string? Title);

/// <summary>A connection point as typed in one line.</summary>
public sealed record TypedPoint(string Place, TypedPerson? Chair, string? Room, string? Attendance);

/// <summary>
/// Chairs, connection points and documents of a draft as lines a clerk can correct by typing: "Tên, chức danh" and
/// "Nơi; người chủ trì, chức danh; phòng; thành phần dự". A part that is not known stays empty.
/// </summary>
public static class ParticipantText
{
    public static string? Of(IEnumerable<PersonMention> people) => Lines(people.Select(Of));

    public static string Of(PersonMention person) => person.Title is { } title ? person.Name.Text + ", " + title.Text : person.Name.Text;

    public static string? Of(IEnumerable<ConnectionPointMention> points) => Lines(points.Select(Of));

    private static string Of(ConnectionPointMention point)
    {
        string[] parts = [point.Place.Text, point.Chair is { } chair ? Of(chair) : "", point.Room?.Text ?? "", point.ChairNote?.Text ?? ""];
        return string.Join("; ", parts.Select(WithoutSemicolon)).TrimEnd(';', ' ');
    }

    public static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } joined ? joined : null;

    public static IReadOnlyList<TypedPerson> People(string? text) => [.. RowText.Lines(text).Select(Person).OfType<TypedPerson>()];

    public static TypedPerson? Person(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        var comma = line.IndexOf(',', StringComparison.Ordinal);
        return comma < 0
            ? new TypedPerson(line.Trim(), null)
            : new TypedPerson(line[..comma].Trim(), VietnameseText.NormaliseOrNull(line[(comma + 1)..])) is { Name.Length: > 0 } person ? person : null;
    }

    public static IReadOnlyList<TypedPoint> Points(string? text) => [.. RowText.Lines(text).Select(Point).OfType<TypedPoint>()];

    private static TypedPoint? Point(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Length == 0 ? null : new TypedPoint(parts[0], Person(Part(1)), Part(2), Part(3));

        string? Part(int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;
    }

    private static string WithoutSemicolon(string text) => text.Replace(';', ',');
}
