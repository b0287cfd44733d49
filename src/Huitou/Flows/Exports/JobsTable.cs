using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>All jobs: what ran when, and how it ended.</summary>
internal sealed class JobsTable(IDbContextFactory<HuitouDb> databases)
    : StoredTable<Job>(databases, "jobs", new Words("任务", "Jobs"), Permission.ImportsRead, Columns)
{
    private static readonly ExportColumn<Job>[] Columns =
    [
        new("id", "编号", "Id", ExportValue.Text, (job, _) => ExportLook.Id(job.Id)),
        new("kind", "类型", "Kind", ExportValue.Text, (job, _) => Cell.Of(job.Kind)),
        new("subject", "对象", "Subject", ExportValue.Text, (job, _) => Cell.Of(job.Subject)),
        new("state", "状态", "State", ExportValue.Text, (job, _) => ExportLook.Word(job.State)),
        new("done", "已完成", "Done", ExportValue.Number, (job, _) => ExportLook.Number(job.Done)),
        new("total", "总数", "Total", ExportValue.Number, (job, _) => ExportLook.Number(job.Total)),
        new("actor", "操作人", "By", ExportValue.Text, (job, _) => Cell.Of(job.Actor)),
        new("createdAt", "创建", "Created", ExportValue.Time, (job, look) => look.Time(job.CreatedAt)),
        new("startedAt", "开始", "Started", ExportValue.Time, (job, look) => look.Time(job.StartedAt)),
        new("finishedAt", "结束", "Finished", ExportValue.Time, (job, look) => look.Time(job.FinishedAt)),
        new("error", "失败原因", "Error", ExportValue.Text, (job, _) => Cell.Of(job.Error)),
    ];

    protected override IQueryable<Job> After(HuitouDb db, long id) => db.Jobs.Where(job => job.Id > id).OrderBy(job => job.Id);

    protected override long IdOf(Job row) => row.Id;
}
