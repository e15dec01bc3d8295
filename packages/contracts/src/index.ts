export { Problem } from './problem.ts'
export {
  Coverage,
  CompatLeaderboard,
  CompatCostEfficiency,
  CompatHourly,
  CompatKey,
  CompatModel,
  CompatModels,
  CompatSuccessRate,
  CompatTeam,
  CompatTimeseries,
} from './compat.ts'
export { BoardMeasure, MatrixMeasure, RatioMeasure, SeriesMeasure, SumMeasure } from './measure.ts'
export { Balance } from './balance.ts'
export { Before, Change, UnknownBecause } from './before.ts'
export { UsageAnswer, UsageRow } from './usage-answer.ts'
export { Usage } from './usage.ts'
export { Window } from './window.ts'
export {
  Board,
  BoardField,
  BoardRow,
  Budget,
  Score,
  ScorePart,
  ScoreParts,
  TeamName,
} from './board.ts'
export { Badge, NextLever, TeamDetail, Teams, UsageOfKey, UsageOfModel } from './teams.ts'
export { ChartLine, Hole, SeriesAnswer } from './chart.ts'
export { BudgetRow, Budgets } from './budgets.ts'
export { Race, RaceLine, RaceMeasure } from './race.ts'
export { Bucket, Grouping, Series, SeriesLine } from './series.ts'
export { Hours, ListPrice, Matrix, ModelRow, Models } from './models.ts'
export { Amount, LeftOut, LeftOutAmount } from './amount.ts'
export {
  CorrectionStatus,
  DayReconciliation,
  DayStatus,
  NoteStatus,
  Reconciliation,
  SourceReason,
  SourceState,
  SourceStatus,
  DriftCause,
  SpendDrift,
  Status,
  StoreState,
} from './status.ts'
export { LiveData, LiveHello, LiveInference, LiveStatus } from './live.ts'
export {
  Inference,
  InferenceEngine,
  InferenceModel,
  MissingFigure,
  ScrapeWindow,
} from './inference.ts'
export { InferenceFigures, Latency, Quantile } from './inference-figures.ts'
export { EnergyState, ModelEnergy } from './inference-energy.ts'
export {
  Makers,
  ModelVerdict,
  VerdictAdvice,
  VerdictEvidence,
  VerdictState,
} from './inference-verdict.ts'
export {
  GpuMetric,
  GpuSeries,
  GpuSeriesLine,
  InferenceBucket,
  InferenceMetric,
  InferenceSeries,
  InferenceSeriesLine,
  MetricUnit,
} from './inference-series.ts'
export { Gpu, Gpus, GpuSource } from './gpus.ts'
export { InferenceLoad, LoadOfModel, LoadOfTeam } from './inference-load.ts'
export { Session, SessionRequest } from './session.ts'
