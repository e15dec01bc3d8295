import { z } from 'zod'
import { type Cell, noCounters } from '../cells.ts'
import { post } from '../raw-call.ts'
import { createDice } from './dice.ts'
import type { Sender } from './teams.ts'

const Count = z.number().nullish().catch(null)

const Completion = z.object({
  usage: z.object({
    prompt_tokens: z.number(),
    completion_tokens: z.number(),
    prompt_tokens_details: z.object({ cached_tokens: Count }).nullish(),
    cache_read_input_tokens: Count,
    cache_creation_input_tokens: Count,
  }),
})

export interface Traffic {
  /** What the answers say, as it should be counted. */
  sent: Cell[]
  from: Date
  to: Date
  /** Answers that were no success, by status. */
  refused: number[]
}

interface Plan {
  baseUrl: string
  seed: number
  /** Requests a sender sends; one more of each team's asks for a model that is not there. */
  each: number
  signal: AbortSignal
}

export const unknownModel = 'conformance-has-no-such-model'

/** A bounded number of small requests, one after the other. */
export async function sendTraffic(senders: readonly Sender[], plan: Plan): Promise<Traffic> {
  const dice = createDice(plan.seed)
  const traffic: Traffic = { sent: [], from: new Date(), to: new Date(), refused: [] }
  for (const sender of senders) {
    for (let at = 0; at < plan.each; at++) {
      const words = Array.from({ length: 5 + dice(40) }, () => 'word')
      const text = `Answer with the number ${dice(1000)} and nothing else. ${words.join(' ')}`
      traffic.sent.push(await sendOne(sender, { model: sender.model, text }, plan, traffic))
    }
  }
  for (const teamId of new Set(senders.map((sender) => sender.teamId))) {
    const sender = senders.find((each) => each.teamId === teamId)
    if (sender === undefined) continue
    traffic.sent.push(await sendOne(sender, { model: unknownModel, text: 'hello' }, plan, traffic))
  }
  traffic.to = new Date()
  return traffic
}

async function sendOne(
  { teamId, secret, key }: Sender,
  { model, text }: { model: string; text: string },
  { baseUrl, signal }: Plan,
  traffic: Traffic,
): Promise<Cell> {
  const date = new Date().toISOString().slice(0, 10)
  const answer = await post({ baseUrl, key: secret, signal }, '/v1/chat/completions', {
    model,
    max_tokens: 16,
    messages: [{ role: 'user', content: text }],
  })
  const place = { date, team: teamId, key, model }
  if (!answer.ok) {
    await answer.body?.cancel()
    if (model !== unknownModel) traffic.refused.push(answer.status)
    return { ...place, counters: { ...noCounters(), requests: 1, failures: 1 } }
  }
  const { usage } = Completion.parse(await answer.json())
  return {
    ...place,
    counters: {
      requests: 1,
      successes: 1,
      failures: 0,
      prompt: usage.prompt_tokens,
      completion: usage.completion_tokens,
      cacheRead: usage.prompt_tokens_details?.cached_tokens ?? usage.cache_read_input_tokens ?? 0,
      cacheCreation: usage.cache_creation_input_tokens ?? 0,
      spend: Number(answer.headers.get('x-litellm-response-cost') ?? 0),
    },
  }
}
