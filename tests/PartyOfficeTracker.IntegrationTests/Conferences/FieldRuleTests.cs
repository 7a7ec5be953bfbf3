using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>How long a text may be and whether it must be filled in is said by the command's validator, and the browser is told by it alone.</summary>
public sealed partial class FieldRuleTests(SeededSqliteHost host) : AppTests(host), IClassFixture<SeededSqliteHost>
{
    public static TheoryData<string, string, string, Type> Forms => new()
    {
        { "chuyenvien", "/conferences/create", "Input", typeof(ScheduleConference) },
        { "chuyenvien", "/conferences/3/entry?edit={Achievement}", "Input", typeof(EditRow) },
        { "chuyenvien", "/conferences/3/entry?edit={Recommendation}", "Input", typeof(EditRow) },
        { "chuyenvien", "/conferences/3/entry?edit={Directive}", "Input", typeof(EditRow) },
        { "chuyenvien", "/conferences/3/entry", "Chair", typeof(AddPerson) },
        { "chuyenvien", "/conferences/3/entry", "Point", typeof(AddPoint) },
        { "chuyenvien", "/conferences/3/entry", "NewSource", typeof(AddSource) },
        { "chuyenvien", "/conferences/import", "Input", typeof(PasteReport) },
        { "chuyenvien", "/my-tasks/{Open}", "Input", typeof(ReportProgress) },
        { "lanhdao", "/my-tasks/{Open}", "Pause", typeof(SuspendTask) },
        { "quantri", "/admin/fields", "Input", typeof(NameFieldOfWork) },
        { "quantri", "/admin/holidays", "Input", typeof(AddSpecialDay) },
        { "quantri", "/admin/units/1", "NewName", typeof(AddUnitName) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task EveryRuleOfABoundCommand_ArrivesAtItsField(string user, string address, string prefix, Type command)
    {
        var page = await (await Host.SignInAsync(user)).GetPageAsync(await AddressAsync(address));
        var validator = await Host.RunAsync(s => Task.FromResult((IValidator)s.GetService(typeof(IValidator<>).MakeGenericType(command))!));
        var seen = 0;
        foreach (var rule in validator.CreateDescriptor().Rules.Where(r => !r.HasCondition && r.PropertyName is not null))
        {
            var fields = page.FindAll($".field [name='{prefix}.{rule.PropertyName}']").Where(f => f.LocalName is "input" or "textarea").ToList();
            foreach (var (field, check) in fields.SelectMany(f => rule.Components.Where(c => !c.HasCondition).Select(c => (f, c.Validator))))
            {
                if (check is ILengthValidator { Max: > 0 } length)
                {
                    seen++;
                    Assert.True(
                        field.GetAttribute("maxlength") == length.Max.ToString(CultureInfo.InvariantCulture),
                        $"{rule.PropertyName}: {field.GetAttribute("maxlength")} instead of {length.Max}");
                }
                else if (check is INotEmptyValidator or INotNullValidator)
                {
                    seen++;
                    Assert.True(field.GetAttribute("aria-required") == "true", rule.PropertyName + " is not marked as required");
                }
            }
        }

        Assert.True(seen > 0, "The page shows no field of the command that has a rule.");
    }

    [Fact]
    public async Task AValueThatCannotBeEmpty_BearsNoStar()
    {
        var page = await (await Host.SignInAsync("chuyenvien")).GetPageAsync(await AddressAsync("/conferences/3/entry?edit={Directive}"));

        Assert.All(
            ["Input.IsImmediate", "Input.Kind", "Input.DeadlineKind"],
            f => Assert.Null(page.Find($".field [name='{f}']")!.GetAttribute("aria-required")));
    }

    [Fact]
    public void NoLimitIsWrittenByHand_BesideAFieldOfACommand()
    {
        var pages = Path.Combine(Root(), "src", "PartyOfficeTracker.Web", "Pages");
        var byHand = Directory.EnumerateFiles(pages, "*.cshtml", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Path.DirectorySeparatorChar + "Account" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(f => LimitByHand().Matches(File.ReadAllText(f)).Select(m => Path.GetFileName(f) + ": " + m.Value))
            .ToList();

        Assert.Empty(byHand);
    }

    [GeneratedRegex("<field for=\"[A-Za-z]+\\.[^>]* max=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LimitByHand();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PartyOfficeTracker.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    private Task<string> AddressAsync(string address) => Host.DatabaseAsync(db =>
    {
        var open = db.Assignments.Where(a => a.LastReportOn == null).Select(a => a.Id).First();
        var result = address.Replace("{Open}", open.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<RowKind>().Where(k => result.Contains("{" + k + "}", StringComparison.Ordinal)))
        {
            var row = db.Rows.Where(r => r.Kind == kind).OrderBy(r => r.ConferenceId == 3 ? 0 : 1).Select(r => new { r.Id, r.ConferenceId }).First();
            result = string.Create(CultureInfo.InvariantCulture, $"/conferences/{row.ConferenceId}/entry?edit={row.Id}");
        }

        return Task.FromResult(result);
    });
}
