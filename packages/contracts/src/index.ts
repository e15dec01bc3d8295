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
export { BoardMeasure, MatrixMeasure, SeriesMeasure } from './measure.ts'
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
export { Bucket, Grouping, Series, SeriesAnswer, SeriesLine } from './series.ts'
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
export { LiveData, LiveHello, LiveStatus } from './live.ts'
export { Session, SessionRequest } from './session.ts'
