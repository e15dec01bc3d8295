import type {
  BoardField,
  BoardMeasure,
  Bucket,
  Grouping,
  Models,
  NextLever,
  SeriesAnswer,
  SeriesMeasure,
  Session,
  SessionRequest,
  Status,
  TeamDetail,
  Teams,
  Tokens,
} from '@podium/contracts'
import { createRequest, searchOf } from './request.ts'
import type { ShownBoard } from './shown-board.ts'

/** What every analytic answer can be asked for; the address of a page carries the same. */
export type WindowQuery = {
  from?: string
  to?: string
  range?: string
  tz?: string
  team?: readonly string[]
  model?: readonly string[]
  provider?: readonly string[]
}
type BoardQuery = WindowQuery & { measure: BoardMeasure; fields: readonly BoardField[] }
export type SeriesQuery = WindowQuery & {
  bucket?: Bucket
  measure?: SeriesMeasure
  by?: Grouping
  top?: number
}

export type Podium = ReturnType<typeof createPodium>

/** Every question that the page puts to its server. `base` is for tests: the page asks where it came from. */
export function createPodium(base = '') {
  const request = createRequest(base)
  const v1 = '/api/v1'
  const teamPath = (id: string) => `${v1}/teams/${encodeURIComponent(id)}`
  return {
    tokens: (signal: AbortSignal) => request<Tokens>('/tokens', { signal }),
    status: (signal: AbortSignal) => request<Status>(`${v1}/status`, { signal }),
    board: (query: BoardQuery, signal: AbortSignal) =>
      request<ShownBoard>(`${v1}/board`, { query, signal }),
    teams: (signal: AbortSignal) => request<Teams>(`${v1}/teams`, { signal }),
    team: (id: string, query: WindowQuery, signal: AbortSignal) =>
      request<TeamDetail>(teamPath(id), { query, signal }),
    nextLever: (id: string, query: WindowQuery, signal: AbortSignal) =>
      request<NextLever>(`${teamPath(id)}/next-lever`, { query, signal }),
    models: (query: WindowQuery, signal: AbortSignal) =>
      request<Models>(`${v1}/models`, { query, signal }),
    boardCsvUrl: (query: WindowQuery & { measure: BoardMeasure }) =>
      `${base}${v1}/export/board.csv${searchOf(query)}`,
    series: (query: SeriesQuery, signal: AbortSignal) =>
      request<SeriesAnswer>(`${v1}/series`, { query, signal }),
    session: (signal?: AbortSignal) =>
      request<Session>(`${v1}/session`, { ...(signal && { signal }) }),
    signIn: (body: SessionRequest) => request<Session>(`${v1}/session`, { method: 'POST', body }),
    signOut: () => request<undefined>(`${v1}/session`, { method: 'DELETE' }),
    liveUrl: `${base}${v1}/live`,
  }
}
