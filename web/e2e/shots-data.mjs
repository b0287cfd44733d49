/** Orders under plain names and one column that nothing knows. `later`: as they are exported again, with a change, new ones and mistakes. */
export function ordersCsv(later) {
  const rows = Array.from({ length: later ? 26 : 20 }, (_, n) => {
    const price = later && n === 3 ? '89.00' : later && n === 21 ? 'N/A' : `${60 + n}.50`;
    const day = later && n === 22 ? '2026-13-40' : `2026-06-${String(1 + n).padStart(2, '0')}`;
    return `P${2001 + n},${day} 10:30:00,vip${n % 9},SKU-${n % 4},${['羊毛围巾', '真丝方巾', '亚麻衬衫', '针织开衫'][n % 4]},${1 + (n % 2)},${price},${later && n === 5 ? '交易关闭' : '已付款'},${n % 3 ? '' : '请快点发'}`;
  });
  return ['Order no,Paid at,Buyer id,Product code,Product name,Quantity,Unit price,Status,Note', ...rows, ''].join('\n');
}

/** Leaves behind what the pictures show: an import that stays, a saved mapping, an import taken out again, exports, and exchange rates. */
export async function bringIn(url, cookie) {
  const call = async (method, path, body, type = 'application/json') => {
    const session = await (await fetch(`${url}/api/v1/session`, { headers: { cookie } })).json();
    const answer = await fetch(`${url}/api/v1${path}`, {
      method, headers: { cookie, 'X-CSRF': session.antiforgery, 'Content-Type': type }, body: type === 'application/json' && body ? JSON.stringify(body) : body,
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
  const job = async ({ jobId, importId }) => {
    for (;;) {
      const { isOver } = await call('GET', `/jobs/${jobId}`);
      if (isOver) return importId;
      await new Promise((next) => setTimeout(next, 200));
    }
  };
  const take = async (name, text, saveAs) => {
    const preview = await call('POST', `/uploads?fileName=${name}`, text, 'application/octet-stream');
    const { shops } = await call('GET', '/session');
    return job(await call('POST', '/imports', { uploadId: preview.upload.id, shopId: shops[0].id, reading: preview.reading, saveAs }));
  };
  await take('orders-june.csv', ordersCsv(false));
  const undone = await take('till.csv', ordersCsv(false).replaceAll('P20', 'T90').replace('Order no', 'Order number'), 'Till · 门店收银');
  await job(await call('POST', `/imports/${undone}/undo`));
  await take('members.csv', 'Buyer id,Phone,Buyer name,Region,City\nvip0,+8613800000001,林小满,浙江,杭州\nvip1,+8613800000001,陈一诺,浙江,杭州\nvip2,+8613800000002,周舟,上海,上海\n,+8613800000002,周舟,上海,上海\nvip3,+8613800000003,吴桐,江苏,苏州\nvip4,+8613800000003,吴彤,江苏,苏州\nvip5,+8613800000003,吴同,江苏,苏州\n');
  for (const [table, format] of [['orders', 'csv'], ['customers', 'xlsx']]) await job(await call('POST', '/exports', { table, format }));
  for (const [currency, day, rate] of [['USD', '2026-01-01', 712_340_000], ['USD', '2026-07-01', 705_000_000], ['EUR', '2026-01-01', 784_150_000]])
    await call('PUT', '/rates', { currency, day, rate });
}
