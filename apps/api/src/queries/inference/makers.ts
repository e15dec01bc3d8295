import type { Makers } from '@podium/contracts'
import { makersOf } from '@podium/inference-metrics'
import { nameTeams } from '../../analytics/team-names.ts'
import { runningMinute } from '../../domain/inference/cut-known.ts'
import type { InferenceContext } from './context.ts'
import { readLoads } from './load.ts'

/** The load of so long says who makes it. */
const spanSeconds = 15 * 60

/** Who makes the load of each model now; `null` of one that no public model leads to. */
export async function readMakers(
  context: InferenceContext,
): Promise<(model: string) => Makers | null> {
  const { store, publicIds, inference } = context
  const minute = runningMinute(inference.known())
  if (minute === null) return () => null
  const [models, stored] = await Promise.all([store.models(), store.teams()])
  const to = minute + 60
  const span = { from: to - spanSeconds, to }
  const teams = nameTeams(stored, publicIds)
  const { loads } = await readLoads(context, span, { models, teams })
  return (model) => {
    const load = loads.find((one) => one.model === model)
    if (load === undefined || load.public_models.length === 0) return null
    const { teams: chosen, share } = makersOf(
      load.teams.flatMap(({ team, share: part }) =>
        team === null || part === null ? [] : [{ id: team.id, name: team.name, share: part }],
      ),
    )
    return { teams: [...chosen], share }
  }
}
