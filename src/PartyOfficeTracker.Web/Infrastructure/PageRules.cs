using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Which roles may open which folder at all; what they may do to which record, the services decide.</summary>
public static class PageRules
{
    public const string Administrators = nameof(Administrators);
    public const string AuditReaders = nameof(AuditReaders);
    public const string Writers = nameof(Writers);

    public static void Configure(RazorPagesOptions options)
    {
        options.Conventions.ConfigureFilter(new QuestionFilter());
        options.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(FormKeyFilter)));
        options.Conventions.AuthorizeFolder("/Admin", Administrators);
        options.Conventions.AuthorizeFolder("/Audit", AuditReaders);
        options.Conventions.AuthorizePage("/Conferences/Create", Writers);
        options.Conventions.AuthorizePage("/Conferences/Edit", Writers);
        options.Conventions.AuthorizePage("/Conferences/Entry", Writers);
        options.Conventions.AuthorizeFolder("/Conferences/Import", Writers);
        options.Conventions.AllowAnonymousToPage("/Calendar/Feed");
        options.Conventions.AllowAnonymousToPage("/Error");
        options.Conventions.AllowAnonymousToPage("/Language");
        options.Conventions.AllowAnonymousToPage("/Account/Login");
        options.Conventions.AllowAnonymousToPage("/Account/Code");
        options.Conventions.AllowAnonymousToPage("/Account/First");
    }

    public static void AddPolicies(Microsoft.AspNetCore.Authorization.AuthorizationBuilder builder)
    {
        builder.AddPolicy(Administrators, p => p.RequireRole(nameof(UserRole.Administrator)));
        builder.AddPolicy(AuditReaders, p => p.RequireRole(nameof(UserRole.Administrator), nameof(UserRole.Inspector)));
        builder.AddPolicy(Writers, p => p.RequireRole(nameof(UserRole.Clerk), nameof(UserRole.Lead)));
        builder.SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
