/** Orders under plain names and one column that nothing knows. `later`: as they are exported again, with a change, new ones and mistakes. */
export function ordersCsv(later) {
  const rows = Array.from({ length: later ? 26 : 20 }, (_, n) => {
    const price = later && n === 3 ? '89.00' : later && n === 21 ? 'N/A' : `${60 + n}.50`;
    const day = later && n === 22 ? '2026-13-40' : `2026-06-${String(1 + n).padStart(2, '0')}`;
    return `P${2001 + n},${day} 10:30:00,vip${n % 9},SKU-${n % 4},${['羊毛围巾', '真丝方巾', '亚麻衬衫', '针织开衫'][n % 4]},${1 + (n % 2)},${price},${later && n === 5 ? '交易关闭' : '已付款'},${n % 3 ? '' : '请快点发'}`;
  });
  return ['Order no,Paid at,Buyer id,Product code,Product name,Quantity,Unit price,Status,Note', ...rows, ''].join('\n');
}

/** Leaves behind what the pictures show, and tells where. */
export async function bringIn(url, cookie) {
  const call = caller(url, cookie);
  const takenIn = await bringFiles(call);
  const customer = await bringProfile(call);
  await bringSettings(call);
  const { id: view } = await call('POST', '/customers/views?r=silent&f=fan&sort=-netSales', { name: '沉默的粉丝 · Silent fans', isShared: false, columns: null, period: null });
  await call('POST', '/customers/views?region=浙江&minOrders=2', { name: '浙江回头客 · Returning in Zhejiang', isShared: true, columns: null, period: null });
  const last = (await call('GET', '/customers?sort=lastDay&limit=3')).items.map(({ id }) => id);
  await call('POST', '/customers/bin', { customers: last });
  return { ...takenIn, customer, view };
}

