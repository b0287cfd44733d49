using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>Who did what, when.</summary>
internal sealed class AuditTable(IDbContextFactory<HuitouDb> databases)
    : StoredTable<AuditEntry>(databases, "audit", new Words("审计记录", "Audit"), Permission.AuditRead, Columns)
{
    private static readonly ExportColumn<AuditEntry>[] Columns =
    [
        new("id", "编号", "Id", ExportValue.Text, (entry, _) => ExportLook.Id(entry.Id)),
        new("at", "时间", "At", ExportValue.Time, (entry, look) => look.Time(entry.At)),
        new("actor", "操作人", "By", ExportValue.Text, (entry, _) => Cell.Of(entry.Actor)),
        new("action", "操作", "Action", ExportValue.Text, (entry, _) => ExportLook.Word(entry.Action)),
        new("subject", "对象", "Subject", ExportValue.Text, (entry, _) => Cell.Of(entry.Subject)),
        new("kind", "事项", "Kind", ExportValue.Text, (entry, _) => ExportLook.Word(entry.Kind)),
        new("values", "内容", "Values", ExportValue.Text, (entry, _) => Cell.Of(entry.Values)),
        new("sentence", "说明", "Sentence", ExportValue.Text, (entry, look) => Cell.Of(AuditWords.Sentence(entry.Fact, look.Language))),
    ];

    protected override IQueryable<AuditEntry> After(HuitouDb db, long id) => db.Audit.Where(entry => entry.Id > id).OrderBy(entry => entry.Id);

    protected override long IdOf(AuditEntry row) => row.Id;
}
