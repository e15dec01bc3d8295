import type {
  BoardField,
  BoardMeasure,
  Models,
  NextLever,
  Session,
  SessionRequest,
  Status,
  TeamDetail,
  Teams,
} from '@podium/contracts'
import { answerWith, isNothing } from './guards.ts'
import { createRequest, searchOf } from './request.ts'
import type { ShownBoard } from './shown-board.ts'

/** What every analytic answer can be asked for; the address of a page carries the same. */
export type WindowQuery = {
  from?: string
  to?: string
  range?: string
  tz?: string
  basis?: 'minutes' | 'days' | 'auto'
  team?: readonly string[]
  model?: readonly string[]
  provider?: readonly string[]
}
type BoardQuery = WindowQuery & { measure: BoardMeasure; fields: readonly BoardField[] }

export type Podium = ReturnType<typeof createPodium>

const isStatus = answerWith<Status>({ version: 'text', sources: 'list', history: 'object' })
const isBoard = answerWith<ShownBoard>({ rows: 'list', unranked: 'list', idle: 'list' })
const isTeams = answerWith<Teams>({ teams: 'list' })
const isTeam = answerWith<TeamDetail>({ team: 'object', usage: 'object', keys: 'list' })
const isNextLever = answerWith<NextLever>({ team: 'object' })
const isModels = answerWith<Models>({ models: 'list' })
const isSession = answerWith<Session>({ ways: 'list' })

/** Every question that the page puts to its server. `base` is another server than the one that the page came from. */
export function createPodium(base = '') {
  const request = createRequest(base)
  const v1 = '/api/v1'
  const teamPath = (id: string) => `${v1}/teams/${encodeURIComponent(id)}`
  return {
    status: (signal: AbortSignal) => request(`${v1}/status`, isStatus, { signal }),
    board: (query: BoardQuery, signal: AbortSignal) =>
      request(`${v1}/board`, isBoard, { query, signal }),
    teams: (signal: AbortSignal) => request(`${v1}/teams`, isTeams, { signal }),
    team: (id: string, query: WindowQuery, signal: AbortSignal) =>
      request(teamPath(id), isTeam, { query, signal }),
    nextLever: (id: string, query: WindowQuery, signal: AbortSignal) =>
      request(`${teamPath(id)}/next-lever`, isNextLever, { query, signal }),
    models: (query: WindowQuery, signal: AbortSignal) =>
      request(`${v1}/models`, isModels, { query, signal }),
    boardCsvUrl: (query: WindowQuery & { measure: BoardMeasure }) =>
      `${base}${v1}/export/board.csv${searchOf(query)}`,
    session: (signal?: AbortSignal) =>
      request(`${v1}/session`, isSession, { ...(signal && { signal }) }),
    signIn: (body: SessionRequest) => request(`${v1}/session`, isSession, { method: 'POST', body }),
    signOut: () => request(`${v1}/session`, isNothing, { method: 'DELETE' }),
    liveUrl: `${base}${v1}/live`,
  }
}
