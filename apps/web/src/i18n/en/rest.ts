import { plural } from '../plural.ts'

/** What the board says beside its ranking. */
export const rest = {
  keysFailed: 'The keys could not be loaded',
  openTeam: 'Team card',
  noKeyTraffic: 'No key of this team has traffic here.',
  keyWithoutName: 'Key without a name',
  noMatch: (teams: number, search: string) => `0 of ${teams} teams match “${search}”`,
  noMatchWhy: 'Names are matched anywhere, without regard to case.',
  clearSearch: 'Clear search',
  yourCard: 'Your card',
  chooseMine: 'This is my team',
  forgetMine: 'Not my team',
  mineWhy: 'Kept on this device only.',
  warmingUp: 'Warming up',
  warmingWhy: {
    tokens: '',
    spend: '',
    requests: '',
    success: 'Ranked from the first request.',
    efficiency: 'Ranked from the first dollar: what was free or has no price cannot be compared.',
    momentum: 'Ranked as soon as minutes are known.',
    score: 'Ranked from 20 requests and 1,000 output tokens.',
  },
  ofRequests: (have: string) => `${have} of 20 requests`,
  ofOutput: (have: string) => `${have} of 1,000 output tokens`,
  notYet: 'Not on the board yet',
  showAll: (count: string) => `Show all ${count}`,
  unassigned: 'Unassigned',
  unassignedWhy: 'Traffic without a team: in no rank and in no total.',
  teams: (count: number, shown: string) => plural('en', count, 'one team', `${shown} teams`),
  noTeam: 'No team yet',
  noTeamWhy:
    'The gateway answers and lists no team. The first one appears here within a poll of being made.',
  noToken: 'No requests yet. The first one starts the board.',
  noTokenWhy: (teams: number) =>
    `${plural('en', teams, 'One team is', `${teams} teams are`)} ready. Send one with any team key; the gateway writes it down within 10 to 75 seconds.`,
  copyCommand: 'Copy command',
  notRead: 'The gateway has not been read yet',
  notReadWhy: 'The board appears with the first answer.',
  quiet: 'Nothing in this span',
  quietWhy: (span: string) => `No team sent anything: ${span}. Choose a longer range.`,
  filteredOut: 'Nothing matches these filters',
  filteredOutWhy: (span: string) => `Nobody used what they name: ${span}.`,
  cannotShow: 'The board could not be loaded',
  refused: 'The server does not know what this address asks for',
  unreachableWhy:
    'Podium does not answer: the server or the network is down. It is tried again by itself.',
  timeoutWhy:
    'Podium did not answer in time: it is busy or the network is slow. It is tried again by itself.',
  missingDays: (days: number) =>
    plural(
      'en',
      days,
      'One day of this range is not read yet',
      `${days} days of this range are not read yet`,
    ),
  missingWhy: (days: string) => `${days}. Totals rise until then.`,
  unplaced: (amount: string) =>
    `${amount} tokens of these days have no known minute and are left out.`,
  wholeDays: 'Count whole UTC days',
  download: 'CSV',
  downloadWhy: 'Download what is shown as CSV',
  refresh: 'Refresh',
}

export type RestWords = typeof rest
