export const palette = {
  heading: 'Find anything',
  hint: 'A team, measure, range or page',
  groups: { page: 'Pages', team: 'Teams', measure: 'Measures', range: 'Ranges' },
  docs: 'API reference',
  none: (text: string) => `Nothing is called “${text}”.`,
  more: (count: string) => `${count} more: type on to find them.`,
  teamsFailed: 'The teams could not be loaded.',
}
