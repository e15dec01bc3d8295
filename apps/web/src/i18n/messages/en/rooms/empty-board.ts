import { pluralsOf } from '../../../plural.ts'

const plural = pluralsOf('en')

export const emptyBoard = {
  notRead: 'The gateway has not been read yet',
  notReadWhy: 'The board appears with the first answer.',
  noTeam: 'No team yet',
  noTeamWhy: 'The gateway has no team. Create one there, and it appears here within seconds.',
  noToken: 'No requests yet. The first one starts the board.',
  noTokenWhy: (teams: number) =>
    `${plural(teams, { one: 'One team is', other: `${teams} teams are` })} ready. Send one with any team key; it shows up here within 10 to 75 seconds.`,
  copyCommand: 'Copy command',
  quiet: 'No requests in this range',
  quietWhy: (span: string) => `No team sent anything (${span}). Choose a longer range.`,
  filteredOut: 'Nothing matches these filters',
  filteredOutWhy: (span: string) => `Nobody used this (${span}).`,
  noMatch: (teams: number, search: string) => `0 of ${teams} teams match “${search}”`,
  noMatchWhy: 'Part of a name is enough. Separate several with commas.',
  closest: 'Closest:',
  clearSearch: 'Clear search',
}
