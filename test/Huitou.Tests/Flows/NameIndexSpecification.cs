using Huitou.Connect;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>The names in memory are those in the database, whatever happened to them since, and a part of one finds the same as reading all would.</summary>
public sealed class NameIndexSpecification
{
    private static readonly string[] Parts = ["王", "小", "明", "王小", "小明", "An", "nn", "É", "*", "%", "_", " ", "\\", "a b"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Parts[random.Next(Parts.Length)]));

    [Theory, EachDatabase]
    public async Task Finds_what_reading_all_names_finds(DatabaseKind kind)
    {
        var random = new Random(7);
        await using var bench = await ImportBench.CreateAsync(kind);
        var index = bench.Installation.Get<NameIndex>();
        var imports = new List<long>();
        for (var step = 0; step < 25; step++)
        {
            await StepAsync(bench, random, imports);
            await using var db = bench.Installation.Open();
            var names = await db.Customers.ToDictionaryAsync(customer => customer.Id, customer => customer.Name, Cancel);
            foreach (var part in Parts.Append("an").Append("é").Append(Name(random)).Where(part => part.Length > 0))
                await FindsAsync(kind, index, part, names.Where(name => name.Value.ToUpperInvariant().Contains(part.ToUpperInvariant(), StringComparison.Ordinal)).Select(name => name.Key));
        }
    }

    /// <summary>On PostgreSQL the feed is followed only up to the oldest transaction that still runs anywhere, so what is new may be a moment late.</summary>
    private static async Task FindsAsync(DatabaseKind kind, NameIndex index, string part, IEnumerable<long> expected)
    {
        long[] wanted = [.. expected.Order()];
        for (var looks = kind == DatabaseKind.Postgres ? 0 : 100; looks < 100 && !wanted.SequenceEqual((await index.FindAsync(part, Cancel)).Order()); looks++) await Task.Delay(100, Cancel);
        Assert.Equal(wanted, (await index.FindAsync(part, Cancel)).Order());
    }

    private static async Task StepAsync(ImportBench bench, Random random, List<long> imports)
    {
        await using var db = bench.Installation.Open();
        var customers = await db.Customers.Select(customer => customer.Id).ToListAsync(Cancel);
        switch (random.Next(4))
        {
            case 0 when imports.Count > 0:
                var undone = imports[random.Next(imports.Count)];
                imports.Remove(undone);
                await bench.UndoAsync(undone);
                break;
            case 1 when customers.Count > 0:
                await bench.Installation.Get<EditProfile>().WriteAsync([customers[random.Next(customers.Count)]], [new("name", Name(random))], ImportBench.Somebody, Cancel);
                break;
            case 2 when customers.Count > 1:
                await bench.Installation.Get<CustomerIdentity>().MergeAsync(customers[random.Next(customers.Count)], customers[random.Next(customers.Count)], ImportBench.Somebody, Cancel);
                break;
            default:
                var rows = Enumerable.Range(0, 1 + random.Next(6)).Select(line => new SourceCustomer(line + 2) { Buyer = new($"b{random.Next(12)}"), Name = Name(random) }).DistinctBy(row => row.Buyer.Id);
                imports.Add((await bench.ImportAsync(new ListSource([.. rows]) { Kind = FileKind.Customers })).Id);
                break;
        }
    }
}
