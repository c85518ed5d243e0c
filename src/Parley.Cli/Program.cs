using Parley.Cli;

return CommandLine.Run(args, Session.OfProcess());
