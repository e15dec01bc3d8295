import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from './choose-coding.ts'

/** Below this a compressed answer saves no packet. */
const smallBytes = 1024
/** Beyond it a quality costs several times more than it saves. */
const brotliQuality = 5
const gzipLevel = 6

type Bytes = Buffer<ArrayBuffer>

const compress = {
  br: (plain: Bytes): Promise<Bytes> =>
    promisify(brotliCompress)(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (plain: Bytes): Promise<Bytes> => promisify(gzip)(plain, { level: gzipLevel }),
}

/** One answer in every form that was asked for so far. */
export type CompressedAnswer = {
  plain: Bytes
  isSmall: boolean
  /** Strong, and another one for each coding. */
  etag: (coding: Coding) => string
  /** The bytes; compressed off the event loop, once, whoever waits for them. */
  body: (coding: Coding) => Promise<Bytes>
  /** The most it takes in all: both compressed forms together are smaller than the plain one. */
  bytes: number
}

export function createCompressedAnswer(plain: Bytes): CompressedAnswer {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const tags = { identity: `"${hash}"`, br: `"${hash}-br"`, gzip: `"${hash}-gzip"` }
  const bodies = new Map<Coding, Promise<Bytes>>([['identity', Promise.resolve(plain)]])
  return {
    plain,
    isSmall: plain.length < smallBytes,
    etag: (coding) => tags[coding],
    body: (coding) => {
      const known = bodies.get(coding)
      if (known !== undefined || coding === 'identity') return known ?? Promise.resolve(plain)
      const body = compress[coding](plain)
      bodies.set(coding, body)
      // A failure is told to whoever waits; the next one tries again.
      body.catch(() => bodies.delete(coding))
      return body
    },
    bytes: plain.length * 2,
  }
}
