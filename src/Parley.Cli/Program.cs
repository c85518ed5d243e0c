Console.Error.WriteLine("parley: not yet");
return 2;
