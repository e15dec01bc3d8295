import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

const Payload = z.custom<SourceMapPayload>((value) => typeof value === 'object' && value !== null)
const builtPlace = /^(.+\.js):(\d+):(\d+)$/

/**
 * The place in the source of a place in a built file, such as `/podium/apps/api/dist/main.js:12:3`. The map is read
 * only now: with --enable-source-maps Node would hold all of them, about 45 MB.
 */
export function sourcePlace(place: string): string {
  const [, file, line, column] = builtPlace.exec(place) ?? []
  if (file === undefined) return place
  try {
    const map = new SourceMap(Payload.parse(JSON.parse(readFileSync(`${file}.map`, 'utf8'))))
    const found = map.findOrigin(Number(line), Number(column))
    if (!('fileName' in found)) return place
    return `${join(file, '..', found.fileName)}:${found.lineNumber}:${found.columnNumber}`
  } catch {
    // Without its map the place in the built file has to do.
    return place
  }
}
