import { isRecord, mapJson } from './map-json.ts'
import type { Fault, FaultContext } from './fault.ts'

/** Rewrites the text of the genuine answer and keeps its status and type. */
function bendText(matrix: string, bend: (text: string) => string | Uint8Array): Fault {
  return {
    matrix,
    respond: async ({ genuine }: FaultContext) => {
      const answer = await genuine()
      const bent = bend(await answer.text())
      const type = answer.headers.get('content-type') ?? 'application/json'
      return new Response(typeof bent === 'string' ? bent : Uint8Array.from(bent), {
        status: answer.status,
        headers: { 'content-type': type },
      })
    },
  }
}

/** Rewrites every value of the genuine answer, innermost first. */
export function bendValues(matrix: string, bend: (value: unknown, name: string) => unknown): Fault {
  return bendText(matrix, (text) => JSON.stringify(mapJson(JSON.parse(text), bend)))
}

/** Puts a literal that JSON.stringify cannot write where the first spend or budget stands. */
function bendMoney(matrix: string, literal: string): Fault {
  return bendText(matrix, (text) =>
    text.replaceAll(/"(spend|input_cost_per_token)":(null|[-+.\deE]+)/g, `"$1":${literal}`),
  )
}

/** Maps whose every entry is a thing with an id: one more field there would be one more thing. */
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

/** The first name that people read begins with bytes that are no UTF-8. */
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

export const bentBodies = {
  'byte-order-mark': bendText('U8', (text) => `\ufeff${text}`),
  'invalid-utf8': bendText('U8', breakEncoding),
  'truncated-json': bendText('U9', (text) => text.slice(0, Math.floor(text.length * 0.6))),
  'numbers-as-strings': bendValues('U10', (value) =>
    typeof value === 'number' ? String(value) : value,
  ),
  'nulls-for-numbers': bendValues('U10', (value) => (typeof value === 'number' ? null : value)),
  'booleans-as-strings': bendValues('U10', (value) =>
    typeof value === 'boolean' ? (value ? 'True' : 'False') : value,
  ),
  'array-for-object': bendText('U10', () => '[]'),
  'object-for-array': bendText('U10', () => '{}'),
  'null-lists': bendValues('U10', (value) => (Array.isArray(value) ? null : value)),
  'missing-ids': bendValues('U10', (value) =>
    renameField('team_id', renameField('date', renameField('model_group', value))),
  ),
  'missing-counters': bendValues('U10', (value) => renameField('prompt_tokens', value)),
  'extra-fields': bendValues('U10', addField),
  'not-a-number': bendMoney('U11', 'NaN'),
  infinity: bendMoney('U11', 'Infinity'),
  'spend-1e308': bendMoney('U12', '1e308'),
  'spend-1e999': bendMoney('U12', '1e999'),
  'spend-negative': bendMoney('U12', '-5'),
  'tokens-beyond-safe-integers': bendText('U12', (text) =>
    text.replaceAll(/"prompt_tokens":\d+/g, '"prompt_tokens":9007199254740993'),
  ),
} satisfies Record<string, Fault>
