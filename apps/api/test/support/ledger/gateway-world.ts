import type { Counters, DayActivity, DaySource } from '@podium/litellm-client'
import { mapCounters, isInDollars } from '../../../src/domain/counters.ts'
import { answerOf, upsert, type Row } from './gateway-rows.ts'

export type Noise = 'none' | 'rows lost' | 'rows twice' | 'models ahead'
export type Look = { noise: Noise; mostKeys: number }

export const teamIds = ['red', 'blue', 'team,with "signs"', 'other', null] as const
export const keyNames = ['k0', 'k1', 'k2', 'k3', 'other', '', 'litellm_proxy_master_key'] as const
export const modelNames = ['large', 'small', 'other', null] as const

/** The gateway's own table, and the ways in which it changes and is shown. */
export function createGatewayWorld() {
  const rowsOf = new Map<string, Row[]>()
  const teamOf = new Map<string, string | null>()
  let alias: string | null = 'first name'
  let source: DaySource = 'aggregated'
  let turn = 0

  const rows = (day: string) => rowsOf.get(day) ?? rowsOf.set(day, []).get(day) ?? []

  function shown(day: string, noise: Noise): Row[] {
    const all = rows(day)
    if (noise === 'rows lost') return all.filter((_, index) => index % 3 !== turn % 3)
    if (noise === 'rows twice')
      return all.flatMap((row, index) => (index % 3 === 0 ? [row, row] : [row]))
    return all
  }

  return {
    rows,
    moveKey: (key: string, teamId: string | null) => void teamOf.set(key, teamId),
    rename: (name: string | null) => void (alias = name),
    flip: (kind: DaySource) => void (source = kind),
    source: () => source,
    /** A request whose counts become readable now; its key's present team is written with it. */
    count: (day: string, key: string, model: string | null, counters: Counters): Row => {
      const row = { teamId: teamOf.get(key) ?? null, key, model, counters }
      upsert(rows(day), row)
      return row
    },
    /** A database that lost something. */
    lower: (day: string, which: number, share: number): void => {
      const all = rows(day)
      const row = all[which % Math.max(1, all.length)]
      if (row === undefined) return
      const counters = mapCounters((name) =>
        isInDollars(name) ? row.counters[name] * share : Math.floor(row.counters[name] * share),
      )
      all[all.indexOf(row)] = { ...row, counters }
    },
    answer: (day: string, { noise, mostKeys }: Look): DayActivity => {
      const view = { source, alias, mostKeys, turn: turn++ }
      const answer = answerOf(day, shown(day, noise), view)
      if (noise !== 'models ahead') return answer
      return { ...answer, models: answerOf(day, shown(day, 'rows twice'), view).models }
    },
    alone: (day: string, teamId: string): DayActivity =>
      answerOf(
        day,
        rows(day).filter((row) => row.teamId === teamId),
        { source, alias, mostKeys: Infinity, turn: turn++ },
      ),
  }
}

export type GatewayWorld = ReturnType<typeof createGatewayWorld>
