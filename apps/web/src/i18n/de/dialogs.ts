import type { DialogWords } from '../en/dialogs.ts'

export const dialogs: DialogWords = {
  range: {
    from: 'Von',
    to: 'Bis',
    yourZone: (zone) => `Deine: ${zone}`,
    apply: 'Anwenden',
    notAMoment: 'Gib Datum und Uhrzeit an.',
    wrongOrder: 'Das Ende muss nach dem Anfang liegen.',
    inFuture: 'Der Anfang liegt in der Zukunft.',
    tooLong: 'Ein Zeitraum hat höchstens 400 Tage.',
  },
  filter: {
    heading: 'Filtern nach',
    find: 'Finden',
    none: 'Nichts passt.',
    more: (count) => `${count} weitere: Suche, um sie zu finden.`,
    loadFailed: 'Die Auswahl konnte nicht geladen werden.',
    done: 'Fertig',
  },
  help: {
    motion: 'Bewegung',
    motionWhy: 'Zeilen gleiten an ihren neuen Platz, Schubladen fahren ein.',
    shortcuts: 'Tastenkürzel',
    useShortcuts: 'Kürzel mit einer Taste verwenden',
    version: (version) => `Podium ${version}`,
  },
  session: {
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    heading: 'Diese Wertung ist nicht für alle offen',
    why: 'Füge dein Token ein. Es bleibt als Cookie beim Server, nie in dieser Seite.',
    token: 'Token',
    wrong: 'Dieses Token ist unbekannt. Ist es vollständig kopiert?',
    unreachable: 'Podium antwortet nicht. Prüfe die Verbindung und versuche es noch einmal.',
    otherWay: 'Die Anmeldung geschieht außerhalb dieser Seite: lade sie danach neu.',
  },
}
