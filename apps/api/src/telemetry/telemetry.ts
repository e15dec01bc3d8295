import type { SourceStatus } from '@podium/contracts'
import type { PublicIds } from '../analytics/public-ids.ts'
import { utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import type { InferenceView } from '../domain/inference/known.ts'
import { gauge, type Family } from './family.ts'
import { inferenceFamilies } from './inference-families.ts'
import { pollFamilies } from './poll-families.ts'
import { processFamilies } from './process-families.ts'
import { sourceFamilies } from './source-families.ts'
import { teamFamilies } from './team-families.ts'

export type Measured = {
  store: Pick<Store, 'teams' | 'teamTotals' | 'lastPoll' | 'bytes'>
  publicIds: PublicIds
  collectorState: { sources: () => SourceStatus[]; dataVersion: () => number }
  inference: Pick<InferenceView, 'known'>
  version: string
  liveClients: () => number
  now: () => number
}

/** Everything, as of now, with what others count. The store is asked once for each version of the data. */
export function createTelemetry(
  measured: Measured,
  counted: () => Family[],
): () => Promise<Family[]> {
  const { store, collectorState, inference, version, liveClients, now } = measured
  let stored: { key: string; families: Promise<Family[]> } | null = null

  async function readStore(day: string): Promise<Family[]> {
    const names = collectorState.sources().map(({ name }) => name)
    const [teams, polls, bytes] = await Promise.all([
      teamFamilies(measured, day),
      Promise.all(names.map(store.lastPoll)),
      store.bytes(),
    ])
    const known = polls.filter((poll) => poll !== null)
    const size = gauge('podium_store_size_bytes', 'What the data takes on the disk.', bytes)
    return [...teams, ...pollFamilies(known), size]
  }

  function ofStore(): Promise<Family[]> {
    const day = utcDate(now())
    const key = `${collectorState.dataVersion()} ${day}`
    if (stored?.key === key) return stored.families
    const families = readStore(day)
    stored = { key, families }
    // Whoever waits is told; the next one asks again.
    families.catch(() => (stored = null))
    return families
  }

  return async () => [
    ...(await ofStore()),
    ...sourceFamilies(collectorState.sources()),
    ...inferenceFamilies(inference.known(), now()),
    gauge(
      'podium_data_version',
      'Grows with every change of the data.',
      collectorState.dataVersion(),
    ),
    gauge('podium_live_clients', 'Clients of the live stream.', liveClients()),
    ...counted(),
    ...processFamilies(),
    {
      type: 'gauge',
      name: 'podium_build_info',
      help: 'What runs here, as labels.',
      samples: [{ labels: { version, node: process.versions.node }, value: 1 }],
    },
  ]
}
