import type { Words } from '../en.ts'

export const kit: Words['kit'] = {
  close: 'Schließen',
  clear: 'Leeren',
  dismiss: 'Ausblenden',
  remove: (what) => `${what} entfernen`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen',
  unknown: 'nicht bekannt',
  noChange: 'unverändert',
  up: (by) => `${by} hinauf`,
  down: (by) => `${by} hinab`,
  newEntry: 'vor 15 Minuten nicht bekannt',
  notices: 'Hinweise',
}
