using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>All imports with what they did.</summary>
internal sealed class ImportsTable(IDbContextFactory<HuitouDb> databases)
    : StoredTable<ImportsTable.Row>(databases, "imports", new Words("导入记录", "Imports"), Permission.ImportsRead, Columns)
{
    private static readonly ExportColumn<Row>[] Columns =
    [
        new("id", "编号", "Id", ExportValue.Text, (row, _) => ExportLook.Id(row.Import.Id)),
        new("file", "文件", "File", ExportValue.Text, (row, _) => Cell.Of(row.Import.Name)),
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
        new("preset", "格式", "Format", ExportValue.Text, (row, _) => Cell.Of(row.Import.Preset)),
        new("state", "状态", "State", ExportValue.Text, (row, _) => ExportLook.Word(row.Import.State)),
        new("startedAt", "开始", "Started", ExportValue.Time, (row, look) => look.Time(row.Import.StartedAt)),
        new("finishedAt", "结束", "Finished", ExportValue.Time, (row, look) => look.Time(row.Import.FinishedAt)),
        new("actor", "操作人", "By", ExportValue.Text, (row, _) => Cell.Of(row.Import.Actor)),
        Count("rows", "行数", "Rows", counts => counts.Rows),
        Count("rowsRejected", "未导入行数", "Rows rejected", counts => counts.RowsRejected),
        Count("items", "条数", "Items", counts => counts.Items),
        Count("itemsNew", "新增", "New", counts => counts.ItemsNew),
        Count("itemsChanged", "有变化", "Changed", counts => counts.ItemsChanged),
        Count("itemsUnchanged", "无变化", "Unchanged", counts => counts.ItemsUnchanged),
        Count("itemsWithBuyer", "带买家", "With buyer", counts => counts.ItemsWithBuyer),
        Count("customersNew", "新增客户", "Customers new", counts => counts.CustomersNew),
        new("error", "失败原因", "Error", ExportValue.Text, (row, _) => Cell.Of(row.Import.Error)),
    ];

    internal sealed record Row(Import Import, string Shop);

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from import in db.Imports
        where import.Id > id
        join shop in db.Shops on import.ShopId equals shop.Id
        orderby import.Id
        select new Row(import, shop.Name);

    protected override long IdOf(Row row) => row.Import.Id;

    private static ExportColumn<Row> Count(string key, string zh, string en, Func<ImportCounts, long> of) =>
        new(key, zh, en, ExportValue.Number, (row, _) => ExportLook.Number(of(row.Import.Counts)));
}
