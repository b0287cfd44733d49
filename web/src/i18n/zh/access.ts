export const access = {
  signIn: {
    title: '登录', name: '用户名', password: '密码', submit: '登录', nameMissing: '请输入用户名', passwordMissing: '请输入密码',
    motto: '让第一次来的人，变成回头客', forgot: '忘记密码？请管理服务器的人运行：huitou user reset',
  },
  setUp: {
    title: '初始设置', intro: '只要两小步，就可以导入订单。', owner: '所有者', ownerTitle: '谁来管理',
    ownerNote: '所有者拥有全部权限，之后可以添加其他人。', name: '用户名', password: '密码', passwordHint: '至少 10 个字符', passwordShort: '至少 10 个字符',
    repeat: '再输一次密码', repeatWrong: '两次输入的密码不一样', shop: '店铺', shopTitle: '第一家店铺', shopName: '店铺名称',
    shopNameMissing: '请填写店铺名称', timeZone: '时区', timeZoneNote: '订单按这个时区归到哪一天。', currency: '币种',
    currencyNote: '所有金额都用它显示；有订单后不能再改。', create: '创建', data: '数据', dataTitle: '把订单带进来',
    importTitle: '导入订单', importText: 'CSV、TSV 或 Excel 文件，每行一条订单明细。保存之前可以先预览。', importAction: '导入订单',
    demoTitle: '先看看', demoText: '一家虚构的女装店：2 万名客户、三年订单。', demoAction: '载入演示店铺',
    demoDone: '演示店铺已就绪', go: '进入 Huitou', noToken: '需要用初始设置链接打开', noTokenText: 'Huitou 在空的数据文件夹上启动时，会在控制台打印这个链接。请打开它。',
  },
  password: { title: '修改密码', current: '当前密码', next: '新密码', done: '密码已修改' },
};
