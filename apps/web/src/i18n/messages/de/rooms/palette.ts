import type { palette as english } from '../../en/rooms/palette.ts'

export const palette: typeof english = {
  heading: 'Alles finden',
  hint: 'Team, Kriterium, Zeitraum oder Seite',
  groups: { page: 'Seiten', team: 'Teams', measure: 'Kriterien', range: 'Zeiträume' },
  docs: 'API-Referenz',
  none: (text: string) => `Nichts heißt „${text}“.`,
  more: (count: string) => `${count} weitere: tippe weiter, um sie zu finden.`,
  teamsFailed: 'Die Teams konnten nicht geladen werden.',
}
