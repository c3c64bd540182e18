export const en = {
  columns: 'Columns',
  density: 'Density',
  comfortable: 'Comfortable',
  compact: 'Compact',
  heads: 'Columns, and how to sort by them',
  earlier: 'Move “{{name}}” left',
  later: 'Move “{{name}}” right',
  place: '{{name}}: column {{place}} of {{count}}',
  reset: 'The usual columns',
  writing: '{{name}} (writing now)',
  away: '{{name}} (away)',
} as const
