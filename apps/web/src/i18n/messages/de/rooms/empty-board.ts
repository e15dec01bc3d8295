import type { emptyBoard as english } from '../../en/rooms/empty-board.ts'
import { pluralsOf } from '../../../plural.ts'

const plural = pluralsOf('de')

export const emptyBoard: typeof english = {
  notRead: 'Das Gateway wurde noch nicht gelesen',
  notReadWhy: 'Die Wertung erscheint mit der ersten Antwort.',
  noTeam: 'Noch kein Team',
  noTeamWhy:
    'Das Gateway hat noch kein Team. Lege dort eins an, dann erscheint es hier nach wenigen Sekunden.',
  noToken: 'Noch keine Anfrage. Die erste eröffnet die Wertung.',
  noTokenWhy: (teams) =>
    `${plural(teams, { one: 'Ein Team steht', other: `${teams} Teams stehen` })} bereit. Schicke eine mit dem Schlüssel eines Teams; hier erscheint sie nach 10 bis 75 Sekunden.`,
  copyCommand: 'Befehl kopieren',
  quiet: 'Keine Anfragen in diesem Zeitraum',
  quietWhy: (span) => `Kein Team hat etwas gesendet (${span}). Wähle einen längeren Zeitraum.`,
  filteredOut: 'Nichts passt zu diesen Filtern',
  filteredOutWhy: (span) => `Das hat niemand genutzt (${span}).`,
  noMatch: (teams, search) => `0 von ${teams} Teams passen zu „${search}“`,
  noMatchWhy: 'Ein Teil des Namens genügt. Mehrere mit Kommas trennen.',
  closest: 'Am ähnlichsten:',
  clearSearch: 'Suche leeren',
}
