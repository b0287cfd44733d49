export const lists = {
  views: {
    all: '全部客户', choose: '视图：{{name}}', own: '我的视图', everybodys: '共享视图', changed: '已改动', replace: '保存改动', save: '存为视图', edit: '改名或共享', delete: '删除视图', deleted: '已删除视图“{{name}}”', more: '视图的更多操作',
    name: '名称', nameMissing: '请填写名称。', example: '例如：沉默的粉丝客户', shared: '所有能看客户列表的人都可用', sharedNote: '会出现在别人的“共享视图”里，并记入审计。', note: '视图会记住筛选条件、时间范围、排序和显示列。', noSearch: '搜索的内容可能指向某个人，所以不会保存。',
    gone: '这个视图限定的内容已经不在了，或者您无权查看：{{what}}。下面显示其余条件的结果。', and: '、', fields: { shops: '店铺', channels: '渠道', region: '地区', tag: '标签' },
  },
};
