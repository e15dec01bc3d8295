import type { Words } from '../../words.ts'
import { plural } from './plural.ts'

export const emptyBoard: Words['emptyBoard'] = {
  notRead: 'Das Gateway wurde noch nicht gelesen',
  notReadWhy: 'Die Wertung erscheint mit der ersten Antwort.',
  noTeam: 'Noch kein Team',
  noTeamWhy:
    'Das Gateway antwortet und nennt kein Team. Das erste erscheint hier, sobald es angelegt ist, mit der nächsten Abfrage.',
  noToken: 'Noch keine Anfrage. Die erste eröffnet die Wertung.',
  noTokenWhy: (teams) =>
    `${plural(teams, { one: 'Ein Team steht', other: `${teams} Teams stehen` })} bereit. Schicke eine mit dem Schlüssel eines Teams; das Gateway verbucht sie nach 10 bis 75 Sekunden.`,
  copyCommand: 'Befehl kopieren',
  quiet: 'Nichts in dieser Zeit',
  quietWhy: (span) => `Kein Team hat etwas gesendet: ${span}. Wähle einen längeren Zeitraum.`,
  filteredOut: 'Nichts passt zu diesen Filtern',
  filteredOutWhy: (span) => `Niemand hat genutzt, was sie nennen: ${span}.`,
  noMatch: (teams, search) => `0 von ${teams} Teams passen zu „${search}“`,
  noMatchWhy: 'Namen werden an jeder Stelle verglichen, ohne Groß und Klein.',
  clearSearch: 'Suche leeren',
}
