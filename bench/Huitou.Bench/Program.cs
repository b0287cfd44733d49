using Huitou.Bench;

switch (args)
{
    case ["engine"]:
        EngineBench.Run(customers: 1_000_000);
        return 0;
    case ["engine", var customers] when int.TryParse(customers, out var count) && count > 0:
        EngineBench.Run(count);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Huitou.Bench engine [customers]");
        return 2;
}
