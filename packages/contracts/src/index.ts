export { Problem } from './problem.ts'
export { Tokens, TokensTeam, TokensKey, TokensModel } from './tokens.ts'
export {
  Amount,
  CorrectionStatus,
  DayStatus,
  NoteStatus,
  SourceReason,
  SourceState,
  SourceStatus,
  Status,
} from './status.ts'
export { LiveData, LiveHello } from './live.ts'
