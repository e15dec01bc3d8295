export const filters = {
  range: 'Range',
  presets: { '1h': '1 h', '24h': '24 h', today: 'Today', '7d': '7 days', '30d': '30 days' },
  spans: {
    '1h': 'the last hour',
    '24h': 'the last 24 hours',
    today: 'today',
    '7d': 'the last 7 days',
    '30d': 'the last 30 days',
  },
  custom: 'Custom range',
  zone: 'Time zone',
  filter: 'Filter',
  kinds: { team: 'Team', model: 'Model', provider: 'Provider' },
  chip: (kind: string, name: string) => `${kind}: ${name}`,
  reset: 'Reset',
  active: 'Active filters',
}
