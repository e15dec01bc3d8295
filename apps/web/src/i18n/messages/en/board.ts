import { plural } from './plural.ts'

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
    efficiency:
      'Output tokens per dollar, of models that have a price. Teams that used no such model are not ranked.',
    momentum: 'Completion tokens per minute, exponentially weighted with a half-life of 5 minutes.',
    score:
      'Efficiency is a place among the teams, so it can move when others do; the other four are absolute. Beyond par more tokens give nothing.',
  },
  /** From when on a team has a rank. */
  warmingWhy: {
    tokens: '',
    spend: 'Ranked from the first dollar: what these teams used has no price.',
    requests: '',
    success: 'Ranked from the first request.',
    efficiency: 'Ranked from the first dollar: what was free or has no price cannot be compared.',
    momentum: 'Ranked as soon as minutes are known.',
  },
  scoreFrom: (requests: string, output: string) =>
    `Ranked from ${requests} requests and ${output} output tokens.`,
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
  levelWith: (rank: number) => `level with ${ordinal(rank)}`,
  leadsBy: (amount: string) => `leads by ${amount}`,
  gapTo: (amount: string, rank: number) => `${amount} to ${ordinal(rank)}`,
  expand: (team: string) => `Keys and models of ${team}`,
  gone: 'gone',
  search: 'Search teams',
  searchHint: 'Teams, comma-separated',
  you: 'You',
  warmingUp: 'Warming up',
  ofLeast: {
    requests: (have: string, least: string) => `${have} of ${least} requests`,
    output: (have: string, least: string) => `${have} of ${least} output tokens`,
  },
  notYet: 'Not on the board yet',
  showAll: (count: string) => `Show all ${count}`,
  unassigned: 'Unassigned',
  unassignedWhy: 'Requests made without a team key. Not ranked, not in the totals.',
  teams: (count: number, shown: string) =>
    plural(count, { one: 'one team', other: `${shown} teams` }),
  tokensOf: (amount: string) => `${amount} tokens`,
  cannotShow: 'The board could not be loaded',
  refused: 'The server does not know what this address asks for',
  shows: (percent: string) => `This board shows ${percent} % of this range`,
  uncertain: (amount: string) =>
    `${amount} tokens arrived while Podium was not watching. They may belong to this range or not, and are not in this ranking.`,
  wholeDays: 'Show whole UTC days',
  wholeDaysShown: (days: string) => `Whole UTC days: ${days}`,
  wholeDaysWhy:
    'More than a tenth of the range that you chose arrived while Podium was not watching. Of whole UTC days everything is known.',
  wholeDaysChosen: 'Of whole UTC days everything is known.',
  certain: 'Show what is certain of the range',
  unreadDays: (days: number) =>
    plural(days, {
      one: 'One day of this range is not read yet',
      other: `${days} days of this range are not read yet`,
    }),
  unreadRises: (days: string) => `${days}. They are being read; totals rise until then.`,
  beforeHistory: (days: number) =>
    plural(days, {
      one: 'One day of this range lies before the history',
      other: `${days} days of this range lie before the history`,
    }),
  historyBegins: (day: string) => `Podium’s history begins on ${day}. Earlier days are not read.`,
  demoBegins: (day: string) => `The demo begins on ${day}; it has no more past.`,
  leftOut: {
    unassigned: (amount: string) => `${amount} tokens without a team`,
    dashboard: (amount: string) => `${amount} tokens of the gateway’s own pages`,
  },
  notRanked: (parts: string) => `Not ranked: ${parts}`,
  download: 'CSV',
  downloadWhy: 'Download what is shown as CSV',
  refresh: 'Refresh',
}
