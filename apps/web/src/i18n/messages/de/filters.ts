import type { Words } from '../../words.ts'

export const filters: Words['filters'] = {
  range: 'Zeitraum',
  presets: { '1h': '1 h', '24h': '24 h', today: 'Heute', '7d': '7 Tage', '30d': '30 Tage' },
  spans: {
    '1h': 'die letzte Stunde',
    '24h': 'die letzten 24 Stunden',
    today: 'heute',
    '7d': 'die letzten 7 Tage',
    '30d': 'die letzten 30 Tage',
  },
  custom: 'Eigener Zeitraum',
  zone: 'Zeitzone',
  filter: 'Filter',
  kinds: { team: 'Team', model: 'Modell', provider: 'Anbieter' },
  chip: (kind, name) => `${kind}: ${name}`,
  reset: 'Zurücksetzen',
  active: 'Aktive Filter',
  customRange: {
    from: 'Von',
    to: 'Bis',
    yourZone: (zone) => `Deine: ${zone}`,
    apply: 'Anwenden',
    notAMoment: 'Gib Datum und Uhrzeit an.',
    wrongOrder: 'Das Ende muss nach dem Anfang liegen.',
    inFuture: 'Der Anfang liegt in der Zukunft.',
    tooLong: 'Ein Zeitraum hat höchstens 400 Tage.',
  },
  dialog: {
    heading: 'Filtern nach',
    find: 'Finden',
    none: 'Nichts passt.',
    more: (count) => `${count} weitere: Suche, um sie zu finden.`,
    loadFailed: 'Die Auswahl konnte nicht geladen werden.',
    done: 'Fertig',
  },
}
