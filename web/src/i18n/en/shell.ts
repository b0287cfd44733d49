export const shell = {
  nav: {
    label: 'Main navigation', today: 'Today', customers: 'Customers', insights: 'Insights', overview: 'Overview', grid: 'R×F grid',
    rfm: 'RFM', rankings: 'Rankings', rhythm: 'Rhythm', data: 'Data', imports: 'Import', settings: 'Settings',
    collapse: 'Collapse navigation', expand: 'Expand navigation', open: 'Open navigation', close: 'Close navigation', skip: 'Skip to content',
  },
  shell: {
    allShops: 'All shops', search: 'Search customers', searchHint: 'Name, buyer id or order number', searchNone: 'Nobody matches. A buyer id or order number must be whole.',
    searchAll: 'Show all {{count}} customers found', searchKeys: 'Press / or Ctrl-K to search', upTo: 'Data up to {{time}}', building: 'Reading data…',
    behind_one: '{{count}} change to follow', behind_other: '{{count}} changes to follow', noData: 'No data yet', fresh: 'Everything imported is in the reports.',
    dataSpan: 'Orders from {{from}} to {{to}}', language: 'Language', english: 'English', chinese: '中文', theme: 'Theme', light: 'Light', dark: 'Dark',
    system: 'Like the system', account: 'Account', password: 'Change password', signOut: 'Sign out', demo: 'Demo shop', version: 'Version {{version}}',
    notFound: 'There is no such page', notFoundText: 'The address may be old or mistyped.', home: 'Go to the start', notAllowed: 'Your role does not include this page',
    notAllowedText: 'Ask an owner of this installation if you need it.', broken: 'This page broke', reload: 'Load again',
  },
  actions: {
    retry: 'Try again', save: 'Save', cancel: 'Cancel', close: 'Close', edit: 'Edit', add: 'Add', remove: 'Remove', more: 'Load more', copy: 'Copy',
    copied: 'Copied', export: 'Export CSV', back: 'Back', next: 'Next', all: 'All', clear: 'Clear all', apply: 'Apply', saved: 'Saved', of: '{{from}}–{{to}} of {{total}}',
  },
  charts: { asTable: 'Show as table', asChart: 'Show as chart', download: 'Download CSV', fullScreen: 'Full screen', today: 'Today' },
  figures: { formula: 'Formula', filter: 'What counts', noComparison: 'no comparison' },
  roles: { owner: 'Owner', operator: 'Operator', service: 'Service', reader: 'Reader' },
  roleNotes: {
    owner: 'May do everything', operator: 'Works with customers, reports and imports', service: 'Looks customers up', reader: 'Reads reports, sees no person',
  },
  r: { active: 'Active', silent: 'Silent', dormant: 'Dormant', lost: 'Lost' },
  f: { new: 'New', second: 'Second-time', old: 'Regular', fan: 'Fan' },
  groups: {
    importantValue: 'Important · value', importantKeep: 'Important · keep', importantDevelop: 'Important · develop', importantWinback: 'Important · win back',
    generalValue: 'General · value', generalKeep: 'General · keep', generalDevelop: 'General · develop', generalWinback: 'General · win back',
  },
  problems: {
    code: 'Code: {{code}}', server: 'The server failed. Its log says more.', refused: 'The request was refused.',
    words: {
      unreachable: 'The server cannot be reached. Check that Huitou is running and try again.',
      unexpected: 'Something unexpected happened. Load the page again.',
      wrong_credentials: 'Name or password is wrong.', sign_in_failed: 'Name or password is wrong.', locked_out: 'Too many failed attempts. Wait a few minutes and try again.',
      too_many_requests: 'Too many attempts. Wait a minute and try again.', not_signed_in: 'You are signed out. Sign in again.',
      forbidden: 'Your role does not allow this.', not_found: 'It is not there any more.', setup_token_invalid: 'This set-up link is not valid any more. Start Huitou again to get a new one from its console.',
      changed_meanwhile: 'Somebody else changed this meanwhile. Load it again, then make your change.', antiforgery: 'This page is too old to be trusted. Load it again.',
      http_500: 'The server failed. Its log says more.', http_502: 'The server cannot be reached. Check that Huitou is running and try again.',
      http_503: 'The server is busy starting. Try again in a moment.', http_404: 'It is not there any more.', http_413: 'The file is too large.', http_429: 'Too many attempts. Wait a minute and try again.',
    },
  },
};
