import type { Transaction } from 'kysely'
import type { CellName } from '../../domain/cell.ts'
import { goneAfter } from '../../domain/listings.ts'
import { giveMarks, hasMark, type TakenMark } from '../../domain/team-mark.ts'
import { CellMap } from '../../ledger/cell-map.ts'
import type { Schema } from '../schema.ts'

/** Our ids of one cell's parts. */
export type CellIds = { id: number; team: number; model: number }

export type Located<Item> = { item: Item; ids: CellIds }

type Trx = Transaction<Schema>

/** The ids of all names, in memory while one collector writes: nobody else gives out new ones. */
export class IdRegistry {
  readonly #teams = new Map<string | null, number>()
  readonly #models = new Map<string, number>()
  readonly #keys = new Map<string, number>()
  readonly #cells = new CellMap<CellIds>()
  readonly #named = new Map<number, CellName>()

  static async load(trx: Trx): Promise<IdRegistry> {
    const names = new IdRegistry()
    const teams = await trx.selectFrom('team').select(['id', 'team_id']).execute()
    for (const { id, team_id: teamId } of teams) names.#teams.set(teamId, id)
    const models = await trx.selectFrom('model').select(['id', 'name']).execute()
    for (const { id, name } of models) names.#models.set(name, id)
    const keys = await trx.selectFrom('key').select(['id', 'key']).execute()
    for (const { id, key } of keys) names.#keys.set(key, id)
    const cells = await trx
      .selectFrom('cell')
      .innerJoin('team', 'team.id', 'cell.team')
      .innerJoin('model', 'model.id', 'cell.model')
      .innerJoin('key', 'key.id', 'cell.key')
      .select(['cell.id', 'cell.team', 'cell.model', 'team.team_id', 'model.name', 'key.key'])
      .execute()
    for (const { id, team, model, team_id: teamId, name, key } of cells)
      names.#remember({ teamId, model: name, key }, { id, team, model })
    return names
  }

  #remember(name: CellName, ids: CellIds): void {
    this.#cells.set(name, ids)
    this.#named.set(ids.id, name)
  }

  /** How many teams, models and keys are known. */
  count(): number {
    return this.#teams.size + this.#models.size + this.#keys.size
  }

  /** `undefined` is a cell that nothing was ever booked for. */
  find(name: CellName): CellIds | undefined {
    return this.#cells.get(name)
  }

  nameOf(id: number): CellName {
    const name = this.#named.get(id)
    if (name === undefined) throw new Error(`No cell has the id ${id}`)
    return name
  }

  async teams(
    trx: Trx,
    teamIds: Iterable<string | null>,
  ): Promise<(teamId: string | null) => number> {
    const fresh = give(this.#teams, teamIds, 0)
    if (fresh.length === 0) return lookUp(this.#teams)
    const marked = fresh.filter(([teamId]) => hasMark(teamId))
    const marks = giveMarks(await takenMarks(trx), marked.length)
    const markOf = new Map(marked.map(([, id], index) => [id, marks[index]]))
    const values = fresh.map(([team_id, id]) => ({ id, team_id, mark: markOf.get(id) ?? null }))
    await inChunks(values, (chunk) => trx.insertInto('team').values(chunk).execute())
    return lookUp(this.#teams)
  }

  async models(trx: Trx, models: Iterable<string>): Promise<(model: string) => number> {
    const values = give(this.#models, models, 1).map(([name, id]) => ({ id, name }))
    await inChunks(values, (chunk) => trx.insertInto('model').values(chunk).execute())
    return lookUp(this.#models)
  }

  async keys(trx: Trx, keys: Iterable<string>): Promise<(key: string) => number> {
    const values = give(this.#keys, keys, 1).map(([key, id]) => ({ id, key }))
    await inChunks(values, (chunk) => trx.insertInto('key').values(chunk).execute())
    return lookUp(this.#keys)
  }

  /** Every item beside the ids of its cell; a cell that has none yet is given some. */
  async cells<Item extends CellName>(trx: Trx, items: readonly Item[]): Promise<Located<Item>[]> {
    const known = items.map((item) => ({ item, ids: this.find(item) }))
    if (known.every(isLocated)) return known
    await this.#addCells(trx, items)
    return this.cells(trx, items)
  }

  async #addCells(trx: Trx, names: readonly CellName[]): Promise<void> {
    const team = await this.teams(trx, new Set(names.map(({ teamId }) => teamId)))
    const model = await this.models(trx, new Set(names.map((name) => name.model)))
    const key = await this.keys(trx, new Set(names.map((name) => name.key)))
    const values: { id: number; team: number; model: number; key: number }[] = []
    for (const name of names) {
      if (this.find(name) !== undefined) continue
      const ids = { id: this.#cells.size + 1, team: team(name.teamId), model: model(name.model) }
      this.#remember(name, ids)
      values.push({ ...ids, key: key(name.key) })
    }
    await inChunks(values, (chunk) => trx.insertInto('cell').values(chunk).execute())
  }
}

function isLocated<Item>(each: { item: Item; ids: CellIds | undefined }): each is Located<Item> {
  return each.ids !== undefined
}

async function takenMarks(trx: Trx): Promise<TakenMark[]> {
  const rows = await trx.selectFrom('team').select(['mark', 'missing']).execute()
  return rows.flatMap(({ mark, missing }) =>
    mark === null ? [] : [{ mark, isGone: missing >= goneAfter }],
  )
}

/** New ids for what has none. Names are never forgotten, so their count is the highest id. */
function give<Name>(
  ids: Map<Name, number>,
  wanted: Iterable<Name>,
  first: 0 | 1,
): [Name, number][] {
  const given: [Name, number][] = []
  for (const name of wanted) {
    if (ids.has(name)) continue
    const id = ids.size + first
    ids.set(name, id)
    given.push([name, id])
  }
  return given
}

function lookUp<Name>(ids: ReadonlyMap<Name, number>): (name: Name) => number {
  return (name) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error('A name has to be given an id first')
    return id
  }
}

/** Below every engine's limit on parameters. */
const chunkRows = 1000

async function inChunks<Row>(rows: readonly Row[], insert: (chunk: Row[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += chunkRows)
    await insert(rows.slice(start, start + chunkRows))
}
