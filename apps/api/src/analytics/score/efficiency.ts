import { median } from '../median.ts'
import type { PricedOutput } from './priced-output.ts'

const leastShrinkUsd = 0.05
const fewTeams = 8

/** Output per dollar of teams that are compared with each other. */
export type Field = {
  /** Output per dollar, drawn towards that of the whole field the less was spent: nobody wins by three requests. */
  shrink: (priced: PricedOutput) => number
  /** 0–1 for an output per dollar of `shrink`; `null` without anybody to compare with. */
  place: (efficiency: number) => number | null
  /** Those of the field, least first. */
  sorted: readonly number[]
}

export function efficiencyField(priced: readonly PricedOutput[]): Field {
  const output = priced.reduce((total, team) => total + team.output, 0)
  const usd = priced.reduce((total, team) => total + team.usd, 0)
  const usual = usd > 0 ? output / usd : 0
  const weight = Math.max(leastShrinkUsd, median(priced.map((team) => team.usd)) ?? 0)
  const shrink = (team: PricedOutput) => (team.output + weight * usual) / (team.usd + weight)
  const sorted = priced.map(shrink).toSorted((a, b) => a - b)
  return { shrink, place: (value) => placeAmong(sorted, value), sorted }
}

function placeAmong(sorted: readonly number[], value: number): number | null {
  const least = sorted[0]
  const most = sorted.at(-1)
  if (least === undefined || most === undefined || sorted.length === 1) return null
  if (least === most) return 0.5
  if (sorted.length < fewTeams) return onLogScale(value, least, most)
  const below = countBelow(sorted, value)
  const same = countBelow(sorted, value, true) - below
  return clamp((below + Math.max(0, same - 1) / 2) / (sorted.length - 1))
}

/** Nothing at all lies at the lower end, whatever its logarithm. */
function onLogScale(value: number, least: number, most: number): number {
  if (value <= least) return 0
  const floor = least > 0 ? least : most / 1000
  return clamp(Math.log(value / floor) / Math.log(most / floor))
}

/** By halves: a thousand teams are placed among a thousand. */
function countBelow(sorted: readonly number[], value: number, orSame = false): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = sorted[middle] ?? Infinity
    if (at < value || (orSame && at === value)) low = middle + 1
    else high = middle
  }
  return low
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
