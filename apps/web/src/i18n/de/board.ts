import type { Words } from '../en.ts'
import { plural } from '../plural.ts'

export const board: Words['board'] = {
  tokens: 'Token',
  tokensOf: (exact) => `${exact} Token`,
  yesterdayAndToday: 'Gestern und heute, UTC',
  ordinal: (rank) => `${rank}.`,
  levelWith: (rank) => `gleichauf mit dem ${rank}.`,
  leadsBy: (amount) => `führt mit ${amount}`,
  gapTo: (amount, rank) => `${amount} zum ${rank}.`,
  notYet: 'Noch nicht in der Wertung',
  noTeam: 'Noch kein Team',
  noToken: 'Noch kein Token',
  noTeamWhy:
    'Das Gateway antwortet und nennt kein Team. Das erste erscheint hier, sobald es angelegt ist, mit der nächsten Abfrage.',
  noTokenWhy: (teams) =>
    `${plural('de', teams, 'Ein Team steht', `${teams} Teams stehen`)} bereit. Die Wertung beginnt mit der ersten beantworteten Anfrage; das Gateway verbucht sie nach 10 bis 75 Sekunden.`,
}
