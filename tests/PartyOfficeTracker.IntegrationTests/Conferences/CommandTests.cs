using System.Reflection;
using FluentValidation;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>What a service takes from a person is checked by a validator, and no value outside an enum gets past it.</summary>
public sealed class CommandTests(SqliteHost host) : AppTests(host), IClassFixture<SqliteHost>
{
    private const int NoSuchValue = 9999;

    public static TheoryData<Type> Commands => new(
        typeof(ConferenceService).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(m => m.GetParameters())
            .Where(p => p.Name == "command")
            .Select(p => p.ParameterType)
            .Distinct()
            .OrderBy(t => t.Name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task EveryCommand_HasAValidator_ThatKnowsItsEnums(Type command)
    {
        var enums = command.GetProperties().Where(p => p.CanWrite && EnumOf(p) is not null).ToList();
        var missed = await Host.RunAsync(services =>
        {
            var validator = services.GetService(typeof(IValidator<>).MakeGenericType(command)) as IValidator;
            Assert.True(validator is not null, command.Name + " has no validator");
            return Task.FromResult(enums.Where(p => !Refuses(validator, command, p)).Select(p => p.Name).ToList());
        });

        Assert.True(missed.Count == 0, $"{command.Name} lets any number into {string.Join(", ", missed)}");
    }

    private static bool Refuses(IValidator validator, Type command, PropertyInfo property)
    {
        var instance = New(command);
        property.SetValue(instance, Enum.ToObject(EnumOf(property)!, NoSuchValue));
        var result = validator.Validate((IValidationContext)Activator.CreateInstance(typeof(ValidationContext<>).MakeGenericType(command), instance)!);
        return result.Errors.Exists(e => e.PropertyName == property.Name);
    }

    private static object New(Type command)
    {
        var constructor = command.GetConstructors().OrderBy(c => c.GetParameters().Length).First();
        return constructor.Invoke(
            [.. constructor.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
    }

    private static Type? EnumOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type.IsEnum ? type : null;
    }
}
