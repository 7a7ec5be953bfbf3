using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Days typed the Vietnamese way, whatever the page's language.</summary>
public sealed class DayModelBinder(IStringLocalizer<Strings> localizer) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (!bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, localizer["Validation.Required"]);
                return Task.CompletedTask;
            }

            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        if (DayText.TryParse(value.FirstValue, out var day))
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, localizer["Validation.Day", value.FirstValue!]);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Text to its normal form before anything looks at its length. Passwords, and what is <see cref="AsGivenAttribute"/>, are taken as typed.</summary>
public sealed class TextModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
            bindingContext.Result = ModelBindingResult.Success(VietnameseText.NormaliseOrNull(value.FirstValue));
        }

        return Task.CompletedTask;
    }
}

/// <summary>Numbers typed the Vietnamese way, 1.234,5; a point followed by other than three digits is read as a decimal point.</summary>
public sealed class DecimalModelBinder(IStringLocalizer<Strings> localizer) : IModelBinder
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None || string.IsNullOrWhiteSpace(value.FirstValue))
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (decimal.TryParse(value.FirstValue, NumberStyles.Number, Vietnamese, out var number))
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, localizer["Validation.Number", value.FirstValue]);
        }

        return Task.CompletedTask;
    }
}

/// <summary>A whole number as people type it, a percentage with or without its sign: 80, "80%", "80 %"; anything else is told what is wanted.</summary>
public sealed class WholeNumberModelBinder(IStringLocalizer<Strings> localizer) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None || string.IsNullOrWhiteSpace(value.FirstValue))
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var digits = VietnameseText.Normalise(value.FirstValue);
        digits = bindingContext.ModelMetadata.PropertyName == nameof(ReportProgress.Percent) ? digits.TrimEnd('%', '\uFF05', ' ') : digits;
        if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, localizer["Validation.WholeNumber"]);
        }

        return Task.CompletedTask;
    }
}

public sealed class BinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        if (type == typeof(DateOnly))
        {
            return new Microsoft.AspNetCore.Mvc.ModelBinding.Binders.BinderTypeModelBinder(typeof(DayModelBinder));
        }

        if (type == typeof(decimal))
        {
            return new Microsoft.AspNetCore.Mvc.ModelBinding.Binders.BinderTypeModelBinder(typeof(DecimalModelBinder));
        }

        var isTyped = context.Metadata.PropertyName == nameof(ReportProgress.Percent)
            || (context.Metadata.PropertyName?.StartsWith("Expected", StringComparison.Ordinal) ?? false);
        if (type == typeof(int) && isTyped)
        {
            return new Microsoft.AspNetCore.Mvc.ModelBinding.Binders.BinderTypeModelBinder(typeof(WholeNumberModelBinder));
        }

        return type == typeof(string) && context.Metadata.DataTypeName is not nameof(DataType.Password) and not AsGivenAttribute.Name
            ? new TextModelBinder()
            : null;
    }
}

/// <summary>The framework's own binding messages, in the page's language.</summary>
public static class BindingMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages, IStringLocalizer<Strings> localizer)
    {
        messages.SetValueMustNotBeNullAccessor(_ => localizer["Validation.Required"]);
        messages.SetValueIsInvalidAccessor(value => localizer["Validation.Value", value]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => localizer["Validation.Value", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => localizer["Validation.Value", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => localizer["Validation.Unknown"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => localizer["Validation.Unknown"]);
        messages.SetValueMustBeANumberAccessor(_ => localizer["Validation.WholeNumber"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => localizer["Validation.WholeNumber"]);
        messages.SetMissingBindRequiredValueAccessor(_ => localizer["Validation.Required"]);
        messages.SetMissingKeyOrValueAccessor(() => localizer["Validation.Required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => localizer["Validation.Required"]);
    }
}

/// <summary>Sets binder order and messages once the localizer exists.</summary>
public sealed class MvcSetup(IStringLocalizer<Strings> localizer) : Microsoft.Extensions.Options.IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new BinderProvider());
        BindingMessages.Set(options.ModelBindingMessageProvider, localizer);
        options.Filters.Add<StaleForm>();
        options.Filters.Add<SecretTextFilter>();
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
