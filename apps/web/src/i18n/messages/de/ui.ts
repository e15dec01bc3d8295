import type { Words } from '../../words.ts'

export const ui: Words['ui'] = {
  close: 'Schließen',
  clear: 'Leeren',
  dismiss: 'Ausblenden',
  remove: (what) => `${what} entfernen`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen',
  unknown: 'nicht bekannt',
  noPrice: 'kein Preis',
  unpriced: (tokens) => `${tokens} ohne Preis`,
  someUnpriced: (tokens) => `${tokens} Token haben keinen Preis und sind nicht dabei`,
  noChange: 'unverändert',
  up: (by) => `${by} hinauf`,
  down: (by) => `${by} hinab`,
  newEntry: 'vor 15 Minuten nicht bekannt',
  notices: 'Hinweise',
  unreachableWhy:
    'Podium antwortet nicht: Server oder Netz sind aus. Es wird von selbst erneut versucht.',
  timeoutWhy:
    'Podium hat nicht rechtzeitig geantwortet: Es ist beschäftigt oder das Netz langsam. Es wird von selbst erneut versucht.',
}
