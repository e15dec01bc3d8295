import type { SourceStatus } from '@podium/contracts'
import type { EngineScraped } from '../../domain/inference/scraped.ts'
import type { Watched } from '../../domain/inference/watched.ts'
import { describeSource } from '../describe-source.ts'
import {
  failed,
  isSameState,
  succeeded,
  unknownHealth,
  type SourceHealth,
} from '../source-health.ts'

type Ended = Pick<EngineScraped, 'at' | 'reason' | 'nextAt'>
type Outcome = Pick<SourceHealth, 'state' | 'reason'>

/** How each target answered last, under the name that `/status` has for it. */
export function createHealthBook() {
  const health = new Map<string, SourceHealth>()
  let isOther = false

  return {
    end: (name: string, { at, reason, nextAt }: Ended): Outcome => {
      const before = health.get(name) ?? unknownHealth
      const after = reason === null ? succeeded(at, nextAt) : failed(before, reason, nextAt)
      health.set(name, after)
      isOther ||= !isSameState(before, after)
      return { state: after.state, reason: after.reason }
    },
    /** Whether anything has become another state since this was asked last. */
    takeNews: (): boolean => {
      const news = isOther
      isOther = false
      return news
    },
    sources: ({ engines, gpuSources }: Watched): SourceStatus[] =>
      [...engines.map(({ id }) => `engine:${id}`), ...gpuSources.map(({ id }) => `gpu:${id}`)].map(
        (name) => describeSource(name, health.get(name) ?? unknownHealth),
      ),
  }
}
