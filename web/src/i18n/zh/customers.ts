export const customers = {
  customers: {
    title: '客户', answer_other: '符合条件的客户 <b>{{count, number}}</b> 位。', answerAll_other: '共 <b>{{count, number}}</b> 位客户。', answerEmpty: '所有付过款的客户。', search: '姓名、买家 ID、手机号、邮箱或订单号', filters: '筛选', columns: '显示列',
    sort: '排序', name: '客户', buyer: '买家 ID', region: '地区', city: '城市', firstDay: '首次购买', lastDay: '最近购买', recency: '距上次购买（天）', orders: '订单数', units: '件数', grossSales: '成交额', netSales: '净销售额', aov: '客单价', cell: 'R×F', group: 'RFM 客群',
    firstSource: '首次来源', firstShop: '首购店铺', boughtIn: '买过的店铺', tag: '标签', unnamed: '未留姓名', f: 'F 分类', r: 'R 分类', ordersRange: '订单数', recencyRange: '距上次购买天数', netRange: '净销售额', firstRange: '首次购买', from: '从', to: '到', range: '{{from}} 到 {{to}}', atLeast: '{{from}} 起', atMost: '至 {{to}}', removeFilter: '移除筛选 {{name}}', filterTag: '{{name}}：{{value}}',
    emptyTitle: '还没有客户', empty: '导入带买家信息的订单后，客户就会出现在这里。', noneTitle: '没有符合条件的客户', none: '去掉一个筛选条件，或换个关键词。', perPage: '条/页', list: '客户列表',
  },
  customer: {
    title: '客户', back: '全部客户', reveal: '显示完整资料', revealNote: '每次查看都会记入审计。', key: '关键指标', why: '为什么在这一格', whyR: '<b>{{days}}</b> 天前下过单：{{reason}}，所以是 <b>R {{name}}</b>。', whyF: '<b>{{orders}}</b>：{{reason}}，所以是 <b>F {{name}}</b>。', orders_other: '已付款 {{count, number}} 单',
    rActive: '不超过 {{max}} 天', rBetween: '超过 {{min}} 天，不超过 {{max}} 天', rLost: '超过 {{min}} 天', fNew: '一单', fSecond: '两单', fOld: '三单及以上，不到 {{max}} 单', fFan: '{{min}} 单及以上',
    rfmTitle: 'RFM 得分', rfmNote: '与全部客户相比打 1 到 5 分，4 分和 5 分算高。', scoreR: '最近一次消费', scoreF: '消费频率', scoreM: '消费金额', evidence: '身份依据', evidenceNote: '各数据来源用什么标识认出这位客户，以及它们还带有什么。', evidenceKinds: { sourceId: '买家 ID', phone: '手机号', email: '邮箱', card: '会员卡', unionId: '微信 UnionID', openId: '微信 OpenID', omid: '平台商家级 ID', nickname: '平台昵称' }, platforms: { taobao: '淘宝 / 天猫', jd: '京东', pinduoduo: '拼多多', douyin: '抖音', kuaishou: '快手', xiaohongshu: '小红书', weixin: '微信', youzan: '有赞', vip: '唯品会', shopify: 'Shopify', woocommerce: 'WooCommerce' }, evidenceCarries: '还带有', evidenceByHand: '手工填写', evidenceShown: '也显示为', evidenceShownNote: '来源已打码，不用于认人', add: '添加', addEvidence: '添加手机号、邮箱或会员卡', addEvidenceNote: '以后凭它认出这位客户；带有相同号码的会合为一人。随时可以撤销。', evidenceKind: '类型', evidenceValue: '内容', evidenceMissing: '请填写完整的号码或地址。', evidenceOf: '属于', evidenceEverywhere: '所有店铺通用', evidenceScope: '来自 {{scope}}', care: '可以怎么做', more: '更多操作',
    orderNo: '订单 {{no}}', returnNo: '退货单 {{no}}', unpaid: '未付款', closed: '已关闭', paid: '已付款', refunded: '{{day}} 退款 {{amount}}', discount: '优惠 {{amount}}', gift: '赠品', notGoods: '非商品', products_other: '{{count, number}} 条明细', showAll_other: '再显示 {{count, number}} 条明细', noFigures: '到这一天还没有付款订单，所以没有指标。', product: '商品', quantity: '数量', unitPrice: '单价', amount: '金额', notCounted: '没有付款，不计入上面的指标', inShop: '{{shop}} · {{channel}}',
  },
  identity: {
    title: '疑似重复客户', answer_other: '本页有 <b>{{count, number}}</b> 个号码或标识同时属于多位客户。', answerEmpty: '没有多位客户共用的号码或标识。', open: '疑似重复',
    carried_other: '共 {{count, number}} 个买家在用。', hidden: '已无人使用', 
    reasons: { contested: '同一店铺的两个买家 ID，或同一平台的两个账号都用它，无法判断属于谁。', chained: '如果合并，会把已知不是同一人的客户连在一起。', fenced: '用它的人太多，不属于任何个人：可能是店铺电话或随手填的号码。' },
    chooseTwo: '请选择两位', choose: '选择 {{name}}', same: '是同一人', different: '不是同一人', goesBy: '{{kind}} {{value}}',
    merged: '已合并为一位客户。', kept: '已分开，不再提示。', parted: '已拆分为另一位客户。', undo: '撤销', undone: '已撤销，一切恢复原样。',
    emptyTitle: '没有疑似重复的客户', empty: '手机号、邮箱、会员卡或平台账号相同的客户会自动合并；拿不准的会列在这里。', previous: '上一页', next: '下一页',
    acts: '人工判断', actsNote: '谁和谁是不是同一人，由人工判断的记录。撤销后一切恢复原样。', noActs: '还没有人工判断。', said: '判断', saidSame: '是同一人', saidDifferent: '不是同一人', concerned: '客户', by: '操作人', when: '时间', withdraw: '撤销', nobodyNow: '目前不在',
    part: '不是本人', partSure: '把 {{value}} 拆成另一位客户？', partNote: '相关订单一起归过去，之后可以撤销。',
  },
};
