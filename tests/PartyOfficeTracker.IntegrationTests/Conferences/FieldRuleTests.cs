using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Anchors;
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
        { "chuyenvien", "/conferences/3/entry", "", typeof(CiteDocuments) },
        { "chuyenvien", "/conferences/3", "", typeof(ReopenConference) },
        { "chuyenvien", "/account/password", "Input", typeof(ChangePassword) },
        { "quantri", "/admin/fields", "Input", typeof(NameFieldOfWork) },
        { "quantri", "/admin/holidays", "Input", typeof(AddSpecialDay) },
        { "quantri", "/admin/units/1", "NewName", typeof(AddUnitName) },
        { "quantri", "/admin/units/1", "Input", typeof(EditUnit) },
        { "quantri", "/admin/anchors", "Input", typeof(AddAnchor) },
        { "quantri", "/admin/accounts/create", "Input", typeof(DescribeAccount) },
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
            var name = prefix.Length == 0 ? rule.PropertyName : $"{prefix}.{rule.PropertyName}";
            foreach (var field in page.FindAll($".field [name='{name}']").Where(f => f.LocalName is "input" or "textarea"))
            {
                seen += rule.Components.Where(c => !c.HasCondition).Sum(c => Arrives(c.Validator, field));
            }
        }

        Assert.True(seen > 0, "The page shows no field of the command that has a rule.");
    }

    /// <returns>1 for a rule a browser can be told of.</returns>
    private static int Arrives(IPropertyValidator rule, AngleSharp.Dom.IElement field)
    {
        (string Attribute, string Value)[] wanted = rule switch
        {
            ILengthValidator { Max: > 0 } length => [("maxlength", length.Max.ToString(CultureInfo.InvariantCulture))],
            IBetweenValidator range => [("data-min", Text(range.From)), ("data-max", Text(range.To))],
            IEqualValidator { Comparison: Comparison.Equal, MemberToCompare: { } other } => [("data-equal-to", other.Name)],
            INotEmptyValidator or INotNullValidator => [("aria-required", "true")],
            _ => [],
        };
        foreach (var (attribute, value) in wanted)
        {
            Assert.True(
                field.GetAttribute(attribute) == value,
                $"{field.GetAttribute("name")}: {attribute} is {field.GetAttribute(attribute)} instead of {value}");
        }

        if (Array.Exists(wanted, w => w.Attribute.StartsWith("data-", StringComparison.Ordinal)))
        {
            Assert.False(string.IsNullOrEmpty(field.GetAttribute("data-rule")), field.GetAttribute("name") + " says nothing when the rule is broken");
        }

        return wanted.Length == 0 ? 0 : 1;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [Fact]
    public async Task SignInAndItsCode_TellTheirLimitsToo()
    {
        var page = await Host.Browser().GetPageAsync("/account/login");

        Assert.Equal("true", page.Find("[name='Input.Password']")!.GetAttribute("aria-required"));
        Assert.Equal("200", page.Find("[name='Input.Password']")!.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task ARowTypedInQuickEntry_BearsTheRulesOfItsCommand()
    {
        var page = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/conferences/3/entry");

        Assert.NotEmpty(page.FindAll("[name='Add.SpeakerName'][maxlength]"));
        Assert.NotEmpty(page.FindAll("[name='Add.DeadlineText'][maxlength]"));
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
    public void NoLimitIsWrittenByHand()
    {
        var pages = Path.Combine(Root(), "src", "PartyOfficeTracker.Web", "Pages");
        var byHand = Directory.EnumerateFiles(pages, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(f => LimitByHand().Matches(File.ReadAllText(f)).Select(m => Path.GetFileName(f) + ": " + m.Value))
            .ToList();

        Assert.Empty(byHand);
    }

    [GeneratedRegex(
        "maxlength=\"[0-9]|<(?:field|input|textarea|select)\\b[^>]*[ \"'](?:required|min|max|pattern)\\b",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
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
