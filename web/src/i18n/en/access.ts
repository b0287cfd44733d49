export const access = {
  signIn: {
    title: 'Sign in', name: 'User name', password: 'Password', submit: 'Sign in', nameMissing: 'Enter your user name', passwordMissing: 'Enter your password',
    motto: 'Bring first-time buyers back', forgot: 'Forgot it? Whoever runs the server can reset it with: huitou user reset',
  },
  setUp: {
    title: 'Set up Huitou', intro: 'Two short steps, then your orders.', owner: 'Owner', ownerTitle: 'Who owns this installation',
    ownerNote: 'The owner may do everything and adds the others later.', name: 'User name', password: 'Password', passwordHint: 'At least 10 characters', passwordShort: 'Use at least 10 characters',
    repeat: 'Password again', repeatWrong: 'The two passwords differ', shop: 'Shop', shopTitle: 'Your first shop', shopName: 'Name of the shop',
    shopNameMissing: 'Give the shop a name', timeZone: 'Time zone', timeZoneNote: 'An order belongs to the day on this clock.', currency: 'Currency',
    currencyNote: 'All money is shown in it; it cannot be changed once there are orders.', create: 'Create', data: 'Data', dataTitle: 'Bring in your orders',
    importTitle: 'Import orders', importText: 'A CSV, TSV or Excel file with a row for each order line. You see a preview before anything is kept.', importAction: 'Import orders',
    demoTitle: 'Look around first', demoText: 'An invented women’s wear shop: 20,000 customers and three years of orders.', demoAction: 'Load the demo shop',
    demoDone: 'The demo shop is ready', go: 'Open Huitou', noToken: 'This page needs the set-up link', noTokenText: 'Huitou prints it in its console when it starts on an empty data folder. Open that link.',
  },
  password: { title: 'Change password', current: 'Current password', next: 'New password', done: 'Your password is changed' },
};
