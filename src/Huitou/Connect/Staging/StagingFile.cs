using Huitou.Data;
using Huitou.Data.Sqlite;
using Huitou.Engine;
using Microsoft.Data.Sqlite;

namespace Huitou.Connect.Staging;

/// <summary>
/// An import's lines in a file of their own, where they wait to be read order by order: a file may scatter an order's lines, and
/// sorting millions of them belongs neither in memory nor in the database. Nothing here need survive a crash.
/// </summary>
internal sealed class StagingFile : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;

    private StagingFile(string path)
    {
        _path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536");
        Execute($"CREATE TABLE line ({string.Join(", ", Columns)})");
        Execute("BEGIN");
    }

    internal static StagingFile Create(DataFolder folder, long importId) => new(Path.Combine(folder.Staging, $"import-{importId}.db"));

    /// <summary>Removes what earlier runs left behind.</summary>
    internal static void Clear(DataFolder folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder.Staging)) File.Delete(left);
    }

    internal long Lines { get; private set; }

    internal async Task AddAsync(IReadOnlyList<SourceLine> lines, CancellationToken cancel)
    {
        await new SqliteBulkWriter(_connection).InsertAsync(Table, lines, cancel);
        Lines += lines.Count;
    }

    /// <summary>The lines order by order, each order's in the sequence of the source.</summary>
    internal IEnumerable<IReadOnlyList<SourceLine>> ReadOrders(CancellationToken cancel)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", Columns)} FROM line ORDER BY order_no, number";
        using var reader = command.ExecuteReader();
        var strings = new Dictionary<string, string>();
        var order = new List<SourceLine>();
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var line = Read(reader, strings);
            if (order.Count > 0 && order[0].OrderNo != line.OrderNo)
            {
                yield return order;
                order = [];
            }
            order.Add(line);
        }
        if (order.Count > 0) yield return order;
    }

    public void Dispose()
    {
        _connection.Dispose();
        File.Delete(_path);
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static readonly string[] Columns =
    [
        "number", "order_no", "flags", "order_marks", "created_at", "paid_at", "modified_at", "buyer", "buyer_name", "region", "city", "channel",
        "product_code", "product_name", "category", "quantity", "unit_price", "amount", "discount", "marks", "order_amount", "refund_amount",
        "refunded_at",
    ];

    private const int IsReturn = 1;
    private const int IsClosed = 2;

    private static readonly BulkTable<SourceLine> Table = new("line", Columns, (line, row) =>
    {
        row.Big(line.Number);
        row.Text(line.OrderNo);
        row.Int((line.IsReturn ? IsReturn : 0) | (line.IsClosed ? IsClosed : 0));
        row.Int((int)line.OrderMarks);
        row.Big(line.CreatedAt.ToUnixTimeMilliseconds());
        row.Big(line.PaidAt?.ToUnixTimeMilliseconds());
        row.Big(line.ModifiedAt?.ToUnixTimeMilliseconds());
        Text(row, line.Buyer.Id);
        Text(row, line.BuyerName);
        Text(row, line.Region);
        Text(row, line.City);
        Text(row, line.Channel);
        Text(row, line.ProductCode);
        Text(row, line.ProductName);
        Text(row, line.Category);
        row.Int(line.Quantity);
        row.Big(line.UnitPrice);
        row.Big(line.Amount);
        row.Big(line.Discount);
        row.Int((int)line.Marks);
        row.Big(line.OrderAmount);
        row.Big(line.RefundAmount);
        row.Big(line.RefundedAt?.ToUnixTimeMilliseconds());
    });

    /// <summary>Empty is stored as null, which takes no room.</summary>
    private static void Text(IBulkRow row, string? value)
    {
        if (string.IsNullOrEmpty(value)) row.Null();
        else row.Text(value);
    }

    private static SourceLine Read(SqliteDataReader reader, Dictionary<string, string> strings)
    {
        var flags = reader.GetInt32(2);
        return new SourceLine(reader.GetInt64(0))
        {
            OrderNo = reader.GetString(1),
            IsReturn = (flags & IsReturn) != 0,
            IsClosed = (flags & IsClosed) != 0,
            OrderMarks = (OrderMarks)reader.GetInt32(3),
            CreatedAt = Instant(reader.GetInt64(4)),
            PaidAt = reader.IsDBNull(5) ? null : Instant(reader.GetInt64(5)),
            ModifiedAt = reader.IsDBNull(6) ? null : Instant(reader.GetInt64(6)),
            Buyer = new SourceBuyer(reader.IsDBNull(7) ? null : reader.GetString(7)),
            BuyerName = String(reader, 8, strings),
            Region = String(reader, 9, strings),
            City = String(reader, 10, strings),
            Channel = String(reader, 11, strings),
            ProductCode = String(reader, 12, strings),
            ProductName = String(reader, 13, strings),
            Category = String(reader, 14, strings),
            Quantity = reader.GetInt32(15),
            UnitPrice = reader.GetInt64(16),
            Amount = reader.GetInt64(17),
            Discount = reader.GetInt64(18),
            Marks = (LineMarks)reader.GetInt32(19),
            OrderAmount = reader.IsDBNull(20) ? null : reader.GetInt64(20),
            RefundAmount = reader.GetInt64(21),
            RefundedAt = reader.IsDBNull(22) ? null : Instant(reader.GetInt64(22)),
        };
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>One string per distinct value: regions, cities and products repeat, and some are kept for the whole import.</summary>
    private static string String(SqliteDataReader reader, int column, Dictionary<string, string> strings)
    {
        if (reader.IsDBNull(column)) return "";
        var text = reader.GetString(column);
        if (strings.TryGetValue(text, out var known)) return known;
        if (strings.Count >= 100_000) strings.Clear();
        return strings[text] = text;
    }
}