function caller(url, cookie) {
  return async (method, path, body, type = 'application/json', headers = {}) => {
    const session = await (await fetch(`${url}/api/v1/session`, { headers: { cookie } })).json();
    const answer = await fetch(`${url}/api/v1${path}`, {
      method, headers: { cookie, 'X-CSRF': session.antiforgery, 'Content-Type': type, ...headers }, body: type === 'application/json' && body ? JSON.stringify(body) : body,
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
}

/** Imports that stay, that are taken out again, that reject rows and that fail; exports. */
async function bringFiles(call) {
  const job = async ({ jobId, importId }) => {
    for (;;) {
      const { isOver } = await call('GET', `/jobs/${jobId}`);
      if (isOver) return importId;
      await new Promise((next) => setTimeout(next, 200));
    }
  };
  const [shop] = (await call('GET', '/session')).shops;
  const take = async (name, text, saveAs) => {
    const preview = await call('POST', `/uploads?fileName=${encodeURIComponent(name)}`, text, 'application/octet-stream');
    return job(await call('POST', '/imports', { uploadId: preview.upload.id, shopId: shop.id, reading: preview.reading, saveAs }));
  };
  const imported = (await call('GET', '/imports?limit=1')).items[0].id;
  await take('orders-june.csv', ordersCsv(false));
  const undone = await take('till.csv', ordersCsv(false).replaceAll('P20', 'T90').replace('Order no', 'Order number'), 'Till · 门店收银');
  await job(await call('POST', `/imports/${undone}/undo`));
  await take('members.csv', 'Buyer id,Phone,Buyer name,Region,City\nvip0,+8613800000001,林小满,浙江,杭州\nvip1,+8613800000001,陈一诺,浙江,杭州\nvip2,+8613800000002,周舟,上海,上海\n,+8613800000002,周舟,上海,上海\nvip3,+8613800000003,吴桐,江苏,苏州\nvip4,+8613800000003,吴彤,江苏,苏州\nvip5,+8613800000003,吴同,江苏,苏州\n');
  const rejecting = await take('orders-mistakes.csv', ordersCsv(true).replaceAll('P20', 'Q20'));
  const failed = await take('half.csv', 'Order no,Paid at,Buyer id,Product code,Quantity,Unit price\nX1,yesterday,b1,S1,1,20\nX2,,b2,S1,one,N/A\n');
  for (const [table, format] of [['orders', 'csv'], ['customers', 'xlsx']]) await job(await call('POST', '/exports', { table, format }));
  return { imported, undone, rejecting, failed };
}

/** One customer of whom much is known. */
async function bringProfile(call) {
  const [{ id, buyer }] = (await call('GET', '/customers?sort=-orders&limit=1')).items;
  const [shop] = (await call('GET', '/session')).shops;
  const file = async (name, text) => {
    const preview = await call('POST', `/uploads?fileName=${name}`, text, 'application/octet-stream');
    const { jobId } = await call('POST', '/imports', { uploadId: preview.upload.id, shopId: shop.id, reading: preview.reading, saveAs: null });
    while (!(await call('GET', `/jobs/${jobId}`)).isOver) await new Promise((next) => setTimeout(next, 200));
  };
  await file('cards.csv', `Buyer id,Phone,E-mail,Member card,Birthday,Gender,Address,Tags,SMS consent,Consent proof\n${buyer},13912345678,someone@example.com,88001234,1990-05-12,female,浙江省杭州市西湖区文三路 138 号 3 幢 502 室,"VIP,生日礼",yes,会员登记表 2025-03-01\n`);
  const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const others = (await call('GET', '/customers?sort=-lastDay&limit=60')).items.map((other, i) => `${ago(20 + i)} 14:${10 + (i % 50)}:00,${['view', 'favourite', 'inquiry', 'review', 'visit'][i % 5]},${other.buyer},真丝方巾,${i % 5 === 3 ? 1 + (i % 5) : ''},`);
  const own = [`${ago(80)} 10:15:00,inquiry,${buyer},真丝方巾,,想问洗涤方式`, `${ago(62)} 19:00:00,review,${buyer},真丝方巾,5,颜色很正`, `${ago(50)} 09:00:00,complaint,${buyer},,,快递晚到两天`];
  await file('touches.csv', `Time,Kind,Buyer id,Product code,Rating,Comment\n${[...own, ...others].join('\n')}\n`);
  const to = (no, days, name, place) => `${no},${ago(days)} 12:00:00,${buyer},真丝方巾,1,199.00,${name},13912345678,${place}`;
  await file('orders.csv', `Order no,Paid time,Buyer id,Product code,Quantity,Unit price,Receiver name,Receiver phone,Receiver province,Receiver city,Receiver district,Receiver address\n${to('R1', 9, '李小满', '浙江,杭州,西湖区,文三路 138 号 3 幢 502 室')}\n${to('R2', 30, '王芳', '上海,上海,徐汇区,漕溪北路 88 号')}\n`);
  await call('POST', `/customers/${id}/edits`, { edits: [{ attribute: 'tag:老客推荐', text: 'on' }, { attribute: 'own:爱好', text: '园艺' }, { attribute: 'note', text: '喜欢电话联系，下午三点以后。' }] });
  await call('POST', `/customers/${id}/edits`, { edits: [{ attribute: 'emailWrong', text: 'yes' }, { attribute: 'suppressed', text: 'yes' }] });
  await call('POST', `/customers/${id}/withdrawals`, { channel: 'email', purpose: 'marketing', how: '电话里说的' });
  return id;
}

async function bringSettings(call) {
  for (const [currency, day, rate] of [['USD', '2026-01-01', 712_340_000], ['USD', '2026-07-01', 705_000_000], ['EUR', '2026-01-01', 784_150_000]])
    await call('PUT', '/rates', { currency, day, rate });
  const branch = await call('POST', '/shops', { name: '回头女装 · 杭州湖滨银泰门店', timeZone: 'Asia/Shanghai' });
  await call('POST', '/users', { name: 'mei', password: 'a long enough password', role: 'service', shops: [branch.id] });
  await call('POST', '/users', { name: 'operations-east', password: 'a long enough password', role: 'operator', shops: null });
  await call('POST', '/tokens', { name: 'Till of the branch', role: 'service', shops: [branch.id] });
  const { version } = await call('GET', '/service-levels');
  await call('PUT', '/service-levels', { levels: [
    { name: '优先 · Priority', promise: '一小时内回电，免费礼品包装 · Call back within the hour', groups: ['importantValue', 'importantKeep'], cells: [{ r: 'active', f: 'fan' }] },
    { name: '关怀 · Care', promise: '', groups: [], cells: [{ r: 'silent', f: 'old' }, { r: 'silent', f: 'fan' }] },
  ] }, 'application/json', { 'If-Match': `"${version}"` });
}
