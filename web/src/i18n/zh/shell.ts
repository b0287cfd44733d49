export const shell = {
  nav: {
    label: '主导航', today: '今天', customers: '客户', insights: '洞察', overview: '概览', grid: 'R×F 十六宫格',
    rfm: 'RFM', rankings: '排行', rhythm: '购买节奏', data: '数据', imports: '导入', settings: '设置',
    collapse: '收起导航', expand: '展开导航', open: '打开导航', close: '关闭导航', skip: '跳到内容',
  },
  shell: {
    allShops: '全部店铺', search: '搜索客户', searchHint: '姓名、买家 ID 或订单号', searchNone: '没有找到。买家 ID 和订单号需要输入完整。',
    searchAll: '查看全部 {{count}} 位客户', searchKeys: '按 / 或 Ctrl-K 搜索', upTo: '数据截至 {{time}}', building: '正在读取数据…',
    behind_other: '还有 {{count}} 处变化待更新', noData: '还没有数据', fresh: '导入的数据都已进入报表。',
    dataSpan: '订单从 {{from}} 到 {{to}}', language: '语言', english: 'English', chinese: '中文', theme: '主题', light: '浅色', dark: '深色',
    system: '跟随系统', account: '账号', password: '修改密码', signOut: '退出登录', demo: '演示店铺', version: '版本 {{version}}',
    notFound: '没有这个页面', notFoundText: '地址可能已失效或输入有误。', home: '回到首页', notAllowed: '你的角色不能查看这个页面',
    notAllowedText: '如有需要，请联系所有者开通。', broken: '页面出错了', reload: '重新加载',
  },
  actions: {
    retry: '重试', save: '保存', cancel: '取消', close: '关闭', edit: '编辑', add: '添加', remove: '移除', more: '加载更多', copy: '复制',
    copied: '已复制', export: '导出 CSV', back: '上一步', next: '下一步', all: '全部', clear: '清除全部', apply: '应用', saved: '已保存', of: '第 {{from}}–{{to}} 条，共 {{total}} 条',
  },
  charts: { asTable: '看表格', asChart: '看图表', download: '下载 CSV', fullScreen: '全屏', today: '今天' },
  figures: { formula: '公式', filter: '口径', noComparison: '无对比' },
  roles: { owner: '所有者', operator: '运营', service: '客服', reader: '只读' },
  roleNotes: { owner: '可以做任何操作', operator: '管理客户、报表和导入', service: '查询客户', reader: '只看报表，看不到个人' },
  r: { active: '活跃', silent: '沉默', dormant: '沉睡', lost: '流失' },
  f: { new: '新客户', second: '二次客户', old: '老客户', fan: '粉丝客户' },
  groups: {
    importantValue: '重要价值', importantKeep: '重要保持', importantDevelop: '重要发展', importantWinback: '重要挽留',
    generalValue: '一般价值', generalKeep: '一般保持', generalDevelop: '一般发展', generalWinback: '一般挽留',
  },
  problems: {
    code: '代码：{{code}}', server: '服务器出错了，日志里有详情。', refused: '请求被拒绝。',
    words: {
      unreachable: '连不上服务器。请确认 Huitou 正在运行，然后重试。',
      unexpected: '出现意外情况，请重新加载页面。',
      wrong_credentials: '用户名或密码不对。', sign_in_failed: '用户名或密码不对。', locked_out: '失败次数太多，请过几分钟再试。',
      too_many_requests: '尝试次数太多，请过一分钟再试。', not_signed_in: '登录已失效，请重新登录。',
      forbidden: '你的角色不能这样做。', not_found: '它已经不在了。', setup_token_invalid: '这个初始设置链接已失效。重新启动 Huitou，控制台会给出新链接。',
      changed_meanwhile: '别人刚刚改过这里。请重新加载后再修改。', antiforgery: '页面停留太久，请重新加载。',
      http_500: '服务器出错了，日志里有详情。', http_502: '连不上服务器。请确认 Huitou 正在运行，然后重试。',
      http_503: '服务器正在启动，请稍后重试。', http_404: '它已经不在了。', http_413: '文件太大了。', http_429: '尝试次数太多，请过一分钟再试。',
    },
  },
};
