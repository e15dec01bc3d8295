import type { GpuSeries, Inference, InferenceModel, InferenceSeries } from '@podium/contracts'
import type { Colour, ChartLine, TimePicture } from '../../ui/charts/picture.ts'
import { othersLook } from '../../ui/charts/series-looks.ts'
import type { ValueKind } from '../../ui/charts/value-text.ts'
import type { InferenceWords } from './use-inference-words.ts'

/** A chart of a model: its picture, how often each value was looked at, and what to ask for its file. */
export type ModelPicture = {
  key: 'ttft' | 'itl' | 'requests' | 'kv'
  unit: string
  picture: TimePicture
  counts: readonly (readonly (number | null)[])[]
  metrics: readonly string[]
}

type Goals = Inference['goals']
type About = { words: InferenceWords; goals: Goals }

export function modelPictures(
  series: InferenceSeries,
  model: InferenceModel,
  about: About,
): ModelPicture[] {
  const of: Of = { series, model, ...about }
  return [
    latencyPicture(of, 'ttft', { scale: 1, goal: about.goals.ttft_p95_seconds }),
    latencyPicture(of, 'itl', { scale: 1000, goal: about.goals.itl_p95_seconds }),
    requestsPicture(of),
    cachePicture(of),
  ]
}

type Of = About & { series: InferenceSeries; model: InferenceModel }

/** The median dashed, p95 whole, the slowest as a light band, and the goal. */
function latencyPicture(
  { series, model, words }: Of,
  key: 'ttft' | 'itl',
  { scale, goal }: { scale: number; goal: number },
): ModelPicture {
  const metrics = [`${key}_p50`, `${key}_p95`]
  const [p50, p95] = metrics.map((metric) => lineOf(series, model, metric))
  const top = lineOf(series, model, `${key}_p99`)
  const scaled = (values: readonly (number | null)[] = []) =>
    values.map((value) => (value === null ? null : value * scale))
  const from = scaled(p50?.values)
  return {
    key,
    unit: scale === 1 ? words.seconds : words.milliseconds,
    metrics,
    counts: [p50?.n ?? [], p95?.n ?? []],
    picture: {
      ...timeOf(series),
      kind: scale === 1 ? 'seconds' : 'milliseconds',
      lines: [
        { ...line('p50', words.charts.p50, '--b4', from), look: look('--b4', [3, 3]) },
        line('p95', words.charts.p95, '--b2', scaled(p95?.values)),
      ],
      guides: [constant('goal', words.charts.goal, goal * scale, series.starts.length)],
      ...(top !== undefined && { band: { from, to: scaled(top.values), label: 'p99' } }),
      least: goal * scale * 1.25,
    },
  }
}

function requestsPicture({ series, model, words }: Of): ModelPicture {
  const running = lineOf(series, model, 'running')
  const waiting = lineOf(series, model, 'waiting')
  return {
    key: 'requests',
    unit: '',
    metrics: ['running', 'waiting'],
    counts: [],
    picture: {
      ...timeOf(series),
      lines: [
        line('running', words.terms.running, '--b2', running?.values ?? []),
        {
          ...line('waiting', words.terms.waiting, '--warn', waiting?.values ?? []),
          look: look('--warn', [6, 3]),
        },
      ],
    },
  }
}

function cachePicture({ series, model, words, goals }: Of): ModelPicture {
  const found = lineOf(series, model, 'kv_cache_ratio')
  return {
    key: 'kv',
    unit: '',
    metrics: ['kv_cache_ratio'],
    counts: [],
    picture: {
      ...timeOf(series),
      kind: 'share',
      lines: [line('kv', words.terms.kv, '--b2', found?.values ?? [])],
      guides: [constant('goal', words.charts.goal, goals.kv_cache_ratio, series.starts.length)],
      least: 1,
    },
  }
}

/** How busy a GPU was. */
export function busyPicture(series: GpuSeries, gpu: string, label: string): TimePicture {
  const found = series.lines.find((one) => one.gpu === gpu && one.metric === 'utilization_ratio')
  return {
    ...timeOf(series),
    form: 'areas',
    kind: 'share',
    lines: [line('busy', label, '--b3', found?.values ?? [])],
    least: 1,
  }
}

function lineOf(series: InferenceSeries, { model, engines }: InferenceModel, metric: string) {
  return series.lines.find(
    (one) =>
      one.metric === metric &&
      (one.model === model || (one.model === null && engines.includes(one.engine ?? model))),
  )
}

type TimeParts = Pick<InferenceSeries, 'starts' | 'window' | 'bucket'>
type Time = Pick<TimePicture, 'form' | 'kind' | 'bucket' | 'starts' | 'to' | 'timeZone'>

function timeOf({ starts, window, bucket }: TimeParts): Time {
  const kind: ValueKind = 'number'
  return { form: 'lines', kind, bucket, starts, to: window.to, timeZone: window.tz }
}

function look(colour: Colour, dash: readonly number[] = []) {
  return { ...othersLook, colour, dash }
}

function line(
  key: string,
  label: string,
  colour: Colour,
  values: readonly (number | null)[],
): ChartLine {
  return { key, label, look: look(colour), values }
}

function constant(key: string, label: string, value: number, count: number): ChartLine {
  return {
    key,
    label,
    look: look('--bad', [5, 4]),
    values: Array.from({ length: count }, () => value),
  }
}
