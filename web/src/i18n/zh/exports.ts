export const exports = {
  exports: {
    title: '导出', answer: '导出过的数据表。文件保留 7 天，只有导出者本人和所有者可以下载。', add: '新建导出', list: '导出记录', dialog: '导出', table: '数据表', state: '状态', when: '时间', what: '范围', narrowed: '部分', whole: '全部', columns: '列', rows: '行数', size: '文件', names: '姓名', inFull: '完整', masked: '打码', by: '操作人', download: '下载', downloadOf: '下载{{name}}，导出 {{id}}',
    emptyTitle: '还没有导出过', empty: '可以导出客户、订单和其他数据表，列由你选择。', start: '开始导出', format: '格式', paidDays: '付款日期', paidDaysNote: '留空则导出全部订单，包括未付款的。',
    allColumns: '全选', noColumns: '全不选', usualColumns: '恢复默认', up: '上移{{name}}', down: '下移{{name}}', personal: '个人信息', columnsMissing: '请至少选择一列。', unmask: '导出完整姓名', maskedNote: '姓名会打码。', unmaskedNote: '文件里是完整姓名，审计中会有记录。',
    ready: '文件已准备好。', leave: '可以关闭窗口，导出会继续。', seeAll: '查看全部导出', cancel: '取消导出', wasCancelled: '导出已取消。', hasFailed: '导出失败：{{error}}',
    states: { waiting: '等待中', running: '进行中', done: '完成', failed: '失败', cancelled: '已取消' },
  },
};
