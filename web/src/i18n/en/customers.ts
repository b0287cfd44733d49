export const customers = {
  customers: {
    title: 'Customers', answer_one: '<b>{{count, number}}</b> customer matches.', answer_other: '<b>{{count, number}}</b> customers match.', answerAll: '<b>{{count, number}}</b> customers.', answerEmpty: 'Everybody who has paid for an order.', search: 'Name, buyer id, phone, e-mail or order no.', filters: 'Filters', columns: 'Columns',
    sort: 'Sort by', name: 'Customer', buyer: 'Buyer id', region: 'Region', city: 'City', firstDay: 'First order', lastDay: 'Last order', recency: 'Days since last', orders: 'Orders', units: 'Units', grossSales: 'Gross sales', netSales: 'Net sales', aov: 'AOV', cell: 'R×F', group: 'RFM group',
    unnamed: 'No name', f: 'F class', r: 'R class', ordersRange: 'Orders', recencyRange: 'Days since last order', netRange: 'Net sales', firstRange: 'First order', from: 'from', to: 'to', range: '{{from}} to {{to}}', atLeast: 'from {{from}}', atMost: 'up to {{to}}', removeFilter: 'Remove filter {{name}}', filterTag: '{{name}}: {{value}}',
    emptyTitle: 'No customers yet', empty: 'They appear as soon as orders that name a buyer are imported.', noneTitle: 'Nobody matches', none: 'Remove a filter or search for something else.', perPage: 'per page', list: 'Customer list',
  },
  customer: {
    title: 'Customer', back: 'All customers', reveal: 'Show in full', revealNote: 'Each view is recorded in the audit.', key: 'Key figures', why: 'Why this cell', whyR: 'Last order <b>{{days}}</b> days ago: {{reason}}, so <b>R {{name}}</b>.', whyF: '<b>{{orders}}</b>: {{reason}}, so <b>F {{name}}</b>.', orders_one: '{{count, number}} paid order', orders_other: '{{count, number}} paid orders',
    rActive: 'at most {{max}} days', rBetween: 'more than {{min}} and at most {{max}} days', rLost: 'more than {{min}} days', fNew: 'one order', fSecond: 'two orders', fOld: 'three or more, fewer than {{max}}', fFan: '{{min}} or more',
    rfmTitle: 'RFM scores', rfmNote: 'Scores from 1 to 5 against all customers; 4 and 5 are high.', scoreR: 'Recency', scoreF: 'Frequency', scoreM: 'Money', evidence: 'Identity', evidenceNote: 'How each source identifies this customer.', evidenceKinds: { sourceId: 'Buyer id', phone: 'Phone', email: 'E-mail' }, evidenceEverywhere: 'in all shops', evidenceScope: 'in {{scope}}', care: 'What may help',
    orderNo: 'Order {{no}}', returnNo: 'Return {{no}}', unpaid: 'Unpaid', closed: 'Closed', paid: 'Paid', refunded: 'Refunded {{amount}} on {{day}}', discount: '{{amount}} off', gift: 'Gift', notGoods: 'Not goods', products_one: '{{count, number}} line', products_other: '{{count, number}} lines', showAll_one: 'Show {{count, number}} more line', showAll_other: 'Show {{count, number}} more lines', noFigures: 'No paid order up to this day, so there are no figures.', product: 'Product', quantity: 'Qty', unitPrice: 'Price', amount: 'Amount', notCounted: 'Not paid, so not in the figures above', inShop: '{{shop}} · {{channel}}',
  },
  identity: {
    title: 'Likely duplicates', answer_one: '<b>{{count, number}}</b> phone or e-mail is carried by several customers on this page.', answer_other: '<b>{{count, number}}</b> phones and e-mails on this page are carried by several customers.', answerEmpty: 'No phone or e-mail is carried by several customers.', open: 'Likely duplicates',
    carried_one: '{{count, number}} buyer carries it.', carried_other: '{{count, number}} buyers carry it.', hidden: 'not known any longer', kinds: { phone: 'Phone', email: 'E-mail', sourceId: 'Buyer id' },
    reasons: { contested: 'Two ids of one shop have it, so nobody can say whose it is.', chained: 'It would join two who are known to be different people.', fenced: 'So many have it that it is nobody’s own: a shop’s phone, perhaps, or a made-up number.' },
    chooseTwo: 'Choose two', choose: 'Choose {{name}}', same: 'Same person', different: 'Different people', goesBy: 'goes by {{kind}} {{value}}',
    merged: 'They are one customer now.', kept: 'They stay apart and are not proposed again.', parted: 'That is somebody else now.', undo: 'Undo', undone: 'Taken back: all is as it was.',
    emptyTitle: 'Nobody looks like somebody else', empty: 'Customers with the same phone or e-mail are joined by themselves; what stays doubtful is listed here.', previous: 'Previous', next: 'Next',
    acts: 'Decisions', actsNote: 'What people said about who is who. Taking one back gives back exactly what was.', noActs: 'Nobody has decided anything yet.', said: 'Decision', saidSame: 'One person', saidDifferent: 'Different people', concerned: 'Customers', by: 'By', when: 'When', withdraw: 'Take back', nobodyNow: 'not there at present',
    part: 'Somebody else’s', partSure: 'Make {{value}} a customer of its own?', partNote: 'Its orders go with it. It can be taken back.',
  },
};
