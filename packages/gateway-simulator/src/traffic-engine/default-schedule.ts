import { temperaments } from '../world/temperament.ts'
import { createUuid } from '../world/identifiers.ts'
import { createTeam } from '../world/records.ts'
import { addPlayer, dashboardTeamId } from '../world/world.ts'
import type { Player, World } from '../world/world.ts'
import type { ScheduledHappening } from './happenings.ts'

const hour = 3_600_000

/** Adds what every real gateway sees: traffic without a team, its own UI, somebody with a mistyped key. */
export function addOddPlayers(world: World, seed: number): void {
  const [temperament] = temperaments
  if (temperament === undefined) return
  const odd = { temperament: { ...temperament, pace: 0.25 }, size: 1, dayShift: 0 }
  addPlayer(world, seed, { ...odd, id: 'smoke-test', teamId: null, aliases: ['smoke-test'] })
  addPlayer(world, seed, {
    ...odd,
    id: 'dashboard',
    teamId: dashboardTeamId,
    temperament: { ...temperament, pace: 0.1 },
    aliases: ['ui session'],
  })
  const frugal = world.players[4]
  if (frugal !== undefined) addShoestring(world, seed, frugal)
  const stranger: Player = {
    ...odd,
    id: 'stranger',
    teamId: null,
    temperament: { ...temperament, pace: 0.05 },
    keys: [
      {
        token: createUuid(seed, 'stranger').replaceAll('-', '').repeat(2),
        weight: 1,
        untilMs: Infinity,
      },
    ],
  }
  world.players.push(stranger)
}

/** Adds a laptop whose key has spent its budget after some hours, and which goes on trying. */
function addShoestring(world: World, seed: number, { teamId, temperament }: Player): void {
  const { keys } = addPlayer(world, seed, {
    id: 'shoestring',
    teamId,
    temperament: { ...temperament, models: [['gpt-5-mini', 1]], pace: 0.15, burstFactor: 1 },
    size: 1,
    dayShift: 0,
    aliases: ['shoestring'],
  })
  for (const { token } of keys) {
    const key = world.keys.get(token)
    if (key !== undefined) key.maxBudget = 0.02
  }
}

/** Adds a team that is deleted after two hours, and plans what else happens to teams and keys. */
export function planHappenings(world: World, seed: number, speed: number): ScheduledHappening[] {
  const at = (hours: number) => world.startsAt + (hours * hour) / speed
  const [first, second, third, fourth] = world.players
  const rehearsal = createUuid(seed, 'team', 'rehearsal')
  const [temperament] = temperaments
  if (temperament === undefined) return []
  world.teams.set(
    rehearsal,
    createTeam({ id: rehearsal, alias: 'Dress Rehearsal', createdAtMs: world.startsAt - hour }),
  )
  const player = addPlayer(world, seed, {
    id: 'rehearsal',
    teamId: rehearsal,
    temperament,
    size: 0.5,
    dayShift: 0,
    aliases: ['rehearsal-notebook'],
  })
  for (const key of player.keys) key.untilMs = at(2.25)
  const plan: ScheduledHappening[] = [
    { atMs: at(2), happening: { kind: 'delete team', teamId: rehearsal } },
  ]
  if (fourth !== undefined && fourth.teamId !== null) {
    const alias = `Formerly ${world.teams.get(fourth.teamId)?.alias ?? 'Nobody'}`
    plan.push({ atMs: at(5), happening: { kind: 'rename team', teamId: fourth.teamId, alias } })
  }
  const moved = second?.keys.at(-1)
  if (moved !== undefined && first !== undefined) {
    plan.push({
      atMs: at(7),
      happening: { kind: 'move key', token: moved.token, teamId: first.teamId },
    })
  }
  const dropped = third?.keys.at(-1)
  if (dropped !== undefined) {
    dropped.untilMs = at(9.25)
    plan.push({ atMs: at(9), happening: { kind: 'delete key', token: dropped.token } })
  }
  return plan
}
