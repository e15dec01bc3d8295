import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Fault, GenuineAnswer } from './fault.ts'

const json = { 'content-type': 'application/json' }
const mebibyte = 1024 * 1024

/** Streams `count` copies of a chunk behind a beginning, as fast as the reader takes them. */
function repeatChunk(
  start: Uint8Array<ArrayBuffer>,
  chunk: Uint8Array<ArrayBuffer>,
  count: number,
) {
  let sent = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (controller) => controller.enqueue(start),
      pull(controller) {
        if (sent++ < count) controller.enqueue(chunk)
        else controller.close()
      },
    },
    { highWaterMark: 2 },
  )
}

const beginning = '{"results":['

/** 600 MiB of spaces as 600 gzip members of one and the same: a kilobyte to make, 0.6 MB to send. */
function answerBomb(): Response {
  const start = gzipSync(beginning)
  const member = gzipSync(Buffer.alloc(mebibyte, ' '))
  return new Response(repeatChunk(Uint8Array.from(start), Uint8Array.from(member), 600), {
    headers: { ...json, 'content-encoding': 'gzip' },
  })
}

function answerHugeBody(): Response {
  const start = Uint8Array.from(Buffer.from(beginning))
  return new Response(repeatChunk(start, Uint8Array.from(Buffer.alloc(mebibyte, ' ')), 200), {
    headers: json,
  })
}

/** One byte every 300 ms, so that no idle limit ends the answer. */
async function drip(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  let at = 0
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        await delay(300)
        if (at >= bytes.length) controller.close()
        else controller.enqueue(bytes.slice(at, ++at))
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { status: answer.status, headers: json })
}

export const sizes = {
  drip: { matrix: 'U3', respond: async ({ genuine }) => drip(await genuine()) },
  'huge-body': { matrix: 'U13', respond: answerHugeBody },
  'gzip-bomb': { matrix: 'U13', respond: answerBomb },
} satisfies Record<string, Fault<GenuineAnswer>>
