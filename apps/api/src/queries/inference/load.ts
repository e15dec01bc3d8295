import type { InferenceLoad, LoadOfModel } from '@podium/contracts'
import { loadOfModel } from '../../analytics/inference/load/load-of-model.ts'
import { watchedMinutes, watchedSpans } from '../../analytics/inference/load/watched-spans.ts'
import { linkModels, type PublicModels } from '../../analytics/inference/public-models.ts'
import type { NamedTraffic } from '../../analytics/team-names.ts'
import type { SpanWindow } from '../../analytics/window.ts'
import { rowsOf, servedEver, type Served } from '../../domain/inference/fresh.ts'
import type { StoredModel } from '../../domain/listings.ts'
import type { Span } from '../../domain/span.ts'
import type { TeamModel } from '../../domain/traffic.ts'
import { readTraffic } from '../traffic.ts'
import { momentOf } from '../window-question.ts'
import type { InferenceContext } from './context.ts'
import { readWatched } from './watched-slices.ts'

type Asked = { window: SpanWindow; model: readonly string[] }

const everybody = { team: [], model: [], provider: [] }

/** Which team loads which model; `null` where one that is asked for is nobody's. */
export async function readLoad(
  context: InferenceContext,
  { window: asked, model }: Asked,
  now: number,
): Promise<InferenceLoad | null> {
  const window = { ...asked, basis: 'minutes' as const }
  const about = { query: everybody, window, moment: momentOf(window, now), now }
  const traffic = await readTraffic(context, about)
  const { loads, links, unlinked } = await readLoads(context, window, traffic)
  if (model.some((name) => loads.every((load) => load.model !== name))) return null
  return {
    data_version: traffic.dataVersion,
    window: traffic.window,
    basis: 'allocation_by_tokens',
    models: loads.filter((load) => model.length === 0 || model.includes(load.model)),
    unlinked: { models: unlinked, public_models: [...links.unserved] },
  }
}

type Known = { models: readonly StoredModel[]; teams: readonly NamedTraffic[] }

type Loads = {
  /** Most tokens first. */
  loads: LoadOfModel[]
  links: PublicModels
  /** Models of engines that no public model leads to. */
  unlinked: string[]
}

/** The load of every model in a span, beside what the gateway counted while its engines were watched. */
export async function readLoads(
  context: InferenceContext,
  span: Span,
  { models, teams }: Known,
): Promise<Loads> {
  const known = context.inference.known()
  const slices = await readWatched(context, span)
  const served = servedEver(rowsOf(known.engines), slices)
  const links = linkModels(served, models, known.watched.modelLinks)
  const gatewayOf = gatewayTotals(context)
  const loads: LoadOfModel[] = []
  // An engine that has not answered yet serves nothing, but what it served before.
  const isKnown = ({ model, engine }: Served) =>
    model !== null || slices.some((slice) => slice.engine === engine && slice.model === '')
  for (const [model, own] of Map.groupBy(served.filter(isKnown), ({ name }) => name)) {
    const publicModels = [...new Set(own.flatMap(links.of))].toSorted()
    const ofModel = slices.filter((slice) =>
      own.some((one) => one.engine === slice.engine && (one.model ?? '') === slice.model),
    )
    loads.push(
      loadOfModel({
        ...{ model, publicModels, teams },
        engines: [...new Set(own.map(({ engine }) => engine))],
        minutes: watchedMinutes(ofModel),
        slices: ofModel,
        rows: publicModels.length === 0 ? [] : await gatewayOf(watchedSpans(ofModel, mostSpans)),
      }),
    )
  }
  const tokens = (load: LoadOfModel) => Math.max(load.engine_tokens ?? 0, load.gateway_tokens)
  return {
    loads: loads.toSorted((a, b) => tokens(b) - tokens(a)),
    links,
    unlinked: loads.filter((load) => load.public_models.length === 0).map(({ model }) => model),
  }
}

/** Questions to the store for one model. */
const mostSpans = 60

/** Models that were watched at the same time share what was read. */
function gatewayTotals({ store }: InferenceContext) {
  const read = new Map<string, Promise<TeamModel[]>>()
  return async (spans: readonly Span[]): Promise<TeamModel[]> => {
    const totals = await Promise.all(
      spans.map((span) => {
        const key = `${span.from} ${span.to}`
        const rows = read.get(key) ?? store.spanTotals(span)
        read.set(key, rows)
        return rows
      }),
    )
    return totals.flat()
  }
}
