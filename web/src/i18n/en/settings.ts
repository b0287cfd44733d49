export const settings = {
  settings: {
    title: 'Settings', shops: 'Shops', counts: 'What counts', levels: 'Service levels', limits: 'Grid limits', identity: 'Who is who', users: 'Users', tokens: 'API tokens', audit: 'Audit', rates: 'Exchange rates', readOnly: 'Your role may look here, but not change anything.', sections: 'Sections of the settings',
  },
  shopSettings: { note: 'An order belongs to the day on its shop’s clock.', name: 'Name', timeZone: 'Time zone', add: 'Add a shop', edit: 'Edit {{name}}', platform: 'Platform', noPlatform: 'None', platformNote: 'Nicknames and ids in this shop’s files that name no platform are of this one: the same person in several of its shops becomes one customer. It holds for imports from now on; earlier ones keep what held then.', currencyNote: 'Reporting currency: {{code}}, chosen at set-up.' },
  rates: {
    note: 'What one unit of a foreign currency was worth in {{code}}, from a day on until the next one. Orders in that currency are converted at the rate of their day; imports that are in keep what they were counted with.', add: 'Add a rate', currency: 'Currency', day: 'From day', rate: 'One unit in {{code}}', rateMissing: 'Enter a number above 0', currencyMissing: 'Choose a currency', remove: 'Delete', removeSure: 'Delete the rate of {{currency}} from {{day}}?', list: 'Exchange rates', emptyTitle: 'No exchange rates', empty: 'You need one only for files with orders in another currency than {{code}}.',
  },
  counts: {
    note: 'These rules decide which orders the reports see. Changing them changes every report at once, the past included.', basis: 'Money in RFM', basisNote: 'Whether refunds are taken off before customers are scored.', net: 'Net: after refunds', gross: 'Gross: before refunds',
    zeroPriced: 'Count orders without a paid line', zeroPricedNote: 'Samples, gifts sent alone, stock corrections. Counting them raises F and lowers AOV.', tests: 'Count test orders', testsNote: 'Orders that the source itself calls a test.',
  },
  identityRules: {
    note: 'Buyers with the same phone, e-mail, card or account are one customer, unless so many have it that it is nobody’s own: a shop’s phone, or a made-up number.', mostCarriers: 'At most this many buyers may share a value', mostCarriersNote: 'From one more on it joins nobody. 10 suits most shops; more suits shops that sell to firms and families under one phone.', saved: 'Saved. Who is who is being found out anew.',
  },
  limits: {
    note: 'How long a silence makes a customer silent, dormant or lost, and how many orders make a fan. Reports of an earlier day use the limits that were valid then.', allShops: 'All shops together', forShop: 'Limits for', current: 'In use', suggested: 'Suggested by your own data', suggestedWhy: 'From {{gaps}} gaps between purchases: three quarters of them are at most {{active}} days, nine in ten at most {{silent}}, 97.5% at most {{dormant}}. A fan buys more often than nine in ten customers.',
    suggestedFew: 'There are only {{gaps}} gaps between purchases; from 200 on Huitou can suggest limits of your own.', use: 'Fill in below', sameAsUsed: 'The suggested limits are in use.', activeMax: 'Active up to (days)', silentMax: 'Silent up to (days)', dormantMax: 'Dormant up to (days)', fanMin: 'Fan from (orders)', validFrom: 'Valid from', change: 'Set limits', order: 'The days must grow: active, silent, dormant.', fanOrder: 'A fan needs 4 orders at least.', history: 'Versions', none: 'No limits have been set by hand yet.', by: 'By', at: 'Set on', required: 'Enter a whole number',
  },
  users: {
    note: 'Everybody signs in with a name of their own; the audit shows who did what.', add: 'Add a user', name: 'User name', role: 'Role', created: 'Added', locked: 'Locked until {{until}}', reset: 'Set a new password', remove: 'Remove', removeSure: 'Remove {{name}}? They are signed out at once.', access: 'Change access', accessFor: 'Access of {{name}}', you: 'you', passwordFor: 'New password for {{name}}', nameMissing: 'Enter a name', list: 'Users',
  },
  dataScope: {
    label: 'Data scope', all: 'All shops', some: 'These shops', owner: 'Owners see all shops.', missing: 'Choose at least one shop', note: 'Customers, orders, reports, imports and exports of other shops are not there for them.',
  },
  tokens: {
    note: 'A token lets a program use the API with the rights of a role.', add: 'Create a token', name: 'What it is for', role: 'Role', created: 'Created', used: 'Last used', never: 'never', revoked: 'Revoked {{at}}', revoke: 'Revoke', revokeSure: 'Revoke “{{name}}”? Whatever uses it stops working at once.', secretTitle: 'Copy the token now', secretNote: 'It is shown only this once; Huitou keeps a fingerprint of it, not the token.', emptyTitle: 'No tokens', empty: 'Create one to connect a program.', list: 'API tokens', nameMissing: 'Say what it is for',
  },
  audit: {
    note: 'Who did what, newest first. Nothing here can be changed.', at: 'When', actor: 'Who', action: 'What', subject: 'On', detail: 'Details', all: 'Everything', emptyTitle: 'Nothing written yet', empty: 'Sign-ins, exports and changes will be listed here.', list: 'Audit', filter: 'Show', system: 'System', console: 'Command line', anonymous: 'Not signed in',
    subjects: { identity: 'Who is who', profile: 'Profile', export: 'Export', customerView: 'View', serviceLevels: 'Service levels', user: 'User', shop: 'Shop', import: 'Import', token: 'Token', customer: 'Customer', customers: 'Customer list', gridLimits: 'Grid limits', definitions: 'What counts', rate: 'Exchange rate', installation: 'Installation' },
    actions: { signIn: 'Sign-in', signInFailed: 'Failed sign-in', export: 'Export', reveal: 'Name shown', merge: 'Merge', profile: 'Profile', consent: 'Consent', bin: 'Bin', erase: 'Erasure', undo: 'Undo', settings: 'Settings', users: 'Users', tokens: 'Tokens', import: 'Import', backup: 'Backup', restore: 'Restore', keyRotation: 'New key' },
  },
};
