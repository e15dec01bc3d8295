import { isRecord, mapJson } from './map-json.ts'
import type { Fault, FaultContext } from './fault.ts'

/** Rewrites the text of the genuine answer and keeps its status and type. */
function changeText(matrix: string, change: (text: string) => string | Uint8Array): Fault {
  return {
    matrix,
    respond: async ({ genuine }: FaultContext) => {
      const answer = await genuine()
      const changed = change(await answer.text())
      const type = answer.headers.get('content-type') ?? 'application/json'
      return new Response(typeof changed === 'string' ? changed : Uint8Array.from(changed), {
        status: answer.status,
        headers: { 'content-type': type },
      })
    },
  }
}

/** Rewrites every value of the genuine answer, innermost first. */
export function changeValues(
  matrix: string,
  change: (value: unknown, name: string) => unknown,
): Fault {
  return changeText(matrix, (text) => JSON.stringify(mapJson(JSON.parse(text), change)))
}

/** Puts a literal that JSON.stringify cannot write where the first spend or budget stands. */
function changeMoney(matrix: string, literal: string): Fault {
  return changeText(matrix, (text) =>
    text.replaceAll(/"(spend|input_cost_per_token)":(null|[-+.\deE]+)/g, `"$1":${literal}`),
  )
}

/** Maps from ids to things. They get no extra field, which would be one more thing. */
const mapsById = new Set([
  'entities',
  'models',
  'model_groups',
  'providers',
  'endpoints',
  'mcp_servers',
  'guardrails',
  'api_keys',
  'api_key_breakdown',
  'entity_total_api_keys',
])

function addField(value: unknown, name: string): unknown {
  if (!isRecord(value) || mapsById.has(name)) return value
  return { ...value, brand_new_field: { nested: [1, 'two', null] } }
}

const encoder = new TextEncoder()

/** Puts bytes that are not UTF-8 before the first name. */
function breakEncoding(text: string): Uint8Array {
  const at = text.search(/(?<="(team_alias|key_alias|model_name|model_group)":")/)
  const split = at === -1 ? text.length : at
  return Uint8Array.from([
    ...encoder.encode(text.slice(0, split)),
    0xc3,
    0x28,
    0xff,
    ...encoder.encode(text.slice(split)),
  ])
}

function renameField(name: string, value: unknown): unknown {
  if (!isRecord(value) || !(name in value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
}

export const changedBodies = {
  'byte-order-mark': changeText('U8', (text) => `\ufeff${text}`),
  'invalid-utf8': changeText('U8', breakEncoding),
  'truncated-json': changeText('U9', (text) => text.slice(0, Math.floor(text.length * 0.6))),
  'numbers-as-strings': changeValues('U10', (value) =>
    typeof value === 'number' ? String(value) : value,
  ),
  'nulls-for-numbers': changeValues('U10', (value) => (typeof value === 'number' ? null : value)),
  'booleans-as-strings': changeValues('U10', (value) =>
    typeof value === 'boolean' ? (value ? 'True' : 'False') : value,
  ),
  'array-for-object': changeText('U10', () => '[]'),
  'object-for-array': changeText('U10', () => '{}'),
  'null-lists': changeValues('U10', (value) => (Array.isArray(value) ? null : value)),
  'missing-ids': changeValues('U10', (value) =>
    renameField('team_id', renameField('date', renameField('model_group', value))),
  ),
  'missing-counters': changeValues('U10', (value) => renameField('prompt_tokens', value)),
  'extra-fields': changeValues('U10', addField),
  'not-a-number': changeMoney('U11', 'NaN'),
  infinity: changeMoney('U11', 'Infinity'),
  'spend-1e308': changeMoney('U12', '1e308'),
  'spend-1e999': changeMoney('U12', '1e999'),
  'spend-negative': changeMoney('U12', '-5'),
  'tokens-beyond-safe-integers': changeText('U12', (text) =>
    text.replaceAll(/"prompt_tokens":\d+/g, '"prompt_tokens":9007199254740993'),
  ),
} satisfies Record<string, Fault>
