import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from './choose-coding.ts'

/** Below this a compressed answer saves no packet. */
const smallBytes = 1024
/** Beyond it a quality costs several times more than it saves. */
const brotliQuality = 5
const gzipLevel = 6

const pack = {
  br: (json: Buffer) =>
    promisify(brotliCompress)(json, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (json: Buffer) => promisify(gzip)(json, { level: gzipLevel }),
}

/** One answer in every form that was asked for so far. */
export type Kept = {
  isSmall: boolean
  /** Strong, and another one for each coding. */
  etag: (coding: Coding) => string
  /** The bytes, where they are there already. */
  ready: (coding: Coding) => Buffer | undefined
  /** The bytes; compressed off the event loop, once, whoever waits for them. */
  body: (coding: Coding) => Promise<Buffer>
  /** What it may come to in all: both compressed forms together are smaller than the plain one. */
  bytes: number
}

export function keepAnswer(plain: Buffer): Kept {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const tags = { identity: `"${hash}"`, br: `"${hash}-br"`, gzip: `"${hash}-gzip"` }
  const bodies = new Map<Coding, Buffer>([['identity', plain]])
  const packing = new Map<Coding, Promise<Buffer>>()

  async function packOnce(coding: 'br' | 'gzip'): Promise<Buffer> {
    try {
      const body = await pack[coding](plain)
      bodies.set(coding, body)
      return body
    } finally {
      packing.delete(coding)
    }
  }

  return {
    isSmall: plain.length < smallBytes,
    etag: (coding) => tags[coding],
    ready: (coding) => bodies.get(coding),
    body: (coding) => {
      const body = bodies.get(coding)
      if (body !== undefined || coding === 'identity') return Promise.resolve(body ?? plain)
      const working = packing.get(coding) ?? packOnce(coding)
      packing.set(coding, working)
      return working
    },
    bytes: plain.length * 2,
  }
}
