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
  ordinal,
  measure: 'Measure',
  measures: {
    tokens: 'Tokens',
    spend: 'Spend',
    requests: 'Requests',
    success: 'Success',
    efficiency: 'Efficiency',
    momentum: 'Momentum',
    score: 'Score',
  },
  /** What the ranked value is, above its column. */
  values: {
    tokens: 'Tokens',
    spend: 'Spend',
    requests: 'Requests',
    success: 'At least',
    efficiency: 'Output per $',
    momentum: 'Per minute',
    score: 'Score',
  },
  definitions: {
    tokens:
      'Prompt and completion tokens together; what came from the cache is part of the prompt.',
    spend: 'US dollars, as the gateway books them.',
    requests: 'All requests, answered and failed.',
    success:
      'Ranked by the Wilson 95 % lower bound of successes among requests: 5 of 5 count as 56.6 %, 190 of 200 as 91.0 %.',
    efficiency: 'Completion tokens per US dollar; not known where nothing was spent.',
    momentum: 'Completion tokens per minute, exponentially weighted with a half-life of 5 minutes.',
    score:
      'Efficiency is a place among the teams, so it can move when others do; the other four are absolute. Beyond par more tokens give nothing.',
  },
  ties: 'Ties: higher reliability first, then lower spend, then the team’s id. No two teams share a rank.',
  movement: 'Places gained or lost since 15 minutes ago, by the same measure and filter.',
  successRate: 'Successes among all requests, in percent.',
  notRecorded:
    'Not recorded: not one failure in 1,000 requests or more, so the gateway’s error log is probably off.',
  parts: {
    efficiency: 'Efficiency',
    reliability: 'Reliability',
    volume: 'Volume to par',
    cache: 'Cache',
    breadth: 'Breadth',
  },
  outOf100: 'Score out of 100',
  rankingBy: (measure: string) => `Ranking by ${measure}`,
  leads: (team: string) => `${team} leads`,
  nowLeads: (team: string, measure: string) => `${team} now leads by ${measure}`,
  columns: {
    rank: 'Rank',
    movement: '15 min',
    team: 'Team',
    bar: 'Share of the leader',
    parts: 'How the score is made',
    spend: 'Spend',
    success: 'Success',
    requests: 'Requests',
    tokens: 'Tokens',
    more: 'Keys and models',
  },
  trend: (span: string) => `Tokens, ${span}`,
  days: 'days',
  keysFailed: 'The keys could not be loaded',
  levelWith: (rank: number) => `level with ${ordinal(rank)}`,
  leadsBy: (amount: string) => `leads by ${amount}`,
  gapTo: (amount: string, rank: number) => `${amount} to ${ordinal(rank)}`,
  expand: (team: string) => `Keys and models of ${team}`,
  openTeam: 'Team card',
  gone: 'gone',
  noKeyTraffic: 'No key of this team has traffic here.',
  keyWithoutName: 'Key without a name',
  search: 'Search teams',
  searchHint: 'Teams, comma-separated',
  noMatch: (teams: number, search: string) => `0 of ${teams} teams match “${search}”`,
  noMatchWhy: 'Names are matched anywhere, without regard to case.',
  clearSearch: 'Clear search',
  you: 'You',
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
