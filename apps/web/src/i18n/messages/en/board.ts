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
    momentum: 'Tokens/min',
    score: 'Score',
  },
  /** Beside the large numbers: of what. */
  units: {
    tokens: 'tokens',
    spend: '',
    requests: 'requests',
    success: 'at least',
    efficiency: 'output tokens per $',
    momentum: 'tokens per minute',
    score: 'of 100',
  },
  /** The rule of each board, in one line. */
  definitions: {
    tokens: 'Prompt and output tokens together. Prompts from the cache count too.',
    spend: 'What the gateway charged, in US dollars. The largest comes first; nobody wins by it.',
    requests: 'All requests, answered or failed.',
    success: 'The success rate a team has proven: few requests prove little, 5 of 5 only 56.6 %.',
    efficiency: 'Output tokens per dollar. Teams that spent nothing are not ranked.',
    momentum: 'Output tokens per minute right now: the last 5 minutes weigh half.',
    score: 'Five parts, 100 points. Help explains each of them.',
  },
  how: 'How it works',
  parWhy: (amount: string) =>
    `par: ${amount} output tokens, as many as the median team. More than that gives nothing.`,
  successRange: (rate: string, bound: string) => `${rate} succeeded, at least ${bound} proven`,
  successScale: (floor: string) => `Success, from ${floor} to 100 %`,
  gapGrew: (amount: string) => `grew by ${amount} in 15 minutes`,
  gapShrank: (amount: string) => `shrank by ${amount} in 15 minutes`,
  allFailed: (requests: number, shown: string) =>
    plural(requests, {
      one: 'the only request failed: check key or model',
      other: `all ${shown} requests failed: check key or model`,
    }),
  /** From when on a team has a rank. */
  warmingWhy: {
    tokens: '',
    spend: 'Ranked from the first dollar. What these teams used has no price.',
    requests: '',
    success: 'Ranked from the first request.',
    efficiency: 'Ranked from the first dollar: without a price there is nothing to compare.',
    momentum: 'Ranked after a few minutes of watching.',
  },
  scoreFrom: (requests: string, output: string) =>
    `Ranked from ${requests} requests and ${output} output tokens.`,
  ties: 'In a tie the more reliable team is first, then the cheaper one. No two teams share a rank.',
  movement: 'Places gained or lost in the last 15 minutes.',
  successRate: 'Share of requests that were answered.',
  notRecorded: 'No failure in 1,000 requests or more: the gateway probably does not record them.',
  parts: {
    efficiency: 'Efficiency',
    reliability: 'Reliability',
    volume: 'Volume to par',
    cache: 'Cache',
    breadth: 'Model variety',
  },
  outOf100: 'Score out of 100',
  rankingBy: (measure: string) => `Ranking by ${measure}`,
  leads: (team: string) => `${team} leads`,
  nowLeads: (team: string, measure: string) => `${team} now leads by ${measure}`,
  columns: {
    rank: 'Rank',
    movement: '15 min',
    team: 'Team',
    bar: 'Compared with the leader',
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
  chooseMine: 'This is my team',
  forgetMine: 'Not my team',
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
    `${amount} tokens arrived while Podium was not watching and are not in this ranking. Whole UTC days count them all.`,
  wholeDays: 'Show whole UTC days',
  wholeDaysShown: (days: string) => `Whole UTC days: ${days}`,
  wholeDaysWhy:
    'Much of the range you chose arrived before Podium started watching. Whole UTC days are complete.',
  wholeDaysChosen: 'Whole UTC days are complete.',
  certain: 'Show only my range',
  unreadDays: (days: number) =>
    plural(days, {
      one: 'One day of this range is not read yet',
      other: `${days} days of this range are not read yet`,
    }),
  unreadRises: (days: string) => `${days}. Podium is reading them now; totals still rise.`,
  beforeHistory: (days: number) =>
    plural(days, {
      one: 'One day of this range is not here',
      other: `${days} days of this range are not here`,
    }),
  historyBegins: (day: string) => `Podium’s history begins on ${day}.`,
  demoBegins: (day: string) => `The demo began on ${day}.`,
  leftOut: {
    unassigned: (amount: string) => `${amount} tokens without a team`,
    dashboard: (amount: string) => `${amount} tokens of the gateway’s own pages`,
  },
  notRanked: (parts: string) => `Not ranked: ${parts}`,
  refresh: 'Refresh',
}
