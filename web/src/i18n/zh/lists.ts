export const lists = {
  views: {
    all: '全部客户', choose: '视图：{{name}}', own: '我的视图', everybodys: '共享视图', changed: '已改动', replace: '保存改动', save: '存为视图', edit: '改名或共享', delete: '删除视图', deleted: '已删除视图“{{name}}”', more: '视图的更多操作',
    name: '名称', nameMissing: '请填写名称。', example: '例如：沉默的粉丝客户', shared: '所有能看客户列表的人都可用', sharedNote: '会出现在别人的“共享视图”里，并记入审计。', note: '视图会记住筛选条件、时间范围、排序和显示列。', noSearch: '搜索的内容可能指向某个人，所以不会保存。',
    gone: '这个视图限定的内容已经不在了，或者你无权查看：{{what}}。下面显示其余条件的结果。', and: '、', fields: { shops: '店铺', channels: '渠道', region: '地区', city: '城市', district: '区县', tag: '标签', serviceLevel: '服务级别', firstSource: '首次来源', firstShop: '首购店铺', boughtIn: '买过的店铺' },
  },
  reach: { name: '能否联系', phone: '电话可联系', email: '邮件可联系', any: '电话或邮件可联系', none: '联系不上', yes: '是', no: '否' },
  levels: {
    level: '服务级别', byClass: '按分类', note: '哪些客户享受什么级别的服务。同时符合两个级别时，以排在上面的为准；在客户页手工设定的级别优先于一切。', name: '级别', nameMissing: '请填写级别名称。', nameExample: '例如：优先', promise: '服务承诺', promiseExample: '例如：一小时内回电，免费礼品包装',
    groups: 'RFM 客群', cells: 'R×F 格子', add: '添加级别', remove: '删除级别 {{name}}', up: '上移 {{name}}', down: '下移 {{name}}', empty: '还没有服务级别', emptyNote: '写下最好的客户能得到什么服务，接待他们的每个人都会看到。',
    reason: { byHand: '为这位客户手工设定。', group: '适用于 RFM 客群 {{name}}。', cell: '适用于 {{name}} 这一格。' },
  },
  prune: {
    open: '清理名单', title: '清理名单', answer_other: '有 <b>{{count, number}}</b> 位客户联系不上，也没有带来价值。', answerNone: '每位客户都能联系上，或值得保留。',
    limits: '怎样算没有价值', months: '至少这么久没有下单', monthsUnit: '个月', orders: '累计订单数不超过', spent: '累计净销售额不超过', any: '不限', withSuppressed: '包括已设免打扰的客户', note: '这里列出任何消息都到不了的客户：每种联系方式要么没有，要么无效，要么被拒绝且没有任何同意。从未下单的客户低于任何标准。',
    why: '原因', whyTitle: '为什么联系不上', lastOrder: '最近下单', never: '从未下单', phone: { open: '手机号可用', missing: '没有手机号', wrong: '手机号无效', refused: '拒收短信' }, email: { open: '邮箱可用', missing: '没有邮箱', wrong: '邮箱无效', refused: '拒收邮件' }, both: '{{one}} · {{other}}',
    suppress: '设为免打扰', suppressNote: '客户仍计入所有指标。免打扰是店铺自己的标记，可以撤销；拒收是客户的意思，会一直有效。', done_other: '已将 {{count, number}} 位客户设为免打扰', left_other: '名单上还剩 {{count, number}} 位：一次最多处理 10,000 位。', suppressed: '免打扰', all: '选择名单上全部 {{total}} 位',
    emptyTitle: '没有需要清理的客户', empty: '联系不上的客户都不在这些标准之内。放宽标准可以看到更多。', shown: '免打扰：店铺自己的标记，所有发送都会遵守。可在“资料”中撤销。',
  },
};
