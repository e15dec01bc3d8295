import type { Labels } from './exposition.ts'
import { parseLabels, type LabelBlock } from './parse-labels.ts'
import { parseValue } from './parse-value.ts'

/** Label blocks repeat from family to family: each text is read once a body. */
export type LabelCache = { blocks: Map<string, LabelBlock | null>; longest: number }

type Line = { name: string; labels: Labels; value: number }

const none: LabelBlock = { name: null, labels: new Map() }
const [tab, blank, quote, hash, open, backslash, close] = [9, 32, 34, 35, 123, 92, 125]

/** Reads the line between two positions of a body; `null` when it is no sample. */
export function parseLine(
  body: string,
  start: number,
  end: number,
  cache: LabelCache,
): Line | null {
  let at = start
  while (at < end && !isBlank(body.charCodeAt(at)) && body.charCodeAt(at) !== open) at += 1
  const bare = body.slice(start, at)
  at = skipBlanks(body, at, end)
  let block: LabelBlock | null = none
  if (body.charCodeAt(at) === open && at < end) {
    const last = endOfBlock(body, at + 1, end)
    if (last === -1) return null
    block = readBlock(body.slice(at + 1, last), cache)
    at = last + 1
  }
  const name = bare === '' ? block?.name : bare
  if (block === null || name === null || name === undefined || isHash(name)) return null
  const from = skipBlanks(body, at, end)
  const to = skipWord(body, from, end)
  const value = parseValue(body.slice(from, to))
  return value === null || !isTail(body, to, end) ? null : { name, labels: block.labels, value }
}

/** Nothing, a timestamp, an exemplar, or both. */
function isTail(body: string, from: number, end: number): boolean {
  const at = skipBlanks(body, from, end)
  if (at >= end || body.charCodeAt(at) === hash) return true
  const to = skipWord(body, at, end)
  if (parseValue(body.slice(at, to)) === null) return false
  const next = skipBlanks(body, to, end)
  return next >= end || body.charCodeAt(next) === hash
}

function readBlock(text: string, cache: LabelCache): LabelBlock | null {
  const known = cache.blocks.get(text)
  if (known !== undefined) return known
  const block = parseLabels(text, cache.longest)
  cache.blocks.set(text, block)
  return block
}

/** The closing brace that no quotes enclose; -1 without one. */
function endOfBlock(body: string, from: number, end: number): number {
  let isQuoted = false
  for (let at = from; at < end; at += 1) {
    const code = body.charCodeAt(at)
    if (code === backslash && isQuoted) at += 1
    else if (code === quote) isQuoted = !isQuoted
    else if (code === close && !isQuoted) return at
  }
  return -1
}

function skipBlanks(body: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(body.charCodeAt(at))) at += 1
  return at
}

function skipWord(body: string, from: number, end: number): number {
  let at = from
  while (at < end && !isBlank(body.charCodeAt(at))) at += 1
  return at
}

function isHash(name: string): boolean {
  return name.charCodeAt(0) === hash
}

function isBlank(code: number): boolean {
  return code === blank || code === tab
}
