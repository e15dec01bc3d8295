import { setImmediate as othersFirst } from 'node:timers/promises'

const charactersAtOnce = 16_384

/** Pieces of text as a stream: made only as fast as the client reads, and not to the end where it stops. */
export function streamText(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  return ReadableStream.from(inBatches(pieces)).pipeThrough(new TextEncoderStream())
}

/** What the system takes at once would else be made and sent at one go, while everybody else waits. */
async function* inBatches(pieces: Iterable<string>): AsyncGenerator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < charactersAtOnce) continue
    yield batch
    batch = ''
    await othersFirst()
  }
  if (batch !== '') yield batch
}
