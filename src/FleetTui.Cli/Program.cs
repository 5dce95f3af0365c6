Console.Error.WriteLine("fleet: not built yet");
return 4;
