using FleetTui.Cli.CommandLine;

// Not awaited: an asynchronous Main alone is 2 ms of compilation at every start.
return VtProgram.IsMeant(args) ? VtProgram.Run(args) : FleetCommand.RunProcessAsync(args).GetAwaiter().GetResult();
