import { plural } from './plural.ts'

export const emptyBoard = {
  notRead: 'The gateway has not been read yet',
  notReadWhy: 'The board appears with the first answer.',
  noTeam: 'No team yet',
  noTeamWhy:
    'The gateway answers and lists no team. The first one appears here within a poll of being made.',
  noToken: 'No requests yet. The first one starts the board.',
  noTokenWhy: (teams: number) =>
    `${plural(teams, { one: 'One team is', other: `${teams} teams are` })} ready. Send one with any team key; the gateway writes it down within 10 to 75 seconds.`,
  copyCommand: 'Copy command',
  quiet: 'Nothing in this span',
  quietWhy: (span: string) => `No team sent anything: ${span}. Choose a longer range.`,
  filteredOut: 'Nothing matches these filters',
  filteredOutWhy: (span: string) => `Nobody used what they name: ${span}.`,
  noMatch: (teams: number, search: string) => `0 of ${teams} teams match “${search}”`,
  noMatchWhy: 'Names are matched anywhere, without regard to case.',
  clearSearch: 'Clear search',
}
