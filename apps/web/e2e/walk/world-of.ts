import { BoardField, type Board, type BoardMeasure } from '@podium/contracts'
import type { Status, TeamDetail, UsageAnswer } from '@podium/contracts'
import { onlyFields } from '../../../api/src/queries/board-fields.ts'
import { boardOf } from './board-of.ts'
import { budgetsOf } from './budgets-of.ts'
import type { Cast } from './cast.ts'
import { hoursOf, matrixOf, modelsOf } from './models-of.ts'
import { seriesOf } from './series-of.ts'
import type { Answer, World } from './serve-world.ts'
import { statusOf } from './status-of.ts'
import { inferenceAnswer } from './inference-of.ts'
import { raceOf } from './race-of.ts'
import { nextLeverOf, teamOf } from './team-of.ts'
import { usageAnswerOf } from './usage-answer-of.ts'

/** Where a world differs from one in which all is well. */
export type Twist = {
  status?: (now: number) => Partial<Status>
  board?: (board: Board) => Partial<Board>
  team?: (team: TeamDetail) => Partial<TeamDetail>
  usage?: (usage: UsageAnswer) => Partial<UsageAnswer>
  /** By path: told instead of anything else. */
  instead?: Readonly<Record<string, Answer>>
}

const ok = (body: unknown): Answer => ({ status: 200, body })
export const problem = (status: number, detail: string): Answer => ({
  status,
  body: { type: 'about:blank', title: 'x', status, detail },
})

/** A server with these teams. Each time it is asked everybody has a little more, as on a day of work. */
export function worldOf(cast: Cast, twist: Twist = {}, clock: () => number = Date.now): World {
  return (url, times) => {
    const now = clock()
    const path = url.pathname.replace('/api/v1', '')
    const instead = twist.instead?.[path]
    if (instead !== undefined) return instead
    if (path === '/live') return 'stream'
    if (path === '/status') return ok({ ...statusOf(now), ...twist.status?.(now) })
    if (path === '/session') return ok({ role: 'viewer', via: 'open', ways: ['token'] })
    if (path === '/teams') return ok({ data_version: 1, teams: cast })
    if (path === '/models') return ok(modelsOf(now))
    if (path === '/usage') {
      const usage = usageAnswerOf(url.searchParams, cast, now)
      return ok({ ...usage, ...twist.usage?.(usage) })
    }
    if (path === '/series') return ok(seriesOf(url.searchParams, cast, now))
    if (path === '/matrix') return ok(matrixOf(url.searchParams, cast, now))
    if (path === '/hours') return ok(hoursOf(now))
    if (path === '/budgets') return ok(budgetsOf(cast, now))
    if (path === '/board') {
      const measure = measureOf(url.searchParams.get('measure'))
      const board = boardOf({ cast, measure, growth: 1 + 0.013 * times, now })
      const told: Board = { ...board, ...twist.board?.(board) }
      const fields = url.searchParams.getAll('fields').map((name) => BoardField.parse(name))
      return ok(fields.length === 0 ? told : onlyFields(told, fields))
    }
    const ofEngines = inferenceAnswer(path, url, now)
    if (ofEngines !== undefined) return ok(ofEngines)
    if (path === '/race') {
      const measure = measureOf(url.searchParams.get('measure'))
      const board = boardOf({ cast, measure, growth: 1, now })
      return ok(raceOf({ ...board, ...twist.board?.(board) }, url.searchParams.getAll('own'), now))
    }
    const [, id, more] = /^\/teams\/([^/]+)(\/next-lever)?$/.exec(path) ?? []
    const index = cast.findIndex((team) => team.id === id)
    const team = cast[index]
    if (team === undefined) return problem(404, 'There is no such team.')
    if (more !== undefined) return ok(nextLeverOf(team, now))
    const detail = teamOf(team, index + 1, cast.length, now)
    return ok({ ...detail, ...twist.team?.(detail) })
  }
}

function measureOf(text: string | null): BoardMeasure {
  const measures = ['tokens', 'spend', 'requests', 'success', 'efficiency', 'momentum', 'score']
  const isKnown = (name: string): name is BoardMeasure => measures.includes(name)
  if (text === 'auto') return 'score'
  return text !== null && isKnown(text) ? text : 'tokens'
}
