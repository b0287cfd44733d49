export const lists = {
  views: {
    all: 'All customers', choose: 'View: {{name}}', own: 'Your views', everybodys: 'Shared views', changed: 'changed', replace: 'Save changes', save: 'Save as view', edit: 'Rename or share', delete: 'Delete view', deleted: 'View “{{name}}” deleted', more: 'More about this view',
    name: 'Name', nameMissing: 'Give it a name.', example: 'Such as: fans gone silent', shared: 'For everybody who may see the list', sharedNote: 'Others see it under Shared views. Recorded in the audit.', note: 'A view keeps filters, period, order and columns.', noSearch: 'What you search for is not kept, since it names a person.',
    gone: 'This view was narrowed to what is not there any longer, or not for you: {{what}}. You see the rest.', and: ', ', fields: { shops: 'Shop', channels: 'Channel', region: 'Region', city: 'City', district: 'District', tag: 'Tag', serviceLevel: 'Service level', firstSource: 'First source', firstShop: 'Shop of the first order', boughtIn: 'Bought in' },
  },
  reach: { name: 'Can be reached', phone: 'by phone', email: 'by e-mail', any: 'by phone or e-mail', none: 'by no way', yes: 'yes', no: 'no' },
  levels: {
    level: 'Service level', byClass: 'By class', note: 'What level of service holds for which customers. Of two levels that hold, the upper one counts; one that is set by hand on a customer’s page stands over all.', name: 'Level', nameMissing: 'Give the level a name.', nameExample: 'Such as: Priority', promise: 'What it promises', promiseExample: 'Such as: call back within the hour, gift wrapping',
    groups: 'RFM groups', cells: 'Cells of the R×F grid', add: 'Add level', remove: 'Remove level {{name}}', up: 'Move {{name}} up', down: 'Move {{name}} down', empty: 'No levels yet', emptyNote: 'Say what your best customers can count on, and everybody who serves them sees it.',
    reason: { byHand: 'Set for this customer by hand.', group: 'Holds for RFM group {{name}}.', cell: 'Holds for cell {{name}}.' },
  },
  prune: {
    open: 'Prune list', title: 'Prune list', answer_one: '<b>{{count, number}}</b> person cannot be reached and brings nothing.', answer_other: '<b>{{count, number}}</b> people cannot be reached and bring nothing.', answerNone: 'Everybody can be reached, or is worth keeping.',
    limits: 'Who brings nothing', months: 'No order for at least', monthsUnit: 'months', orders: 'Orders ever, at most', spent: 'Net sales ever, at most', any: 'any', withSuppressed: 'Also those not to be contacted already', note: 'Listed is whom no message reaches: each way is missing, does not work, or is refused without a consent. Who never bought is below every limit.',
    why: 'Why', whyTitle: 'Why they cannot be reached', lastOrder: 'Last order', never: 'never bought', phone: { open: 'Phone works', missing: 'No phone', wrong: 'Phone does not work', refused: 'SMS refused' }, email: { open: 'E-mail works', missing: 'No e-mail', wrong: 'E-mail does not work', refused: 'E-mail refused' }, both: '{{one}} · {{other}}',
    suppress: 'Do not contact', suppressNote: 'They stay in all figures. The mark is yours and can be taken back; a refusal would be theirs and stand.', done_one: '{{count, number}} customer is not to be contacted now', done_other: '{{count, number}} customers are not to be contacted now', left_one: '{{count, number}} more is left on the list: 10,000 go at once.', left_other: '{{count, number}} more are left on the list: 10,000 go at once.', suppressed: 'Not to be contacted', all: 'Choose all {{total}} on the list',
    emptyTitle: 'Nobody to prune', empty: 'Whoever cannot be reached has bought within these limits. Widen them to see more.', shown: 'Not to be contacted: a shop’s mark, seen by everybody who sends. Take it back under Profile.',
  },
};
