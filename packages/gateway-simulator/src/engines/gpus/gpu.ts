import { createGpuDraw } from './gpu-draw.ts'
import type { Drawn, GpuDraw } from './gpu-draw.ts'

export interface GpuSpec {
  uuid: string
  index: number
  name: string
  memoryTotalMib: number
  /** Weights and KV cache, which an engine takes when it starts. */
  memoryHeldMib: number
  idleWatts: number
  limitWatts: number
}

/** A GPU at one instant: what its sensors say. */
export interface GpuMoment extends GpuSpec {
  utilizationRatio: number
  memoryUsedMib: number
  powerWatts: number
  temperatureCelsius: number
  memoryTemperatureCelsius: number
  smClockMhz: number
  /** Since it was switched on. */
  energyJoules: number
}

export interface Gpu {
  spec: GpuSpec
  /** The share of an engine, which `advance` brings up to an instant. */
  addEngine(advance: (toMs: number) => void): GpuDraw
  /** As it is now. */
  at(nowMs: number): GpuMoment
  /** As it was at the last tick of an exporter. */
  sampledAt(nowMs: number): GpuMoment
}

const idleCelsius = 31
const hbmWarmer = 6
/** What a batch takes beside what an engine holds. */
const activationShare = 0.02
const [idleMhz, busyMhz] = [1155, 1980]

/** A GPU whose power, energy and heat follow the engines that run on it. */
export function createGpu(spec: GpuSpec, startsAt: number, sampleMs: number): Gpu {
  const engines: { advance: (toMs: number) => void; draw: GpuDraw }[] = []

  function read(nowMs: number, atMs: number, of: (draw: GpuDraw) => Drawn): GpuMoment {
    for (const { advance } of engines) advance(nowMs)
    const drawn = engines.map(({ draw }) => of(draw))
    const sum = (pick: (part: Drawn) => number) =>
      drawn.reduce((total, part) => total + pick(part), 0)
    const utilizationRatio = Math.min(
      1,
      sum(({ utilization }) => utilization),
    )
    const celsius = idleCelsius + sum(({ warmth }) => warmth)
    return {
      ...spec,
      utilizationRatio,
      memoryUsedMib:
        spec.memoryHeldMib + Math.round(spec.memoryTotalMib * activationShare * utilizationRatio),
      powerWatts: spec.idleWatts + sum(({ watts }) => watts),
      temperatureCelsius: Math.round(celsius),
      memoryTemperatureCelsius: Math.round(celsius + hbmWarmer),
      smClockMhz: utilizationRatio > 0 ? busyMhz : idleMhz,
      energyJoules: (spec.idleWatts * (atMs - startsAt)) / 1000 + sum(({ joules }) => joules),
    }
  }

  return {
    spec,
    addEngine(advance) {
      const draw = createGpuDraw(spec.limitWatts - spec.idleWatts, sampleMs)
      engines.push({ advance, draw })
      return draw
    },
    at: (nowMs) => read(nowMs, nowMs, (draw) => draw.now()),
    sampledAt: (nowMs) =>
      read(nowMs, Math.floor(nowMs / sampleMs) * sampleMs, (draw) => draw.sampled()),
  }
}
