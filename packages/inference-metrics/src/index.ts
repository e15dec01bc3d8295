export { parseExposition, type Parsed } from './exposition/parse-exposition.ts'
export { defaultLimits, type Limits } from './exposition/limits.ts'
export type { Exposition, FamilyType, Labels, Sample } from './exposition/exposition.ts'
export { readEngine, type EngineRead } from './engines/read-engine.ts'
export { engines, type EngineKind } from './engines/table.ts'
export { followEngine, type EngineState, type ModelSample } from './engines/follow-engine.ts'
export type { EngineReading, Gauges, ModelReading } from './engines/engine-reading.ts'
export type { Adapter, Ask } from './engines/adapter.ts'
export type { Details } from './engines/details.ts'
export type { FigureName } from './engines/figure-names.ts'
export type { Missing, MissingReason } from './engines/missing.ts'
export { addIncreases, unknownIncrease, type Increase } from './counters/increase.ts'
export { mergeDistributions } from './counters/merge-distributions.ts'
export type { CounterName, LatencyName } from './counters/names.ts'
export type { Distribution } from './counters/series.ts'
export { latencyOf, type Latency } from './quantiles/latency.ts'
export { quantileOf, type Quantile } from './quantiles/quantile.ts'
export { windowOf, type Scrape, type Window } from './windows/window.ts'
export { isStale, staleAfter } from './windows/stale.ts'
export { isGap } from './windows/gap.ts'
export { spanOf, sumOf, type Span } from './figures/span.ts'
export { figuresOf, type Part } from './figures/figures-of.ts'
export type { Figures } from './figures/figures.ts'
export type { GpuKind, GpuReading, MigInstance } from './gpus/gpu-reading.ts'
export { gpuId } from './gpus/gpu-id.ts'
export { nvidiaSmiArguments, readNvidiaSmi } from './gpus/nvidia-smi-csv.ts'
export { readNvidiaSmiXml } from './gpus/nvidia-smi-xml.ts'
export { readGpus, type GpusRead } from './gpus/read-gpus.ts'
export { mergeGpus, type GpuAnswer, type MergedGpu } from './gpus/merge-gpus.ts'
export { gpuEnergy, type GpuEnergy, type PowerSample } from './energy/gpu-energy.ts'
export { idleWatts, isBusy, type Activity } from './energy/idle-watts.ts'
export { carbonCodes, carbonIntensity, type CarbonIntensity } from './energy/carbon-intensity.ts'
export { type Hosted, type HostedModel } from './energy/hosted.ts'
export {
  modelEnergy,
  type GpuOfModel,
  type ModelEnergy,
  type ModelUse,
} from './energy/model-energy.ts'
export type { EnergyState } from './energy/energy-state.ts'
export type { Inputs } from './energy/prices.ts'
export { judge, type Standing } from './verdict/judge.ts'
export { modelTick, type EngineAtTick, type ModelTick } from './verdict/model-tick.ts'
export {
  goalsOf,
  verdictStates,
  type Advice,
  type Evidence,
  type Goals,
  type Verdict,
  type VerdictState,
} from './verdict/verdict.ts'
export { makersOf, type Maker } from './verdict/makers.ts'
