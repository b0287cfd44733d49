export const lists = {
  views: {
    all: 'All customers', choose: 'View: {{name}}', own: 'Your views', everybodys: 'Shared views', changed: 'changed', replace: 'Save changes', save: 'Save as view', edit: 'Rename or share', delete: 'Delete view', deleted: 'View “{{name}}” deleted', more: 'More about this view',
    name: 'Name', nameMissing: 'Give it a name.', example: 'Such as: fans gone silent', shared: 'For everybody who may see the list', sharedNote: 'Others see it under Shared views. Recorded in the audit.', note: 'A view keeps filters, period, order and columns.', noSearch: 'What you search for is not kept, since it names a person.',
    gone: 'This view was narrowed to what is not there any longer, or not for you: {{what}}. You see the rest.', and: ', ', fields: { shops: 'Shop', channels: 'Channel', region: 'Region', tag: 'Tag' },
  },
};
