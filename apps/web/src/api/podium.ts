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
import type { Question } from './questions.ts'
import type { ShownBoard } from './shown-board.ts'
import type { WindowQuery } from './window-query.ts'

type BoardQuery = WindowQuery & { measure: BoardMeasure | 'auto'; fields: readonly BoardField[] }

type Asked = Pick<Question<unknown>, 'name' | 'query'>

export type Podium = ReturnType<typeof createPodium>

const isStatus = answerWith<Status>({ version: 'text', sources: 'list', history: 'object' })
const isBoard = answerWith<ShownBoard>({ rows: 'list', unranked: 'list', idle: 'list' })
const isTeams = answerWith<Teams>({ teams: 'list' })
const isTeam = answerWith<TeamDetail>({ team: 'object', usage: 'object', keys: 'list' })
const isNextLever = answerWith<NextLever>({ team: 'object' })
const isModels = answerWith<Models>({ models: 'list' })
const isSession = answerWith<Session>({ ways: 'list' })

/** Every question that the page puts to its server. `base` is another server than the one that the page came from. */
export function createPodium(base = '', ask?: typeof fetch) {
  const request = createRequest(base, undefined, ask)
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
    boardFiles: (query: WindowQuery & { measure: BoardMeasure }) => ({
      csv: `${base}${v1}/export/board.csv${searchOf(query)}`,
      json: `${base}${v1}/board${searchOf(query)}`,
    }),
    /** Of the card of a team: it is one answer, and its models are a file. */
    teamFiles: (id: string, query: WindowQuery) => ({
      csv: `${base}${v1}/export/models.csv${searchOf({ ...query, team: [id] })}`,
      json: `${base}${teamPath(id)}${searchOf(query)}`,
    }),
    session: (signal?: AbortSignal) =>
      request(`${v1}/session`, isSession, { ...(signal && { signal }) }),
    signIn: (body: SessionRequest) => request(`${v1}/session`, isSession, { method: 'POST', body }),
    signOut: () => request(`${v1}/session`, isNothing, { method: 'DELETE' }),
    liveUrl: `${base}${v1}/live`,
    answer: <T>({ name, query, isAnswer }: Question<T>, signal: AbortSignal) =>
      request(`${v1}/${name}`, isAnswer, { query, signal }),
    answerUrl: ({ name, query }: Asked) => `${base}${v1}/${name}${searchOf(query)}`,
    fileUrl: ({ name, query }: Asked) =>
      `${base}${v1}/export/${name.replace('/', '-')}.csv${searchOf(query)}`,
  }
}
