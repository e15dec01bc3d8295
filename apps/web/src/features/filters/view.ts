import type { WindowQuery } from '../../api/window-query.ts'
import { allOf, firstOf, type AddressQuery } from '../../lib/address-query.ts'

export const presets = ['1h', '24h', 'today', '7d', '30d'] as const
export type Preset = (typeof presets)[number]
const bases = ['minutes', 'days'] as const
export type Basis = (typeof bases)[number]
export const filterKinds = ['team', 'model', 'provider'] as const
export type FilterKind = (typeof filterKinds)[number]

/** What span and whose traffic the pages are about. The address says all that is not the default. */
export type View = {
  range: Preset | { from: string; to: string }
  /** IANA name; `null` is the viewer's own. */
  tz: string | null
  /** What counts; `null` leaves it to the server: whole UTC days where too much would be uncertain. */
  basis: Basis | null
} & Record<FilterKind, readonly string[]>

const defaultRange: Preset = 'today'

export function viewOf(query: AddressQuery): View {
  const from = firstOf(query['from'])
  const to = firstOf(query['to'])
  const preset = presets.find((name) => name === firstOf(query['range']))
  return {
    range: from !== undefined && to !== undefined ? { from, to } : (preset ?? defaultRange),
    tz: firstOf(query['tz']) ?? null,
    basis: bases.find((name) => name === firstOf(query['basis'])) ?? null,
    team: allOf(query['team']),
    model: allOf(query['model']),
    provider: allOf(query['provider']),
  }
}

/** The parts of an address that say this view; `undefined` takes a part away. */
export function addressOf(view: View): AddressQuery {
  const { range, tz, basis } = view
  const isCustom = typeof range === 'object'
  return {
    range: isCustom || range === defaultRange ? undefined : range,
    from: isCustom ? range.from : undefined,
    to: isCustom ? range.to : undefined,
    tz: tz ?? undefined,
    basis: basis ?? undefined,
    team: listOf(view.team),
    model: listOf(view.model),
    provider: listOf(view.provider),
  }
}

/** The same as a question to the server, which is told every default. */
export function windowOf(
  { range, tz, basis, team, model, provider }: View,
  ownZone: string,
): WindowQuery {
  return {
    ...(typeof range === 'object' ? range : { range }),
    tz: tz ?? ownZone,
    basis: basis ?? 'auto',
    team,
    model,
    provider,
  }
}

/** The next longer (1) or shorter (-1) one; beside a custom range that is the default. */
export function nextPreset(range: View['range'], way: 1 | -1): Preset {
  if (typeof range === 'object') return defaultRange
  return presets[presets.indexOf(range) + way] ?? range
}

export function isFiltered(view: View): boolean {
  return filterKinds.some((kind) => view[kind].length > 0)
}

function listOf(names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 ? undefined : names
}
