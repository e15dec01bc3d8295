import { abbreviateSecret, createSecret, createUuid, hashSecret } from './identifiers.ts'
import { createRandom, drawInteger, drawOne } from './random.ts'
import type { Random } from './random.ts'
import { createKey, createTeam } from './records.ts'
import type { Key, Team, User } from './records.ts'
import { nameTeam } from './team-names.ts'
import { temperaments } from './temperament.ts'
import type { Temperament } from './temperament.ts'

export const dashboardTeamId = 'litellm-dashboard'

/** Somebody who sends requests: a team with its laptops and agents, or one of the odd ones without a team. */
export interface Player {
  id: string
  teamId: string | null
  temperament: Temperament
  /** Multiplies the pace: some teams are simply bigger. */
  size: number
  /** Hours by which this team's day is shifted against the workshop's. */
  dayShift: number
  keys: SenderKey[]
}

export interface SenderKey {
  token: string
  /** Share of the work, against the sender's other keys. */
  weight: number
  /** When the sender stops using this key: later than the gateway deletes it, so that some requests fail. */
  untilMs: number
}

export interface World {
  startsAt: number
  masterKey: string
  masterToken: string
  teams: Map<string, Team>
  keys: Map<string, Key>
  users: Map<string, User>
  players: Player[]
  isDatabaseLost: boolean
}

export interface WorldOptions {
  seed: number
  teams: number
  startsAt: number
  masterKey: string
}

const hour = 3_600_000
const day = 24 * hour
const keyAliases = ['notebook', 'agent-loop', 'laptop', 'ci', 'demo-app', 'bench']
const budgets = [40, 50, 60, 75, 100]

export function createWorld(options: WorldOptions): World {
  const world: World = {
    startsAt: options.startsAt,
    masterKey: options.masterKey,
    masterToken: hashSecret(options.masterKey),
    teams: new Map(),
    keys: new Map(),
    users: new Map([
      ['default_user_id', { id: 'default_user_id', role: 'proxy_admin', teamIds: [] }],
    ]),
    players: [],
    isDatabaseLost: false,
  }
  for (let index = 0; index < options.teams; index++) addTeamPlayer(world, options.seed, index)
  return world
}

function addTeamPlayer(world: World, seed: number, index: number): void {
  const random = createRandom(seed, 'team', index)
  const alias = nameTeam(index)
  const id = createUuid(seed, 'team', index)
  world.teams.set(
    id,
    createTeam({
      id,
      alias,
      createdAtMs: world.startsAt - 24 * hour - index * 61_000,
      maxBudget: index === 0 || random() < 0.8 ? (drawOne(random, budgets) ?? null) : null,
      ...describeBudget(world.startsAt, index),
    }),
  )
  addPlayer(world, seed, {
    id: `team-${index}`,
    teamId: id,
    temperament: drawTemperament(index, random),
    size: 0.7 + random() * 0.6,
    dayShift: Math.round((random() - 0.5) * 3),
    aliases: keyAliases
      .slice(0, drawInteger(random, 2, 3))
      .map((key) => `${slug(alias)}-${key}-${index}`),
  })
}

/** Some budgets begin anew each week or day, at UTC midnight. */
function describeBudget(startsAt: number, index: number) {
  const midnight = (Math.floor(startsAt / day) + 1) * day
  if (index === 0) {
    const untilMonday = (8 - new Date(midnight).getUTCDay()) % 7
    return { budgetDuration: '7d', budgetResetAtMs: midnight + untilMonday * day }
  }
  return index === 3 ? { budgetDuration: '1d', budgetResetAtMs: midnight } : {}
}

function drawTemperament(index: number, random: Random): Temperament {
  const at = index < temperaments.length ? index : drawInteger(random, 0, temperaments.length - 1)
  const temperament = temperaments[at]
  if (temperament === undefined) throw new RangeError(`No temperament ${at}`)
  return temperament
}

/** Adds a sender with one key for each alias; the first key does most of the work. */
export function addPlayer(
  world: World,
  seed: number,
  { aliases, ...player }: Omit<Player, 'keys'> & { aliases: string[] },
): Player {
  const keys = aliases.map((alias, at) => {
    const secret = createSecret(seed, 'key', player.id, at)
    const token = hashSecret(secret)
    const createdAtMs = world.startsAt - 23 * hour
    world.keys.set(
      token,
      createKey({
        token,
        name: abbreviateSecret(secret),
        alias,
        teamId: player.teamId,
        createdAtMs,
      }),
    )
    return { token, weight: 1 / (at + 1), untilMs: Infinity }
  })
  const added: Player = { ...player, keys }
  world.players.push(added)
  return added
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}

/** The team, unless it is deleted. */
export function findTeam(world: World, id: string | null): Team | undefined {
  const team = id === null ? undefined : world.teams.get(id)
  return team?.deletedAtMs === null ? team : undefined
}

export function findKey(world: World, token: string): Key | undefined {
  const key = world.keys.get(token)
  return key?.deletedAtMs === null ? key : undefined
}
