export const profile = {
  profile: {
    title: 'Profile', edit: 'Edit', editTitle: 'Edit the profile', editNote: 'What you write stands over imported files and can be taken back at any time.', nothing: 'Nothing else is known yet.', takeBack: 'Take back', takeBackOf: 'Take back the change of {{name}}', byHand: 'Written by {{name}} on {{when}}', byFile: 'From file {{name}}, {{when}}',
    tags: 'Tags', tag: 'Tag {{tag}}', addTag: 'Add tag', removeTag: 'Remove tag {{tag}}', male: 'Male', female: 'Female', unknown: 'Unknown', yes: 'yes', maskedNote: 'Now {{text}}; leave empty to keep it', birthdayExample: '1990-05-12 or --05-12', ownName: 'Attribute of your own', ownText: 'Value', ownExample: 'Such as: hobby',
    otherAddresses: 'Other addresses', moreAddresses_one: 'Show {{count, number}} more', moreAddresses_other: 'Show {{count, number}} more', takeBackAddress: 'Take back this address',
    attributes: { name: 'Name', gender: 'Gender', birthday: 'Birthday', region: 'Region', city: 'City', district: 'District', address: 'Address', phone: 'Phone', email: 'E-mail', card: 'Member card', joinedAt: 'Joined', serviceLevel: 'Service level', phoneWrong: 'Phone does not work', emailWrong: 'E-mail does not work', suppressed: 'Not to be contacted', note: 'Note' },
  },
  receivers: {
    title: 'Orders went to', show: 'Where it went', hide: 'Hide where it went', receiver: 'Receiver', place: 'Place', address: 'Address', used_one: '{{count, number}} order, last {{when}}', used_other: '{{count, number}} orders, last {{when}}',
    ordered: 'by orders: {{orders, number}} of {{of, number}} in a year went there', take: 'Take over as address', takeSure: 'Make it the customer’s address?', takeNote: 'It is written into the profile, with region, city and district, and can be taken back.', takeOk: 'Take over', more_one: 'and {{count, number}} more', more_other: 'and {{count, number}} more',
  },
  consent: {
    title: 'Consents', channels: { sms: 'SMS', email: 'E-mail' }, purposes: { marketing: 'marketing', care: 'care' }, standings: { given: 'Agreed', refused: 'Refused', unknown: 'Never asked' },
    agreedTo: 'Declare', since: 'Said {{day}}', noProof: 'No proof was left', declare: 'Declare consent', withdraw: 'Withdraw', withdrawAll: 'Withdraw all', sure: 'Write down that the customer withdraws?', allSure: 'Write down that the customer withdraws everything?', final: 'It cannot be undone, and no import changes it.',
    channel: 'Channel', purpose: 'Purpose', declareTitle: 'Declare a consent', declareNote: 'Where the customer agreed, and to which words. Recorded in the audit.', proof: 'Proof', proofMissing: 'Say where they agreed, and to which words.', proofExample: 'Such as: membership form in the shop, 1 March 2026, item 2', at: 'Agreed at', atNote: 'Empty means now. A consent older than a refusal does not hold.',
  },
  timeline: {
    title: 'Timeline', filter: 'Filter the timeline', kinds: { all: 'All', order: 'Orders', touch: 'Touches', consent: 'Consents', profile: 'Notes' }, nothing: 'Nothing has happened yet', nothingOfKind: 'Nothing of this kind', note: 'Add note', notePlaceholder: 'A word to whoever looks next', staff: 'with {{name}}',
    touches: { view: 'Viewed', favourite: 'Marked as favourite', inquiry: 'Asked', complaint: 'Complained', complaintClosed: 'Complaint settled', review: 'Reviewed', visit: 'Came by' }, agreed: 'Agreed to {{way}}', refused: 'Refused {{way}}', takenBack: 'Taken back', tagged: 'Tagged “{{tag}}”', untagged: 'Took tag “{{tag}}” off', wrote: '{{name}} is now {{text}}', cleared: 'Cleared {{name}}',
  },
  chosen: {
    title: 'Chosen customers', count_one: '{{count, number}} customer chosen', count_other: '{{count, number}} customers chosen', all: 'Choose all {{total}} who match', choose: 'Choose {{name}}', undo: 'Undo', tagged_one: '{{count, number}} customer tagged', tagged_other: '{{count, number}} customers tagged', binned_one: '{{count, number}} customer moved to the bin', binned_other: '{{count, number}} customers moved to the bin', declared_one: 'Consent of {{count, number}} customer written down', declared_other: 'Consent of {{count, number}} customers written down', refusedLater_one: '; {{count, number}} refused later and was left out', refusedLater_other: '; {{count, number}} refused later and were left out',
  },
  bin: {
    open: 'Bin', title: 'Bin', answer_one: '<b>{{count, number}}</b> customer is in the bin.', answer_other: '<b>{{count, number}}</b> customers are in the bin.', answerEmpty: 'No customer is in the bin.', move: 'Move to bin', restore: 'Restore', at: 'Moved', since: 'In the bin since {{when}}: in no list and no group; what they bought counts as nobody’s.',
    emptyTitle: 'The bin is empty', empty: 'Customers who are moved here can be restored as they were.', erase: 'Erase for good', subject: 'Export all data of this person', eraseTitle_one: 'Erase {{count, number}} customer for good?', eraseTitle_other: 'Erase {{count, number}} customers for good?',
    eraseWho: 'Names, contacts, addresses, tags, notes and consents go, from every import too.', eraseFigures: 'What was sold stays in the figures, as nobody’s.', eraseAgain: 'Files that name the person again are refused.', eraseFinal: 'It cannot be undone, and is done again after a restore from a backup.', eraseType: 'Type {{word}} to confirm',
  },
};
