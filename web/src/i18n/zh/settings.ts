export const settings = {
  settings: {
    title: '设置', shops: '店铺', counts: '统计口径', levels: '服务级别', limits: '宫格界限', identity: '身份识别', users: '用户', tokens: 'API 令牌', audit: '审计', rates: '汇率', readOnly: '你的角色可以查看，但不能修改。', sections: '设置分类',
  },
  shopSettings: { note: '订单按店铺所在时区归到哪一天。', name: '名称', timeZone: '时区', add: '添加店铺', edit: '编辑 {{name}}', platform: '所在平台', noPlatform: '无', platformNote: '本店文件里没有注明平台的昵称和买家 ID 算作这个平台的：同一人在该平台多家店铺购买，会认成一位客户。只对以后的导入生效，已导入的保持当时的设置。', currencyNote: '报表币种：{{code}}，初始设置时选定。' },
  rates: {
    note: '一单位外币从某天起值多少 {{code}}，到下一条汇率为止。外币订单按当天的汇率换算；已导入的订单不受影响。', add: '添加汇率', currency: '币种', day: '起始日期', rate: '一单位折合 {{code}}', rateMissing: '请输入大于 0 的数', currencyMissing: '请选择币种', remove: '删除', removeSure: '删除 {{currency}} 从 {{day}} 起的汇率？', list: '汇率', emptyTitle: '还没有汇率', empty: '只有导入 {{code}} 以外币种的订单时才需要。',
  },
  counts: {
    note: '这些规则决定报表统计哪些订单。修改后所有报表立即变化，包括历史。', basis: 'RFM 的金额', basisNote: '给客户打分之前是否扣除退款。', net: '净额：扣除退款', gross: '成交额：不扣退款',
    zeroPriced: '统计没有付费商品的订单', zeroPricedNote: '样品、单独寄出的赠品、库存调整。统计它们会抬高 F、拉低客单价。', tests: '统计测试订单', testsNote: '数据来源自己标为测试的订单。',
  },
  identityRules: {
    note: '手机号、邮箱、会员卡或平台账号相同的买家算同一位客户；但如果用它的人太多，它就不属于任何个人，比如店铺电话或随手填的号码。', mostCarriers: '一个号码或标识最多属于多少个买家', mostCarriersNote: '再多一个就不再用它合并。一般店铺用 10；一个号码替公司或家人下单较多的店铺可以放宽。', saved: '已保存，正在重新识别所有客户。',
  },
  limits: {
    note: '多久没买算沉默、沉睡、流失，买几次算粉丝客户。查看以前某天的报表时，用当时生效的界限。', allShops: '全部店铺合计', forShop: '适用于', current: '正在使用', suggested: '根据你的数据建议', suggestedWhy: '来自 {{gaps}} 个复购间隔：四分之三不超过 {{active}} 天，九成不超过 {{silent}} 天，97.5% 不超过 {{dormant}} 天。粉丝客户比九成客户买得更勤。',
    suggestedFew: '目前只有 {{gaps}} 个复购间隔；满 200 个后可以给出专属建议。', use: '填入下面的表单', sameAsUsed: '正在使用的就是建议值。', activeMax: '活跃上限（天）', silentMax: '沉默上限（天）', dormantMax: '沉睡上限（天）', fanMin: '粉丝客户起点（单）', validFrom: '生效日期', change: '设置界限', order: '天数要依次变大：活跃、沉默、沉睡。', fanOrder: '粉丝客户至少 4 单。', history: '历史版本', none: '还没有手工设置过界限。', by: '操作人', at: '设置时间', required: '请输入整数',
  },
  users: {
    note: '每个人用自己的账号登录，审计里能看到谁做了什么。', add: '添加用户', name: '用户名', role: '角色', created: '添加时间', locked: '锁定至 {{until}}', reset: '重设密码', remove: '移除', removeSure: '移除 {{name}}？他会立即退出登录。', access: '修改权限', accessFor: '{{name}} 的权限', you: '你', passwordFor: '{{name}} 的新密码', nameMissing: '请输入用户名', list: '用户',
  },
  dataScope: {
    label: '数据范围', all: '全部店铺', some: '指定店铺', owner: '所有者可以看到全部店铺。', missing: '请至少选择一个店铺', note: '其他店铺的客户、订单、报表、导入和导出，他都看不到。',
  },
  tokens: {
    note: '程序可以用令牌按某个角色的权限调用 API。', add: '创建令牌', name: '用途', role: '角色', created: '创建时间', used: '最近使用', never: '从未', revoked: '{{at}} 已吊销', revoke: '吊销', revokeSure: '吊销“{{name}}”？使用它的程序会立即失效。', secretTitle: '请现在复制令牌', secretNote: '只显示这一次；Huitou 只保存它的指纹，不保存令牌本身。', emptyTitle: '没有令牌', empty: '创建一个令牌来连接程序。', list: 'API 令牌', nameMissing: '请填写用途',
  },
  audit: {
    note: '谁做了什么，最新的在前。这里的记录不能修改。', at: '时间', actor: '谁', action: '做了什么', subject: '对象', detail: '详情', all: '全部', emptyTitle: '还没有记录', empty: '登录、导出和修改都会记在这里。', list: '审计', filter: '显示', system: '系统', console: '命令行', anonymous: '未登录',
    subjects: { identity: '身份识别', profile: '客户资料', export: '导出', customerView: '视图', serviceLevels: '服务级别', user: '用户', shop: '店铺', import: '导入', token: '令牌', customer: '客户', customers: '客户列表', gridLimits: '宫格界限', definitions: '统计口径', rate: '汇率', installation: '整个系统' },
    actions: { signIn: '登录', signInFailed: '登录失败', export: '导出', reveal: '查看姓名', merge: '合并', profile: '客户资料', consent: '联系许可', bin: '回收站', erase: '永久清除', undo: '撤销', settings: '设置', users: '用户', tokens: '令牌', import: '导入', backup: '备份', restore: '恢复', keyRotation: '更换密钥' },
  },
};
