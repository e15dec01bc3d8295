import { hashParts } from '../world/random.ts'
import { changeValues } from './changed-bodies.ts'
import type { Fault } from './fault.ts'
import { isRecord } from './map-json.ts'

/** Labels that break tables, sheets, pages and objects. Two are equal, two are empty. */
export const hostileNames: readonly (string | null)[] = [
  'Twins',
  'Twins',
  null,
  '',
  'x'.repeat(10_000),
  '\u202Egnp.exe\u202C',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '<img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '__proto__',
  'constructor',
  'line\r\nbreak\u0000null',
]

function nameFor(id: unknown): string | null {
  return hostileNames[hashParts(String(id)) % hostileNames.length] ?? null
}

/** The same team has the same hostile alias on every route. */
function rename(value: unknown, name: string): unknown {
  if (!isRecord(value)) return value
  if (name === 'entities') return renameEntities(value)
  if (name === 'model_groups') return renameKey(value, 'Workshop/Large-EU', '__proto__')
  if (value['model_group'] === 'Workshop/Large-EU') return { ...value, model_group: '__proto__' }
  if ('team_alias' in value && 'team_id' in value) {
    return { ...value, team_alias: nameFor(value['team_id']) }
  }
  return 'key_alias' in value ? { ...value, key_alias: nameFor(value['key_alias']) } : value
}

function renameEntities(entities: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entities).map(([id, entity]) => {
      if (!isRecord(entity) || !isRecord(entity['metadata'])) return [id, entity]
      const isNamed = 'team_alias' in entity['metadata']
      return [id, isNamed ? { ...entity, metadata: { team_alias: nameFor(id) } } : entity]
    }),
  )
}

function renameKey(map: Record<string, unknown>, from: string, to: string) {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key === from ? to : key, value]),
  )
}

export const hostileAliases: Fault = changeValues('U17', rename)
