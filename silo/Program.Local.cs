Console.Error.WriteLine("This silo was built with Engine=local, which runs all grains inside the api; build it with -p:Engine=orleans for a cluster.");
return 2;
