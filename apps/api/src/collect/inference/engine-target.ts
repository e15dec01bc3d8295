import {
  engines,
  followEngine,
  readEngine,
  readGpus,
  type Details,
  type EngineReading,
  type EngineState,
} from '@podium/inference-metrics'
import { refusalKind } from '@podium/litellm-client'
import type { EngineTarget } from '../../config/inference-targets.ts'
import type { EngineAnswer, ScrapedModel } from '../../domain/inference/scraped.ts'
import { getText } from './get-text.ts'
import { ScrapeError } from './scrape-error.ts'
import type { Target } from './target.ts'

type EngineDeps = {
  target: EngineTarget
  apiKey: string | null
  intervalMs: number
}

const noDetails: Details = {
  model: null,
  version: null,
  contextTokens: null,
  kvCapacityTokens: null,
}

/** One engine, and what is remembered of it from scrape to scrape. */
export function createEngineTarget({
  target,
  apiKey,
  intervalMs,
}: EngineDeps): Target<EngineAnswer> {
  let state: EngineState | null = null
  let hasFailed = false
  let details = noDetails

  async function read(at: number, signal: AbortSignal): Promise<EngineAnswer> {
    const { status, text } = await getText({ url: target.url, apiKey, signal })
    if (status !== 200) throw refusal(status, text, target.kind)
    const found = readEngine(text, { kind: target.kind })
    if (!found.ok) throw new ScrapeError(found.reason)
    const { reading, exposition } = found
    const followed = followEngine(state, reading, { at, hasFailed, intervalMs })
    const isSame = state?.restartedAt === followed.state.restartedAt
    if (!isSame) details = await askDetails(reading.kind, { target, apiKey, signal })
    state = followed.state
    return {
      kind: reading.kind,
      version: details.version,
      startedAt: state.startedAt,
      restartedAt: state.restartedAt,
      models: modelsOf(reading, followed.samples, details),
      gpus: readGpus(exposition),
    }
  }

  return {
    id: target.id,
    poll: async (at, signal) => {
      try {
        const answer = await read(at, signal)
        hasFailed = false
        return answer
      } catch (error) {
        hasFailed = true
        throw error
      }
    },
  }
}

function modelsOf(
  { models }: EngineReading,
  samples: ReturnType<typeof followEngine>['samples'],
  details: Details,
): ScrapedModel[] {
  return models.flatMap(({ model, ranks, contextTokens, kvCapacityTokens, missing }) => {
    const sample = samples.get(model)
    if (sample === undefined) return []
    return [
      {
        model: model ?? details.model,
        ranks,
        contextTokens: contextTokens ?? details.contextTokens,
        kvCapacityTokens: kvCapacityTokens ?? details.kvCapacityTokens,
        missing,
        sample,
      },
    ]
  })
}

/** An engine whose metrics are off has no such address, or names the flag in its refusal. */
function refusal(status: number, text: string, kind: string | null): ScrapeError {
  const isAbsent = status === 404 || status === 501
  const adapter = engines.find(({ kind: of, option }) =>
    kind === null ? option !== null && text.includes(option) : of === kind,
  )
  const option = isAbsent ? (adapter?.option ?? null) : null
  return option === null
    ? new ScrapeError(refusalKind(status, null))
    : new ScrapeError('metrics_off', option)
}

/** What it says of itself beside its metrics; what it does not say stays unknown. */
async function askDetails(
  kind: string,
  { target, ...asking }: { target: EngineTarget; apiKey: string | null; signal: AbortSignal },
): Promise<Details> {
  const adapter = engines.find((one) => one.kind === kind)
  const { pathname, origin } = new URL(target.url)
  const path = adapter?.path ?? ''
  const base = origin + (pathname.endsWith(path) ? pathname.slice(0, -path.length) : '')
  const answers = await Promise.all(
    (adapter?.asks ?? []).map(async (ask) => {
      const answer = await getText({ url: base + ask.path, ...asking }).catch(() => null)
      return answer?.status === 200 ? ask.read(jsonOf(answer.text)) : {}
    }),
  )
  const known = answers.flatMap((answer) =>
    Object.entries(answer).filter(([, value]) => value !== null),
  )
  return { ...noDetails, ...Object.fromEntries(known) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A page, or half of an answer: it says nothing.
    return null
  }
}
