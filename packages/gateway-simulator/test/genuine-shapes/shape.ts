/** The keys and types of JSON values, without the values. */
export interface Shape {
  /** `null`, `string`, `number`, `boolean`, or `=text` where the text itself matters. */
  scalars: string[]
  /** Present for arrays; null when every one seen was empty. */
  items?: Shape | null
  /** Present for objects whose keys are data, such as model names. */
  values?: Shape | null
  /** Present for objects whose keys are the schema. */
  fields?: Record<string, Shape>
  /** Fields that some of the objects lack. */
  optional?: string[]
  /** The sample was cut: more fields may exist. */
  isOpen?: true
}

/** Objects under these names map data to values; an array under the same name stays an array. */
const mapNames = new Set([
  'models',
  'model_groups',
  'mcp_servers',
  'providers',
  'endpoints',
  'api_keys',
  'entities',
  'guardrails',
  'api_key_breakdown',
  'entity_total_api_keys',
])

/** In refusals a client acts on these, so their text is part of the shape. */
const literalNames = new Set(['type', 'param', 'code'])

export interface ShapeRules {
  isRefusal: boolean
  /** How many fields a cut object was left with; null for a whole sample. */
  cutTo: number | null
}

export function describeAll(name: string, values: readonly unknown[], rules: ShapeRules): Shape {
  const objects = values.filter(isObject)
  const arrays = values.filter((value) => Array.isArray(value))
  const scalars = values.filter((value) => !isObject(value) && !Array.isArray(value))
  const shape: Shape = {
    scalars: [...new Set(scalars.map((value) => nameType(name, value, rules)))].sort(),
  }
  if (arrays.length > 0) {
    const items: unknown[] = arrays.flat()
    shape.items = items.length === 0 ? null : describeAll(name, items, rules)
  }
  if (objects.length === 0) return shape
  if (mapNames.has(name)) {
    const inner = objects.flatMap((object) => Object.values(object))
    shape.values = inner.length === 0 ? null : describeAll('', inner, rules)
    return shape
  }
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  shape.fields = Object.fromEntries(
    keys.map((key) => {
      const having = objects.filter((object) => Object.hasOwn(object, key))
      return [
        key,
        describeAll(
          key,
          having.map((object) => object[key]),
          rules,
        ),
      ]
    }),
  )
  const whole = objects.filter((object) => Object.keys(object).length !== rules.cutTo)
  if (whole.length === 0) shape.isOpen = true
  const optional = keys.filter((key) => !whole.every((object) => Object.hasOwn(object, key)))
  if (optional.length > 0) shape.optional = optional
  return shape
}

function nameType(name: string, value: unknown, { isRefusal }: ShapeRules): string {
  if (value === null) return 'null'
  if (isRefusal && typeof value === 'string' && literalNames.has(name)) return `=${value}`
  return typeof value
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
