export const connect = {
  imports: {
    title: '导入', answer_other: '已导入 {{count, number}} 次。', answerEmpty: '每个导入的订单文件，以及导入结果。', start: '导入文件', file: '文件', when: '时间', by: '操作人', state: '状态', rows: '行数', rejected: '未导入', orders: '订单', new: '新增', changed: '有变化', unchanged: '无变化', list: '导入记录',
    emptyTitle: '还没有导入过', empty: '导入 CSV、TSV 或 Excel 文件，每行一条订单明细。', seeDemo: '载入演示店铺', demo: '演示店铺',
    states: { running: '进行中', committed: '完成', failed: '失败', cancelled: '已取消' },
    presets: { online_retail: 'Online Retail', generic: '通用', custom: '自定义映射', demo: '演示店铺' },
  },
  importing: {
    title: '导入订单', answer: '上传、检查、导入：确认之前，什么都不会保存。', steps: '步骤', upload: '上传', preview: '检查', run: '导入', result: '结果', shop: '导入到店铺', drop: '把文件拖到这里，或点击选择', dropNote: 'CSV、TSV 或 Excel（.xlsx），也可以是 .gz，最大 2 GB。每行一条订单明细。',
    uploading: '正在上传 {{name}}：{{share}}', reading: '正在读取 {{name}}', stop: '停止', presetsTitle: '不用设置就能读懂的格式',
    recognised: '识别为 {{name}}，各列已对应好。', recognisedMapping: '按已保存的映射“{{name}}”识别。', unknown: '这是新的格式。请告诉我们哪一列是什么，之后可以保存下来。',
    already: '这个文件在 {{when}} 已经导入过，再导入一次不会有变化。', seeIt: '查看那次导入', sampled: '前 {{rows}} 行里有 {{orders}} 单，其中 {{named}} 单带买家信息；{{rejected}} 行将不导入。', missing: '还需要指定：{{fields}}。',
    howRead: '文件怎么读', encoding: '编码', delimiter: '列分隔符', sheet: '工作表', headerRow: '表头在第几行', dateOrder: '日期顺序', decimal: '小数点', layout: '格式', comma: '逗号 ,', semicolon: '分号 ;', tab: '制表符', pipe: '竖线 |', ymd: '年-月-日', dmy: '日-月-年', mdy: '月-日-年', point: '点 1.5', decimalComma: '逗号 1,5',
    mapping: '哪一列是什么', mappingNote: '只有带 * 的字段是必需的。', notMapped: '文件里没有', example: '例如 {{value}}', firstRows: '前几行', firstRowsNote: '有问题的单元格会标出来。有问题的行不会导入，之后可以下载。', noProblems: '没有问题', row: '行', saveAs: '把映射保存为', saveAsHint: '起个名字，下次自动识别', startImport: '开始导入', otherFile: '换个文件', rereading: '正在重新读取…',
    running: '正在导入 {{name}}', progress: '{{done}} / {{total}}', doneSoFar: '已完成 {{done}}', rate: '每秒 {{rate}} 行', left: '还需 {{time}}', cancelRun: '取消导入', cancelling: '正在取消…', leave: '可以离开这个页面，导入会继续。',
    stepsOf: { queue: '等待中', waiting: '等待中', read: '读取文件', merge: '合并订单', commit: '提交', analyze: '更新统计信息', follow: '更新报表', write: '写入文件' },
    seconds_other: '{{count, number}} 秒', minutes_other: '{{count, number}} 分钟',
  },
  result: {
    title: '导入 {{name}}', answerDone: '新增 <b>{{new}}</b> 单，<b>{{changed}}</b> 单有变化，<b>{{unchanged}}</b> 单无变化。', answerNothing: '没有新内容：{{orders}} 单都已存在且没有变化。', answerFailed: '导入失败，没有保留任何内容。', answerCancelled: '导入已取消，没有保留任何内容。', answerRunning: '正在导入。',
    named: '<b>{{all}}</b> 单中有 <b>{{named}}</b> 单带买家信息（{{share}}）。其余订单计入销售，但不进入客户分析。', customersNew_other: '新增 {{count, number}} 位客户', rows: '{{rows}} 行中导入了 {{taken}} 行', rejects: '未导入的行', rejectsNote: '文件里有原来的各列，并注明行号、列名和原因：改好后可以再导入。', noRejects: '所有行都已导入。', reason: '原因', count: '行数', download: '下载未导入的行', toCustomers: '看客户', toOverview: '看概览', toGrid: '看 R×F 十六宫格', another: '再导入一个文件', error: '失败原因', started: '开始', finished: '结束', preset: '格式', by: '操作人', counts: '导入内容', details: '详情',
  },
  rejects: {
    missingOrderNo: '没有订单号', missingTime: '没有时间', badTime: '时间无法识别', timeOutOfRange: '时间不在 1990 到 2169 年之间', missingQuantity: '没有数量', badQuantity: '数量无法识别', missingPrice: '没有价格', badPrice: '价格无法识别', badAmount: '金额无法识别', amountTooLarge: '金额太大', valueTooLong: '内容太长', wrongFieldCount: '列数与表头不一致', brokenQuote: '引号没有闭合', badCharacter: '有这个编码里不存在的字符', negativeQuantity: '非退货单里数量为负', negativePrice: '价格为负', conflictingBuyer: '同一订单有两个买家', otherRowRejected: '同一订单的另一行未被接受',
  },
};
