import { plural } from '../plural.ts'

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
])

function ordinal(rank: number): string {
  return `${rank}${endings.get(ordinals.select(rank)) ?? 'th'}`
}

export const board = {
  tokens: 'Tokens',
  tokensOf: (exact: string) => `${exact} tokens`,
  yesterdayAndToday: 'Yesterday and today, UTC',
  ordinal,
  levelWith: (rank: number) => `level with ${ordinal(rank)}`,
  leadsBy: (amount: string) => `leads by ${amount}`,
  gapTo: (amount: string, rank: number) => `${amount} to ${ordinal(rank)}`,
  notYet: 'Not on the board yet',
  noTeam: 'No team yet',
  noToken: 'No token yet',
  noTeamWhy:
    'The gateway answers and lists no team. The first one appears here within a poll of being made.',
  noTokenWhy: (teams: number) =>
    `${plural('en', teams, 'One team is', `${teams} teams are`)} ready. The board begins with the first answered request; the gateway writes it down within 10 to 75 seconds.`,
}
