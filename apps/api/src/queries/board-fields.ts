import type { Board, BoardField, BoardRow } from '@podium/contracts'

/** A board whose rows hold nothing but what was asked for: of a thousand teams a viewer looks at few numbers. */
export function onlyFields(board: Board, fields: readonly BoardField[]): object {
  const asked = new Set<string>(fields)
  const hasSomeUsage = !asked.has('usage') && fields.some((field) => field.startsWith('usage.'))
  const toRow = ({ usage, ...row }: BoardRow): object => ({
    ...only({ ...row, usage }, (name) => asked.has(name)),
    ...(hasSomeUsage && { usage: only(usage, (name) => asked.has(`usage.${name}`)) }),
  })
  return { ...board, rows: board.rows.map(toRow), unranked: board.unranked.map(toRow) }
}

function only(parts: object, isAsked: (name: string) => boolean): object {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => isAsked(name)))
}
