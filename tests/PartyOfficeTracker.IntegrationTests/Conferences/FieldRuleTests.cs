using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Lists;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.IntegrationTests.Security;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Pages.Account;

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
        { "lanhdao", "/my-tasks/{Waiting}", "Decision", typeof(DecideReport) },
        { "chuyenvien", "/conferences/{Drawn}/entry", "Add", typeof(AddRows) },
        { "camau", "/my-tasks/together?id={Open}", "Input", typeof(ReportTogether) },
        { "chuyenvien", "/conferences/{Drawn}/entry", "Bulk", typeof(ChangeRows) },
        { "quantri", "/admin/abbreviations", "Input", typeof(AddAbbreviation) },
        { "chuyenvien", "/account/notices", "Input", typeof(SaveNoticeSettings) },
        { "chuyenvien", "/directives/{directive}/amend", "Input", typeof(AmendDirective) },
        { "camau", "/my-tasks/{task of camau}/raise-obstacle", "Input", typeof(TakeStep) },
        { "camau", "/recommendations/create", "Input", typeof(WriteRecommendation) },
        { "chuyenvien", "/recommendations/{recommendation of camau}", "Input", typeof(AnswerRecommendation) },
        { "chuyenvien", "/conferences/import/{import}", "Head", typeof(EditImportHead) },
        { "chuyenvien", "/conferences/import/{import}", "New", typeof(AddImportRow) },
        { "chuyenvien", "/directives/{Withdrawable}", "", typeof(WithdrawAssignment) },
    };

    /// <summary>Commands whose form stands only after something has been done or before anybody is signed in, or in which nothing is typed.</summary>
    private static readonly Type[] Elsewhere =
    [
        typeof(ReplanConference), typeof(SaveView), typeof(WithdrawAction), typeof(EditImportRow), typeof(MoveAnchor), typeof(CreateFirstAdministrator),
        typeof(ConfirmSecondFactor), typeof(ConfirmByPassword), typeof(CodeModel.CodeInput), typeof(LoginModel.LoginInput), typeof(ChangeImportRows),
    ];

    /// <summary>A command that a page binds and that is missing above fails here, so that a new form is held to its rules from its first day.</summary>
    [Fact]
    public async Task EveryCommandAPageBinds_IsAmongTheForms()
    {
        var models = typeof(Program).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract);
        var bound = models.SelectMany(BoundBy).Distinct().ToList();
        var ruled = await Host.RunAsync(services => Task.FromResult(bound.Where(type => HasRules(services, type)).ToList()));
        var shown = Forms.Select(row => row.Data.Item4).Concat(Elsewhere).ToHashSet();

        Assert.True(ruled.Count > 20, "The walk found few commands: " + ruled.Count);
        Assert.Equal("", string.Join("\n", ruled.Where(type => !shown.Contains(type)).Select(type => type.Name)));
    }

    /// <summary>The types of what a page binds from a post, and the commands their forms are turned into.</summary>
    private static IEnumerable<Type> BoundBy(Type model) => model.GetProperties()
        .Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false })
        .Select(p => p.PropertyType)
        .Append(model)
        .SelectMany(type => type.GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFormOf<>))
            .Select(i => i.GetGenericArguments()[0])
            .Append(type));

    private static bool HasRules(IServiceProvider services, Type type) =>
        services.GetService(typeof(IValidator<>).MakeGenericType(type)) is IValidator validator
            && validator.CreateDescriptor().Rules
                .Where(IsWhole)
                .Any(r => r.Components.Any(c => !c.HasCondition && Wanted(c.Validator).Length > 0));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task EveryRuleOfABoundCommand_ArrivesAtItsField(string user, string address, string prefix, Type command)
    {
        var page = await (await Host.SignInAsync(user)).GetPageAsync(await AddressAsync(address));
        var validator = await Host.RunAsync(s => Task.FromResult((IValidator)s.GetService(typeof(IValidator<>).MakeGenericType(command))!));
        var seen = 0;
        foreach (var rule in validator.CreateDescriptor().Rules.Where(IsWhole))
        {
            var name = prefix.Length == 0 ? rule.PropertyName : $"{prefix}.{rule.PropertyName}";
            foreach (var field in page.FindAll($"main [name='{name}']").Where(IsTyped))
            {
                seen += rule.Components.Where(c => !c.HasCondition).Sum(c => Arrives(c.Validator, field));
            }
        }

        Assert.True(seen > 0, "The page shows no field of the command that has a rule.");
    }

    /// <returns>1 for a rule a browser can be told of.</returns>
    private static int Arrives(IPropertyValidator rule, AngleSharp.Dom.IElement field)
    {
        var wanted = Wanted(rule);
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

    private static bool IsTyped(AngleSharp.Dom.IElement field) =>
        field.LocalName is "textarea" || (field.LocalName is "input" && field.GetAttribute("type") is not ("hidden" or "checkbox" or "radio"));

    /// <summary>A rule that always holds, of a field and not of each of its lines.</summary>
    private static bool IsWhole(IValidationRule rule) => !rule.HasCondition && rule.PropertyName is not null
        && !rule.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));

    /// <summary>What a browser is told of a rule.</summary>
    private static (string Attribute, string Value)[] Wanted(IPropertyValidator rule) => rule switch
    {
        ILengthValidator { Max: > 0 } length => [("maxlength", length.Max.ToString(CultureInfo.InvariantCulture))],
        IBetweenValidator range => [("data-min", Text(range.From)), ("data-max", Text(range.To))],
        IEqualValidator { Comparison: Comparison.Equal, MemberToCompare: { } other } => [("data-equal-to", other.Name)],
        INotEmptyValidator or INotNullValidator => [("aria-required", "true")],
        _ => [],
    };

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [Fact]
    public async Task SignInAndItsCode_TellTheirLimitsToo()
    {
        var page = await Host.Browser().GetPageAsync("/account/login");

        Assert.Equal("true", page.Find("[name='Input.Password']")!.GetAttribute("aria-required"));
        Assert.Equal("200", page.Find("[name='Input.Password']")!.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task ABoxOfManyLines_IsNotCutAtTheLengthOfOne()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.GetPageAsync(await AddressAsync("/conferences/{Drawn}/entry"));
        var edit = await browser.GetPageAsync(await AddressAsync("/conferences/{Drawn}/entry?edit={Directive}"));
        var documents = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"Chỉ thị số {i}-CT/TW ngày 13/01/2021"));

        Assert.All([entry.Find("[name='Citations']"), entry.Find("[name='Add.Text']"), edit.Find("[name='Input.Citations']")],
            box => Assert.Null(box!.GetAttribute("maxlength")));
        var cited = await browser.SubmitAsync(entry, "form[action*='Citations']", ("Citations", documents));
        Assert.Contains("40-CT/TW", cited.MainText, StringComparison.Ordinal);
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

    private async Task<string> AddressAsync(string address) => await new Samples(Host).FillAsync(await OwnAsync(address));

    private Task<string> OwnAsync(string address) => Host.DatabaseAsync(db =>
    {
        var open = db.Assignments.Where(a => a.LastReportOn == null).Select(a => a.Id).First();
        var waiting = db.Assignments.Where(a => a.SubmittedOn != null && a.CompletedOn == null && a.ReturnedOn == null).Select(a => a.Id).First();
        var drawn = db.Assignments.Where(a => a.Directive!.Conference!.State == ConferenceState.Published).Select(a => a.Directive!.ConferenceId).First();
        var result = address.Replace("{Open}", open.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{Waiting}", waiting.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{Drawn}", drawn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (address.EndsWith("{Withdrawable}", StringComparison.Ordinal))
        {
            var free = db.Assignments.Where(a => a.LastReportOn == null && a.CompletedOn == null && a.Directive!.Conference!.State == ConferenceState.Published)
                .Select(a => new { a.Id, a.DirectiveId }).First();
            return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"/directives/{free.DirectiveId}?withdraw={free.Id}"));
        }

        foreach (var kind in Enum.GetValues<RowKind>().Where(k => result.Contains("{" + k + "}", StringComparison.Ordinal)))
        {
            var row = db.Rows.Where(r => r.Kind == kind).OrderBy(r => r.ConferenceId == 3 ? 0 : 1).Select(r => new { r.Id, r.ConferenceId }).First();
            result = string.Create(CultureInfo.InvariantCulture, $"/conferences/{row.ConferenceId}/entry?edit={row.Id}");
        }

        return Task.FromResult(result);
    });
}
