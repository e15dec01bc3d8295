import { z } from 'zod'
import type { Shape } from './shape.ts'

/** A shape with every distinct part written once: parts are named by their position. */
const StoredPart = z.object({
  scalars: z.array(z.string()).exactOptional(),
  items: z.number().nullable().exactOptional(),
  values: z.number().nullable().exactOptional(),
  fields: z.record(z.string(), z.number()).exactOptional(),
  optional: z.array(z.string()).exactOptional(),
  isOpen: z.literal(true).exactOptional(),
})
type StoredPart = z.infer<typeof StoredPart>

/** One question of a genuine run and what came back. */
const GenuineAnswer = z.object({
  request: z.string(),
  caller: z.string(),
  sent: z.unknown(),
  status: z.number(),
  contentType: z.string().nullable(),
  /** Position of the body's shape among the parts. */
  shape: z.number(),
})
export type GenuineAnswer = z.infer<typeof GenuineAnswer>

export const ShapeFile = z.object({
  version: z.string(),
  answers: z.record(z.string(), GenuineAnswer),
  parts: z.array(StoredPart),
})
export type ShapeFile = z.infer<typeof ShapeFile>

/** Stores shapes so that the thousand times repeated metrics object takes one line. */
export function createPartStore(): { add(shape: Shape): number; parts: StoredPart[] } {
  const parts: StoredPart[] = []
  const positions = new Map<string, number>()

  function add(shape: Shape): number {
    const child = (inner: Shape | null) => (inner === null ? null : add(inner))
    const part: StoredPart = {
      ...(shape.scalars.length > 0 && { scalars: shape.scalars }),
      ...(shape.items !== undefined && { items: child(shape.items) }),
      ...(shape.values !== undefined && { values: child(shape.values) }),
      ...(shape.fields && {
        fields: Object.fromEntries(
          Object.entries(shape.fields).map(([key, inner]) => [key, add(inner)]),
        ),
      }),
      ...(shape.optional && { optional: shape.optional }),
      ...(shape.isOpen && { isOpen: shape.isOpen }),
    }
    const text = JSON.stringify(part)
    const known = positions.get(text)
    if (known !== undefined) return known
    positions.set(text, parts.length)
    return parts.push(part) - 1
  }

  return { add, parts }
}

export function readPart(file: ShapeFile, position: number): Shape {
  const part = file.parts[position]
  if (part === undefined) throw new RangeError(`No part ${position} in ${file.version}`)
  const child = (inner: number | null) => (inner === null ? null : readPart(file, inner))
  return {
    scalars: part.scalars ?? [],
    ...(part.items !== undefined && { items: child(part.items) }),
    ...(part.values !== undefined && { values: child(part.values) }),
    ...(part.fields && {
      fields: Object.fromEntries(
        Object.entries(part.fields).map(([key, inner]) => [key, readPart(file, inner)]),
      ),
    }),
    ...(part.optional && { optional: part.optional }),
    ...(part.isOpen && { isOpen: part.isOpen }),
  }
}
