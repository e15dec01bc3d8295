import type { InferenceModel, Makers, ModelVerdict } from '@podium/contracts'
import { figuresOf, type Part, type Verdict } from '@podium/inference-metrics'
import { servedOf } from '../../domain/inference/fresh.ts'
import { describeEnergy } from './describe-energy.ts'
import { describeFigures } from './describe-figures.ts'
import { energyOfModel } from './energy-of-model.ts'
import type { Facts } from './facts.ts'
import { instantOf } from './instant.ts'
import { noPart, partOf } from './part-of-row.ts'

type Asked = { windowMs: number; makersOf: (model: string) => Makers | null }

/** One model over all engines that serve it; a stale one adds nothing. */
export function describeModel(
  name: string,
  facts: Facts,
  { windowMs, makersOf }: Asked,
): InferenceModel {
  const rows = facts.rows.filter((row) => row.name === name)
  const parts = rows.flatMap((row) => partOf(row, facts, windowMs) ?? [])
  const energy = energyOfModel(name, facts, { windowMs, meanRunning: meanRunningOf(parts) })
  const verdict = facts.known.verdicts.get(name)
  return {
    model: name,
    public_models: [
      ...new Set(rows.flatMap((row) => facts.publicModels.of(servedOf(row)))),
    ].toSorted(),
    engines: rows.map(({ engine }) => engine.id),
    figures: describeFigures(figuresOf(parts.length === 0 ? [noPart] : parts)),
    verdict: verdict === undefined ? pending : describeVerdict(verdict, makersOf(name)),
    energy: describeEnergy(energy),
  }
}

/** All replicas together. */
function meanRunningOf(parts: readonly Part[]): number | null {
  const means = parts.map(({ span }) => span?.meanRunning ?? null)
  if (parts.length === 0 || means.includes(null)) return null
  return means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0)
}

/** Before the first tick no engine has been asked. */
const pending: ModelVerdict = {
  ...{ state: 'pending', reason: null, since: null },
  ...{ evidence: [], makers: null, advice: [] },
}

function describeVerdict(verdict: Verdict, makers: Makers | null): ModelVerdict {
  return {
    ...verdict,
    since: instantOf(verdict.since),
    evidence: [...verdict.evidence],
    advice: [...verdict.advice],
    makers,
  }
}
