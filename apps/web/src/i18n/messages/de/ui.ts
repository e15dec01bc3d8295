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
  newEntry: 'neu in den letzten 15 Minuten',
  csv: 'CSV',
  csvWhy: 'Das Gezeigte als CSV herunterladen',
  json: 'JSON',
  jsonWhy: 'Das Gezeigte als JSON öffnen',
  notices: 'Hinweise',
  unreachableWhy:
    'Podium antwortet nicht: Server oder Netz sind aus. Die Seite versucht es weiter.',
  timeoutWhy:
    'Podium hat nicht rechtzeitig geantwortet: Es ist beschäftigt oder das Netz langsam. Die Seite versucht es weiter.',
}
