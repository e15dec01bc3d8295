import type { RestWords } from '../en/rest.ts'
import { plural } from '../plural.ts'

export const rest: RestWords = {
  keysFailed: 'Die Schlüssel konnten nicht geladen werden',
  openTeam: 'Teamkarte',
  noKeyTraffic: 'Kein Schlüssel dieses Teams hat hier Verkehr.',
  keyWithoutName: 'Schlüssel ohne Namen',
  noMatch: (teams, search) => `0 von ${teams} Teams passen zu „${search}“`,
  noMatchWhy: 'Namen werden an jeder Stelle verglichen, ohne Groß und Klein.',
  clearSearch: 'Suche leeren',
  yourCard: 'Deine Karte',
  chooseMine: 'Das ist mein Team',
  forgetMine: 'Nicht mein Team',
  mineWhy: 'Bleibt nur auf diesem Gerät.',
  warmingUp: 'Wärmt sich auf',
  warmingWhy: {
    tokens: '',
    spend: '',
    requests: '',
    success: 'Gewertet ab der ersten Anfrage.',
    efficiency:
      'Gewertet ab dem ersten Dollar: was nichts kostet oder keinen Preis hat, ist nicht vergleichbar.',
    momentum: 'Gewertet, sobald Minuten bekannt sind.',
    score: 'Gewertet ab 20 Anfragen und 1.000 Antworttoken.',
  },
  ofRequests: (have) => `${have} von 20 Anfragen`,
  ofOutput: (have) => `${have} von 1.000 Antworttoken`,
  notYet: 'Noch nicht in der Wertung',
  showAll: (count) => `Alle ${count} zeigen`,
  unassigned: 'Nicht zugeordnet',
  unassignedWhy: 'Verkehr ohne Team: in keinem Rang und keiner Summe.',
  teams: (count, shown) => plural('de', count, 'ein Team', `${shown} Teams`),
  noTeam: 'Noch kein Team',
  noTeamWhy:
    'Das Gateway antwortet und nennt kein Team. Das erste erscheint hier, sobald es angelegt ist, mit der nächsten Abfrage.',
  noToken: 'Noch keine Anfrage. Die erste eröffnet die Wertung.',
  noTokenWhy: (teams) =>
    `${plural('de', teams, 'Ein Team steht', `${teams} Teams stehen`)} bereit. Schicke eine mit dem Schlüssel eines Teams; das Gateway verbucht sie nach 10 bis 75 Sekunden.`,
  copyCommand: 'Befehl kopieren',
  notRead: 'Das Gateway wurde noch nicht gelesen',
  notReadWhy: 'Die Wertung erscheint mit der ersten Antwort.',
  quiet: 'Nichts in dieser Zeit',
  quietWhy: (span) => `Kein Team hat etwas gesendet: ${span}. Wähle einen längeren Zeitraum.`,
  filteredOut: 'Nichts passt zu diesen Filtern',
  filteredOutWhy: (span) => `Niemand hat genutzt, was sie nennen: ${span}.`,
  cannotShow: 'Die Wertung konnte nicht geladen werden',
  refused: 'Der Server kennt nicht, wonach diese Adresse fragt',
  unreachableWhy:
    'Podium antwortet nicht: Server oder Netz sind aus. Es wird von selbst erneut versucht.',
  timeoutWhy:
    'Podium hat nicht rechtzeitig geantwortet: Es ist beschäftigt oder das Netz langsam. Es wird von selbst erneut versucht.',
  missingDays: (days) =>
    plural(
      'de',
      days,
      'Ein Tag dieses Zeitraums ist noch nicht gelesen',
      `${days} Tage dieses Zeitraums sind noch nicht gelesen`,
    ),
  missingWhy: (days) => `${days}. Die Summen steigen bis dahin.`,
  unplaced: (amount) =>
    `${amount} Token dieser Tage haben keine bekannte Minute und sind nicht dabei.`,
  wholeDays: 'Ganze UTC-Tage zählen',
  download: 'CSV',
  downloadWhy: 'Das Gezeigte als CSV herunterladen',
  refresh: 'Aktualisieren',
}
