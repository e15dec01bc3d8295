import type { Access } from '../../access/create-access.ts'
import type { Hub } from '../../live/hub.ts'
import type { InferenceContext } from '../../queries/inference/context.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import type { CollectorView } from '../../queries/status.ts'
import type { Store } from '../../store/open-store.ts'
import type { Role } from '../../access/visitor.ts'

/** Everything that a route may use. */
export type RouteDependencies = Omit<InferenceContext, 'store' | 'about'> & {
  store: QueryContext['store'] & Pick<Store, 'isMigrated'>
  about: { demo: boolean; version: string; pollSeconds: number; historyDays: number }
  /** What the process knows of its collector. */
  collectorState: CollectorView & { dataVersion: () => number }
  access: Access
  hub: Hub
  livePerAddress: number
  isDraining: () => boolean
  measure: () => Promise<string>
  metricsAccess: Role | 'anyone'
  now: () => number
  random: () => number
}
