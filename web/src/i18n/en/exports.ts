export const exports = {
  exports: {
    title: 'Export', answer: 'Tables that were taken out. A file is kept for seven days, for who made it and for owners.', add: 'New export', list: 'Exports', dialog: 'Export', table: 'Table', state: 'State', when: 'When', what: 'Rows wanted', narrowed: 'Narrowed', whole: 'All', columns: 'Columns', rows: 'Rows', size: 'File', names: 'Names', inFull: 'in full', masked: 'masked', by: 'By', download: 'Download', downloadOf: 'Download {{name}}, export {{id}}',
    emptyTitle: 'Nothing exported yet', empty: 'Take out customers, orders or any other table, with the columns you choose.', start: 'Export', format: 'Format', paidDays: 'Paid between', paidDaysNote: 'Leave it empty for all orders, unpaid ones included.',
    allColumns: 'All', noColumns: 'None', usualColumns: 'Reset', up: 'Move {{name}} up', down: 'Move {{name}} down', personal: 'personal', columnsMissing: 'Choose at least one column.', unmask: 'Names in full', maskedNote: 'Names are masked.', unmaskedNote: 'Names stand in the file in full; the audit says so.',
    ready: 'The file is ready.', leave: 'You can close this; the export goes on.', seeAll: 'All exports', cancel: 'Cancel export', wasCancelled: 'The export was cancelled.', hasFailed: 'The export failed: {{error}}',
    states: { waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  },
};
