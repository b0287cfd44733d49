export const customers = {
  customers: {
    title: 'Customers', answer_one: '<b>{{count}}</b> customer matches.', answer_other: '<b>{{count}}</b> customers match.', answerAll: '<b>{{count}}</b> customers.', answerEmpty: 'Everybody who has paid for an order.', search: 'Name, buyer id or order number', filters: 'Filters', columns: 'Columns',
    sort: 'Sort by', name: 'Customer', buyer: 'Buyer id', region: 'Region', city: 'City', firstDay: 'First order', lastDay: 'Last order', recency: 'Days since', orders: 'Orders', units: 'Units', grossSales: 'Gross sales', netSales: 'Net sales', aov: 'AOV', cell: 'R×F', group: 'RFM group',
    unnamed: 'No name', f: 'F class', r: 'R class', ordersRange: 'Orders', recencyRange: 'Days since last order', netRange: 'Net sales', firstRange: 'First order', from: 'from', to: 'to', range: '{{from}} to {{to}}', atLeast: 'from {{from}}', atMost: 'up to {{to}}', removeFilter: 'Remove filter {{name}}', filterTag: '{{name}}: {{value}}',
    emptyTitle: 'No customers yet', empty: 'They appear as soon as orders that name a buyer are imported.', noneTitle: 'Nobody matches', none: 'Remove a filter or search for something else.', perPage: 'per page', list: 'Customer list',
  },
  customer: {
    title: 'Customer', back: 'All customers', reveal: 'Show name', revealNote: 'Each look is written into the audit.', key: 'Key figures', why: 'Why this cell', whyR: 'Last order <b>{{days}}</b> days ago: {{reason}}, so <b>R {{name}}</b>.', whyF: '<b>{{orders}}</b>: {{reason}}, so <b>F {{name}}</b>.', orders_one: '{{count}} paid order', orders_other: '{{count}} paid orders',
    rActive: 'at most {{max}} days', rBetween: 'more than {{min}} and at most {{max}} days', rLost: 'more than {{min}} days', fNew: 'one order', fSecond: 'two orders', fOld: 'three or more, fewer than {{max}}', fFan: '{{min}} or more',
    rfmTitle: 'RFM scores', rfmNote: 'Scores from 1 to 5 against all customers; 4 and 5 are high.', scoreR: 'Recency', scoreF: 'Frequency', scoreM: 'Money', evidence: 'Evidence', evidenceNote: 'The names under which sources know this customer.', evidenceSourceId: 'Buyer id', evidenceScope: 'in {{scope}}', care: 'What may help',
    timeline: 'Orders', orderNo: 'Order {{no}}', returnNo: 'Return {{no}}', unpaid: 'Unpaid', closed: 'Closed', paid: 'Paid', refunded: 'Refunded {{amount}} on {{day}}', discount: '{{amount}} off', gift: 'Gift', notGoods: 'Not goods', noOrders: 'No orders to show', products_one: '{{count}} line', products_other: '{{count}} lines', showAll_one: 'Show {{count}} more line', showAll_other: 'Show {{count}} more lines', noFigures: 'No paid order up to this day, so there are no figures.', product: 'Product', quantity: 'Qty', unitPrice: 'Price', amount: 'Amount', noDay: 'not paid', inShop: '{{shop}} · {{channel}}',
  },
};
