import { setTimeout as sleep } from 'node:timers/promises'
import { CompatLeaderboard, CompatHourly } from '@podium/contracts'
import { Checklist } from '@podium/litellm-client/conformance/checklist.ts'
import { beginAgain } from '@podium/litellm-client/conformance/genuine/begin-again.ts'
import type { Judge } from '@podium/litellm-client/conformance/genuine/judge-releases.ts'
import { releaseOf } from '@podium/litellm-client/conformance/genuine/releases.ts'
import type { Truth } from '@podium/litellm-client/conformance/genuine/truth.ts'
import { createPublicIds } from '../src/access/public-ids.ts'
import type { PublicIds } from '../src/analytics/public-ids.ts'
import { differences } from './difference.ts'
import { expectedAnswers, tokensIn, type Answers } from './expected-answers.ts'
import { readBooks, type Books, type Row } from './gateway-rows.ts'
import { judgeStorm } from './judge-storm.ts'
import type { Podium } from './start-podium.ts'
import { secret, watch } from './watch.ts'

const patienceMs = 90_000

/** Lets Podium watch a genuine gateway from its first request on, and holds its routes to the gateway's own books. */
export const judgePodium: Judge = async ({ harness, postgres, plan, signal }) => {
  const list = new Checklist()
  const { version, seed, requests } = plan
  await harness.install(version)
  await beginAgain(list, async () => {
    const gateway = await harness.start(version)
    try {
      const podium = await watch(gateway)
      try {
        await read(podium, ({ coverage }) => coverage.missing.length === 0, signal)
        const { keys } = await gateway.traffic({ seed, requests })
        const books = await readBooks(`${postgres}/${gateway.name}`)
        await compare(list, version, { podium, books, keys, signal })
      } finally {
        await podium.stop()
      }
    } finally {
      await gateway.stop()
    }
  })
  if (plan.storm) await judgeStorm(list, { harness, postgres, plan, signal })
  return list
}

/** Asks for the leaderboard until it is as wanted, or patience ends. */
async function read(
  podium: Podium,
  isThere: (tokens: CompatLeaderboard) => boolean,
  signal: AbortSignal,
): Promise<CompatLeaderboard> {
  const until = performance.now() + patienceMs
  for (;;) {
    const tokens = CompatLeaderboard.parse(await podium.get('/tokens'))
    if (isThere(tokens) || performance.now() > until) return tokens
    await sleep(500, undefined, { signal })
  }
}

const addresses: readonly [string, keyof Answers][] = [
  ['/tokens', 'tokens'],
  ['/tokens/timeseries', 'timeseries'],
  ['/tokens/models', 'models'],
  ['/tokens/success-rate', 'successRate'],
  ['/tokens/cost-efficiency', 'costEfficiency'],
]

type Watched = { podium: Podium; books: Books; keys: Truth['keys']; signal: AbortSignal }

async function compare(
  list: Checklist,
  version: string,
  { podium, books, keys, signal }: Watched,
): Promise<void> {
  const wanted = tokensIn(books.rows)
  const isBooked = ({ teams }: CompatLeaderboard) =>
    teams.length >= books.teams.length &&
    teams.reduce((sum, { tokens }) => sum + tokens, 0) >= wanted
  const seen = await read(podium, isBooked, signal)
  const { coverage } = seen
  const publicIds = createPublicIds(Buffer.from(secret))
  const modelOf = publicNames({ seen, publicIds, version })
  const named = labels(keys, { seen, publicIds, version })
  const expected = expectedAnswers({ ...books, keys: named, coverage, publicIds, modelOf })

  list.area('routes of the original')
  for (const [path, answer] of addresses)
    list.problems(path, differences(await podium.get(path), expected[answer]))
  await compareHours(list, podium, books)
}

async function compareHours(list: Checklist, podium: Podium, { rows }: Books): Promise<void> {
  const { hours, unattributed_tokens } = CompatHourly.parse(await podium.get('/tokens/hourly'))
  list.equal('/tokens/hourly: everything has its hour', unattributed_tokens, 0)
  const placed = hours.reduce((sum, { tokens }) => sum + tokens, 0)
  list.equal('/tokens/hourly: the hours are the range', placed, tokensIn(rows))
}

type Seen = { seen: CompatLeaderboard; publicIds: PublicIds; version: string }

/** Where a release names no key that was deleted, its label is known only if a poll came before that. */
function labels(keys: Truth['keys'], { seen, publicIds, version }: Seen) {
  const { conduct } = releaseOf(version)
  const shown = seen.teams.flatMap(({ breakdown }) => breakdown.api_keys)
  const unnamed = new Set(shown.filter((key) => key.key_alias === null).map((key) => key.api_key))
  return keys.map(({ slot, key, key_alias: alias = null }) => {
    const isLost = slot === 'doomed' && conduct.labelOfDeletedKeys === 'lost'
    return { key, alias: isLost && unnamed.has(publicIds.key(key)) ? null : alias }
  })
}

/**
 * Rows without a public name are told by another one, or by none. What has no key is named only where its
 * team was asked alone, which is done for a few teams in each poll.
 */
function publicNames({ seen, publicIds, version }: Seen): (row: Row) => string {
  const { conduct } = releaseOf(version)
  const nobodys = publicIds.key('')
  const askedAlone = new Set(
    seen.teams
      .filter(({ breakdown }) =>
        breakdown.api_keys.some(
          ({ api_key, models }) =>
            api_key === nobodys && models.some(({ model_name }) => model_name !== 'other'),
        ),
      )
      .map(({ team_id }) => team_id),
  )
  return ({ team, key, model, modelGroup }) => {
    if (key === '' && !askedAlone.has(publicIds.team(team))) return 'other'
    if (modelGroup !== '') return modelGroup
    return conduct.modelOfDoorRefusals === 'requested' && model !== '' ? model : 'other'
  }
}
