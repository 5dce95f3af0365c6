using FleetTui.Cli.CommandLine;

return await FleetCommand.RunProcessAsync(args);
