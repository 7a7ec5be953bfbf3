using PartyOfficeTracker.Web.Infrastructure;

if (args is ["read", .. var readArgs]) { return ReadCommand.Run(readArgs, Console.Out, Console.Error); }

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;
