import { type Cell, noCounters } from '../cells.ts'
import type { Conduct } from './conduct.ts'
import type { Deployment } from './configured-prices.ts'
import { failureOf, ownerOf, type Refused } from './failure.ts'
import type { Sent, Truth, TruthRow } from './truth.ts'

/** What was sent, to which models, through a release of which habits. */
export interface Setting {
  truth: Truth
  prices: Readonly<Record<string, readonly Deployment[]>>
  conduct: Conduct
}

/** Groups whose operator set a price for cached tokens beside the model's name. */
const withOwnCachePrice: ReadonlySet<string> = new Set([
  'house-rate',
  'alpha-large',
  'Team/Alpha-Large-EU',
])

/** What the release's daily rows must hold: the truth, plus what this release is known to do with it. */
export function expectedCells(setting: Setting): Cell[] {
  return [...successes(setting), ...failures(setting, modelOf)]
}

/** What its logs must hold, which know no cached tokens. */
export function expectedLogs(setting: Setting): Cell[] {
  const cells = [...successes(setting), ...failures(setting, loggedModelOf)]
  return cells.map((cell) => ({
    ...cell,
    counters: { ...cell.counters, cacheRead: 0, cacheCreation: 0 },
  }))
}

function successes(setting: Setting): Cell[] {
  const { truth, conduct } = setting
  return truth.rows
    .filter((row) => row.successes > 0)
    .map((row) => ({
      date: row.date,
      team: row.team_id === '' ? null : row.team_id,
      key: row.slot === 'master' && conduct.keyOfMaster === 'name' ? masterKeyName : row.key,
      model: row.model_group,
      counters: {
        ...noCounters(),
        requests: row.successes,
        successes: row.successes,
        prompt: row.prompt - (conduct.cacheCreation === 'in the prompt' ? 0 : row.created),
        completion: row.completion,
        cacheRead:
          conduct.cachedTokens === 'counted' || row.model_group === anthropic ? row.cached : 0,
        cacheCreation: row.created,
        spend: row.spend - overcounted(setting, row),
      },
    }))
}

/**
 * The truth takes the price of a stream from the price list, because no header tells it. A release
 * that ignores the operator's own price of cached tokens charges nothing for them.
 */
function overcounted({ truth, prices, conduct }: Setting, row: TruthRow): number {
  if (conduct.ownCachePrice === 'honoured' || !withOwnCachePrice.has(row.model_group)) return 0
  const price = prices[row.model_group]?.[0]?.read ?? 0
  const team = truth.teams.find((each) => each.team_id === row.team_id)?.slot ?? null
  return truth.sent
    .filter((each) => each.status === 200 && each.stream && each.group === row.model_group)
    .filter((each) => each.slot === row.slot && each.team === team)
    .filter((each) => each.started.startsWith(row.date))
    .reduce((sum, each) => sum + each.asked.cached_tokens * price, 0)
}

type NameModel = (sent: Sent, refused: Refused, setting: Setting) => string | null

function failures(setting: Setting, nameModel: NameModel): Cell[] {
  const { truth, conduct } = setting
  return truth.sent
    .filter((sent) => sent.status !== 200)
    .map((sent) => {
      const refused = failureOf(sent)
      return {
        date: (conduct.dayOfFailures === 'start' ? sent.started : sent.ended).slice(0, 10),
        team: ownerOf(sent, refused, truth, conduct),
        key: keyOf(sent, truth, conduct),
        model: nameModel(sent, refused, setting),
        counters: { ...noCounters(), requests: 1, failures: 1 },
      }
    })
}

function keyOf({ slot }: Sent, truth: Truth, conduct: Conduct): string {
  if (conduct.keyOfFailures === 'empty') return ''
  if (slot === 'master' && conduct.keyOfMaster === 'name') return masterKeyName
  const row = truth.rows.find((each) => each.slot === slot)
  if (row === undefined) throw new Error(`the truth has no row of the slot ${slot}`)
  return row.key
}

function modelOf({ group, kind }: Sent, refused: Refused, { conduct }: Setting): string | null {
  // Whom the door turns away is not looked up.
  if (kind === 'no-such-model' && refused === 'upstream') {
    if (conduct.nameOfUnknownModels === 'unnamed') return null
    return conduct.nameOfUnknownModels === 'requested' ? group : 'unknown-model'
  }
  return refused !== 'upstream' && conduct.modelOfDoorRefusals === 'unnamed' ? null : group
}

/** A refusal at the door cannot say which of several deployments it would have gone to. */
function loggedModelOf(
  { group, kind }: Sent,
  refused: Refused,
  { prices, conduct }: Setting,
): string | null {
  if (kind === 'no-such-model') return null
  if (refused === 'upstream') return group
  const isSingle = prices[group]?.length === 1
  return conduct.loggedModelOfDoorRefusals !== 'unnamed' && isSingle ? group : null
}

const anthropic = 'claude-test'
const masterKeyName = 'litellm_proxy_master_key'
