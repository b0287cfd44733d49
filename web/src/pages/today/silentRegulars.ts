/** Regulars and fans who have gone quiet: they bought three times or more, and not lately. */
export const silentFilter = { r: 'silent', minOrders: 3 } as const;
export const silentRegulars = '/customers?r=silent&minOrders=3&sort=-netSales';
