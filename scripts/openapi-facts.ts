type Bag = Readonly<Record<string, unknown>>

/** Keys that only explain: no program sends or reads anything else because of them. */
const words = new Set(['description', 'summary', 'title', 'example', 'examples', 'tags'])
/** Keys whose own keys are names: a field that is called `title` is no word. */
const holdNames = new Set(['properties', 'patternProperties', '$defs'])

/** Every fact that an OpenAPI document states, by its place: two documents with equal facts describe one API. */
export function factsOf(document: unknown): Map<string, string> {
  const facts = new Map<string, string>()
  for (const [path, operations] of Object.entries(bag(bag(document)['paths'])))
    for (const [method, operation] of Object.entries(bag(operations))) {
      const name = `${method.toUpperCase()} ${path}`
      const { parameters, ...rest } = bag(operation)
      facts.set(name, 'exists')
      collect(rest, name, { isNames: false, within: [] })
      for (const each of list(parameters)) {
        const { name: parameter, in: where, ...described } = resolved(each)
        const place = `${name} ${String(where)} parameter ${String(parameter)}`
        collect(described, place, { isNames: false, within: [] })
      }
    }
  return facts

  function collect(
    value: unknown,
    place: string,
    { isNames, within }: { isNames: boolean; within: readonly string[] },
  ): void {
    if (Array.isArray(value)) {
      collectList(value, place, within)
      return
    }
    const target = isNames ? undefined : bag(value)['$ref']
    const isCircle = typeof target === 'string' && within.includes(target)
    if (typeof value !== 'object' || value === null || isCircle) {
      facts.set(place, JSON.stringify(value))
      return
    }
    const inside = typeof target === 'string' ? [...within, target] : within
    const parts = Object.entries(isNames ? bag(value) : resolved(value))
    const stated = parts.filter(([key]) => isNames || !words.has(key))
    if (stated.length === 0) facts.set(place, 'anything')
    for (const [key, part] of stated)
      collect(part, `${place} ${key}`, { isNames: !isNames && holdNames.has(key), within: inside })
  }

  function collectList(values: unknown[], place: string, within: readonly string[]): void {
    if (values.every((each) => typeof each !== 'object'))
      facts.set(place, JSON.stringify(values.toSorted()))
    else
      for (const [index, each] of values.entries())
        collect(each, `${place}[${index}]`, { isNames: false, within })
  }

  /** What is referred to stands in its place: it makes no difference whether a shape has a name. */
  function resolved(value: unknown): Bag {
    const { $ref: target, ...own } = bag(value)
    if (typeof target !== 'string') return own
    const keys = target.replace('#/', '').split('/')
    return { ...resolved(keys.reduce<unknown>((at, key) => bag(at)[key], document)), ...own }
  }
}

function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
