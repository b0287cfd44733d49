export const profile = {
  profile: {
    title: '客户资料', edit: '修改', editTitle: '修改客户资料', editNote: '手工填写的内容优先于导入的文件，随时可以撤销。', nothing: '还没有其他资料。', takeBack: '撤销', takeBackOf: '撤销对“{{name}}”的修改', byHand: '{{name}} 手工填写，{{when}}', byFile: '来自文件 {{name}}，{{when}}',
    tags: '标签', tag: '标签 {{tag}}', addTag: '添加标签', removeTag: '去掉标签 {{tag}}', male: '男', female: '女', unknown: '未知', yes: '是', maskedNote: '现为 {{text}}；留空表示不改', birthdayExample: '1990-05-12，或 --05-12', ownName: '自定义属性', ownText: '内容', ownExample: '如：爱好',
    otherAddresses: '其他地址', moreAddresses_other: '再显示 {{count, number}} 个', takeBackAddress: '撤销这个地址',
    attributes: { name: '姓名', gender: '性别', birthday: '生日', region: '地区', city: '城市', district: '区县', address: '地址', phone: '手机号', email: '邮箱', card: '会员卡', joinedAt: '入会日期', serviceLevel: '服务级别', phoneWrong: '手机号无效', emailWrong: '邮箱无效', suppressed: '免打扰', note: '备注' },
  },
  receivers: {
    title: '订单收货地址', show: '查看收货信息', hide: '收起收货信息', receiver: '收货人', place: '地区', address: '地址', used_other: '{{count, number}} 笔订单，最近 {{when}}',
    ordered: '按订单：一年内 {{of, number}} 笔中有 {{orders, number}} 笔寄到这里', take: '设为客户地址', takeSure: '设为客户的地址？', takeNote: '会连同省市区写入客户资料，可以撤销。', takeOk: '设为地址', more_other: '还有 {{count, number}} 个',
  },
  consent: {
    title: '联系许可', channels: { sms: '短信', email: '邮件' }, purposes: { marketing: '营销推广', care: '客户关怀' }, standings: { given: '已同意', refused: '已拒绝', unknown: '未征询' },
    agreedTo: '登记', since: '时间：{{day}}', noProof: '没有留下凭证', declare: '登记同意', withdraw: '退订', withdrawAll: '全部退订', sure: '登记该客户退订？', allSure: '登记该客户全部退订？', final: '退订不能撤销，导入文件也不会改变它。',
    channel: '渠道', purpose: '用途', declareTitle: '登记客户的同意', declareNote: '客户在哪里、以什么文字表示了同意。会记入审计。', proof: '同意凭证', proofMissing: '请写明在哪里、以什么文字同意的。', proofExample: '如：2026-03-01 门店会员登记表，第 2 条', at: '同意时间', atNote: '不填表示现在。客户拒绝之前的同意无效。',
  },
  timeline: {
    title: '时间线', filter: '筛选时间线', kinds: { all: '全部', order: '订单', touch: '接触', consent: '许可', profile: '记录' }, nothing: '还没有发生过什么', nothingOfKind: '没有这类记录', note: '记备注', notePlaceholder: '给下一位同事留句话', staff: '客服 {{name}}',
    touches: { view: '浏览', favourite: '收藏', inquiry: '咨询', complaint: '投诉', complaintClosed: '投诉已解决', review: '评价', visit: '到店' }, agreed: '同意 {{way}}', refused: '拒绝 {{way}}', takenBack: '已撤销', tagged: '加标签“{{tag}}”', untagged: '去掉标签“{{tag}}”', wrote: '{{name}}改为 {{text}}', cleared: '清空了{{name}}',
  },
  chosen: {
    title: '已选客户', count_other: '已选 {{count, number}} 位客户', all: '选择全部符合条件的 {{total}} 位', choose: '选择 {{name}}', undo: '撤销', tagged_other: '已给 {{count, number}} 位客户加标签', binned_other: '已把 {{count, number}} 位客户移到回收站', declared_other: '已登记 {{count, number}} 位客户的同意', refusedLater_other: '；{{count, number}} 位之后拒绝过，没有登记',
  },
  bin: {
    open: '回收站', title: '客户回收站', answer_other: '回收站里有 <b>{{count, number}}</b> 位客户。', answerEmpty: '回收站里没有客户。', move: '移到回收站', restore: '恢复', at: '移入时间', since: '该客户于 {{when}} 移到回收站：不在任何列表和客群里，购买记录计为无名客户。',
    emptyTitle: '回收站是空的', empty: '移到回收站的客户会列在这里，可以原样恢复。', erase: '永久清除', subject: '导出此人全部资料', eraseTitle_other: '永久清除 {{count, number}} 位客户？',
    eraseWho: '姓名、联系方式、地址、标签、备注、许可等全部删除，各次导入里的也一样。', eraseFigures: '销售数据保留，计为无名客户。', eraseAgain: '以后导入的文件里再出现此人，会被拒收。', eraseFinal: '不能撤销，从备份恢复后也会再次清除。', eraseType: '请输入 {{word}} 确认',
  },
};
