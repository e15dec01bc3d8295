import type { Bucket, Grouping, SeriesAnswer, SeriesMeasure } from '@podium/contracts'
import { balanceOf } from '../analytics/balance.ts'
import { isoOf } from '../analytics/describe-window.ts'
import { all, others, type GroupName } from '../analytics/grouping.ts'
import { edgesOf, unitFor } from '../analytics/series/buckets.ts'
import { chartLine, drawChart, unknownChart, type Drawing } from '../analytics/series/chart-line.ts'
import { chooseBucket, fittingBuckets } from '../analytics/series/choose-bucket.ts'
import {
  changeOfLine,
  pastOfLines,
  rankByChange,
  type PastLines,
} from '../analytics/series/compare-lines.ts'
import { drawLine, piecesByLine, type Piece } from '../analytics/series/draw-series.ts'
import { holesOf } from '../analytics/series/holes.ts'
import { measureParts } from '../analytics/series/measure-parts.ts'
import { planLines, type LinePlan } from '../analytics/series/plan-lines.ts'
import { countsCacheReads } from '../analytics/usage.ts'
import type { SpanWindow } from '../analytics/window.ts'
import { readBefore, type Past } from './before.ts'
import { inTurns } from './in-turns.ts'
import type { QueryContext } from './query-context.ts'
import { readGrid, readPieces } from './read-pieces.ts'
import { settled } from './settled.ts'
import { readTraffic, readTrafficOfTeams, type Traffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

export type ChartAsked = {
  by: Grouping
  then: Grouping
  measure: SeriesMeasure
  bucket?: Bucket | undefined
  top: number
  order: 'total' | 'change'
  cumulative: boolean
  compare?: 'before' | undefined
}

/** How something went over time, side by side, beside the period before. */
export function readChart(
  context: QueryContext,
  asked: WindowQuestion<Chosen & ChartAsked>,
): Promise<SeriesAnswer> {
  return settled(
    context,
    ({ balance }) => [balance],
    () => readOnce(context, asked),
  )
}

async function readOnce(
  context: QueryContext,
  asked: WindowQuestion<Chosen & ChartAsked>,
): Promise<SeriesAnswer> {
  const { query, window, now } = asked
  const { by, then, measure, top, cumulative } = query
  const parts = measureParts(measure)
  const isOfTeams = parts.over === null && (by === 'team' || by === 'none') && then === 'none'
  const traffic = await (isOfTeams ? readTrafficOfTeams : readTraffic)(context, asked)
  const isCompared = query.compare !== undefined || query.order === 'change'
  const past = isCompared ? await readBefore(context, asked, traffic) : null
  const compared = past && { ...past.traffic, told: past.told }
  const isRanked = query.order === 'change' && compared?.told.known === true
  const plan = planLines(traffic, {
    ...{ by, then, top, measure: parts.weight },
    ...(isRanked && { rank: rankByChange(compared, query) }),
  })
  const drawn = await readDrawing(context, { traffic, window, plan, query })
  const { grid } = drawn.drawing
  const toLine = lineMaker({ plan, query, past: compared, draw: drawn.of })
  const running = grid.edges.findIndex((edge) => edge * 1000 > now) - 1
  return {
    ...{ data_version: traffic.dataVersion, window: traffic.window, left_out: traffic.leftOut },
    ...{ bucket: grid.bucket, measure, by, then, cumulative },
    order: isRanked ? 'change' : 'total',
    starts: grid.edges.slice(0, -1).map(isoOf),
    end: isoOf(grid.edges.at(-1) ?? window.to),
    running: running < 0 ? null : running,
    lines: await inTurns(plan.lines, toLine),
    all: toLine(all),
    before_line: past && (await readBeforeLine(context, past, query, drawn.drawing)),
    before: compared?.told ?? null,
    holes: holesOf({
      ...{ grid, values: drawn.values, now: now / 1000 },
      pieces: parts.over === null ? drawn.weights : null,
      unreadDays: new Set(traffic.window.unread_days),
      daysBefore: new Set(traffic.window.before_history),
    }),
    balance: balanceOf(traffic, {
      measure: parts.weight,
      ...addedUp(drawn.weights, drawn.drawing),
    }),
  }
}

type Lines = {
  plan: LinePlan
  query: ChartAsked
  past: PastLines | null
  draw: (line: GroupName) => ReturnType<typeof drawChart>
}

/** A line with its share of all, and what it was in the period before. */
function lineMaker({ plan, query, past, draw }: Lines) {
  const before = past && pastOfLines(past, query)
  const isSum = measureParts(query.measure).over === null
  const whole = draw(all).total ?? 0
  const own = plan.lines.filter((line) => line !== others)
  const pastOf = (line: GroupName) => {
    if (line === all) return before?.ofAll() ?? null
    return (line === others ? before?.ofOthers(own) : before?.ofGroups([line])) ?? null
  }
  return (line: GroupName) => {
    const drawn = draw(line)
    const before_total = pastOf(line)
    const isComparable = past?.told.known === true
    return chartLine(line, drawn, {
      share: isSum && whole > 0 ? (drawn.total ?? 0) / whole : null,
      before_total,
      change: isComparable ? changeOfLine(drawn.total, before_total, query.measure) : null,
    })
  }
}

type Known = {
  traffic: Traffic
  window: SpanWindow
  plan: LinePlan
  query: Pick<ChartAsked, 'by' | 'then' | 'measure' | 'bucket' | 'cumulative'>
}

async function readDrawing(context: QueryContext, { traffic, window, plan, query }: Known) {
  const { by, then, measure, bucket: wanted, cumulative } = query
  const parts = measureParts(measure)
  const names: readonly Bucket[] = wanted === undefined ? fittingBuckets(window) : [wanted]
  const finest = names[0] ?? 'day'
  const isOfCost = measure === 'cost_per_1m_tokens'
  const isByModel = [by, then].some((what) => what === 'model' || what === 'provider')
  const reading = {
    unit: unitFor(edgesOf(window, finest), finest),
    byModel: isByModel || isOfCost || traffic.filter.models !== null,
  }
  const of = await readPieces(context, traffic, window, plan, { ...reading, measure: parts.of })
  const over =
    parts.over === null
      ? null
      : await readPieces(context, traffic, window, plan, {
          ...reading,
          measure: parts.over,
          keeps: (model) => !isOfCost || traffic.termsOf(model ?? '').isPriced,
        })
  const weights = parts.weight === parts.over ? (over ?? of) : of
  const grid = await readGrid(context, traffic, window, chooseBucket(window, names, weights))
  const partsOf = (line: GroupName) =>
    (line === all ? plan.groups : plan.groupsOf(line)).flatMap((group) => group.parts)
  const drawing: Drawing = {
    ...{ grid, parts, isCumulative: cumulative && parts.over === null },
    isKnown: (line) =>
      measure !== 'cache_hit_share' || countsCacheReads(partsOf(line), traffic.termsOf),
  }
  const [ofLine, overLine] = [piecesByLine(of), piecesByLine(over ?? [])]
  const draw = (line: GroupName) => {
    if (!drawing.isKnown(line)) return unknownChart(drawing)
    const isAll = line === all
    return drawChart(
      { of: isAll ? of : ofLine(line), over: over && (isAll ? over : overLine(line)) },
      drawing,
    )
  }
  return {
    drawing,
    of: draw,
    weights,
    values: drawChart({ of: weights, over: null }, drawing).values,
  }
}

/** Everything of the period before, over the same steps. */
async function readBeforeLine(
  context: QueryContext,
  { traffic, window, told }: Past,
  query: ChartAsked,
  { grid }: Drawing,
) {
  const asked = { ...query, by: 'none', then: 'none', bucket: grid.bucket } as const
  const { weight } = measureParts(query.measure)
  const plan = planLines(traffic, { by: 'none', then: 'none', top: 1, measure: weight })
  const drawn = (await readDrawing(context, { traffic, window, plan, query: asked })).of(all)
  const aligned = (values: readonly (number | null)[]) =>
    grid.known.map((_, index) => values[index] ?? null)
  return chartLine(
    { ...all, label: 'Before', kind: 'before' },
    {
      ...drawn,
      placed: aligned(drawn.placed),
      unplaced: drawn.unplaced && aligned(drawn.unplaced),
      values: aligned(drawn.values),
    },
    { share: null, before_total: drawn.total, change: told.known ? 0 : null },
  )
}

function addedUp(pieces: readonly Piece[], { grid }: Drawing) {
  const { total, unplaced_total: noKnownTime } = drawLine(pieces, grid)
  return { shown: total - noKnownTime, noKnownTime }
}
