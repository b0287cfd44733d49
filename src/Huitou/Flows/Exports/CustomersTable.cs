using System.Runtime.CompilerServices;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>A customer with their figures, and who they are.</summary>
internal sealed record CustomerRow(CustomerItem Item, CustomerName Who);

/// <summary>The customers that the list of the same question shows, by ascending id: their ids are all that lies in memory.</summary>
internal sealed class CustomersTable(CustomerClassing classing, IDbContextFactory<HuitouDb> databases, Vault vault)
    : ExportTable<CustomerRow>("customers", new Words("客户", "Customers"), Permission.CustomersExport, ExportNarrowing.Customers, Columns)
{
    private const int RowsAtOnce = 1_000;

    private static readonly ExportColumn<CustomerRow>[] Columns =
    [
        new("id", "客户编号", "Id", ExportValue.Text, (row, _) => ExportLook.Id(row.Item.Id)),
        new(Field.Buyer, ExportValue.Text, (row, _) => Cell.Of(row.Item.Buyer)),
        new("name", "姓名", "Name", ExportValue.Text, (row, look) => look.Name(row.Who.Name)) { IsPersonal = true },
        new(Field.Region, ExportValue.Text, (row, _) => Cell.Of(row.Item.Region)),
        new(Field.City, ExportValue.Text, (row, _) => Cell.Of(row.Item.City)),
        new("firstDay", "首次下单", "First order", ExportValue.Day, (row, _) => ExportLook.Day(row.Item.FirstDay)),
        new("lastDay", "最近下单", "Last order", ExportValue.Day, (row, _) => ExportLook.Day(row.Item.LastDay)),
        new("recency", "最近一次消费距今天数", "Days since last order", ExportValue.Number, (row, _) => ExportLook.Number(row.Item.Recency)),
        new("orders", "订单数", "Orders", ExportValue.Number, (row, _) => ExportLook.Number(row.Item.Orders)),
        new("purchaseDays", "消费天数", "Purchase days", ExportValue.Number, (row, _) => ExportLook.Number(row.Item.PurchaseDays)),
        new("units", "件数", "Units", ExportValue.Number, (row, _) => ExportLook.Number(row.Item.Units)),
        new("grossSales", "成交额", "Gross sales", ExportValue.Money, (row, look) => look.Money(row.Item.GrossSales)),
        new("netSales", "净销售额", "Net sales", ExportValue.Money, (row, look) => look.Money(row.Item.NetSales)),
        new("aov", "客单价", "AOV", ExportValue.Money, (row, look) => look.Mean(row.Item.Aov)),
        new("r", "R", "R", ExportValue.Text, (row, look) => look.Word(row.Item.R, ClassWords.Of(row.Item.R))),
        new("f", "F", "F", ExportValue.Text, (row, look) => look.Word(row.Item.F, ClassWords.Of(row.Item.F))),
        new("group", "RFM 客群", "RFM group", ExportValue.Text, (row, look) => row.Item.Group is { } group ? look.Word(group, ClassWords.Of(group)) : Cell.Empty),
        new("serviceLevel", "服务级别", "Service level", ExportValue.Text, (row, _) => Cell.Of(row.Item.ServiceLevel ?? "")),
    ];

    protected override async Task<Outcome<TableRows<CustomerRow>>> ReadAsync(CustomerQuestion question, CancellationToken cancel)
    {
        if (question.Fault() is { } fault) return fault;
        var found = await classing.ForAsync(question, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var classes = found.Value!;
        long[] ids = [];
        if (classing.Filter(question, classes) is { } filter)
            ids = classes.Ledger.Ask(new CustomerIdsQuery(filter, classes.Limits.Limits, classes.Edges.Edges), classes.Scope, cancellationToken: cancel);
        return new TableRows<CustomerRow>(ids.Length, RowsAsync(classes, ids, cancel));
    }

    private async IAsyncEnumerable<(IReadOnlyList<CustomerRow> Rows, int Done)> RowsAsync(
        CustomerClasses classes, long[] ids, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var chunk in ids.Chunk(RowsAtOnce))
        {
            var figures = classes.Ledger.Ask(new CustomerFiguresQuery(chunk), classes.Scope, cancellationToken: cancel);
            await using var db = await databases.CreateDbContextAsync(cancel);
            var names = await CustomerNames.ReadPlacedAsync(db, vault, chunk, cancel);
            yield return ([.. figures.Select(customer =>
            {
                var who = names.GetValueOrDefault(customer.Id, CustomerName.Unknown);
                return new CustomerRow(classes.Item(customer, who), who);
            })], chunk.Length);
        }
    }
}
