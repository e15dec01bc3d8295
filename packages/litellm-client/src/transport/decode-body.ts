import type { IncomingMessage } from 'node:http'
import { type Duplex, pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { LiteLLMError } from '../errors/litellm-error.ts'

const chunkSize = 64 * 1024

type Decoder = Duplex & { readonly bytesWritten: number }

/** Decompresses while reading, so that whoever reads decides how much is ever decompressed. */
export function decodeBody(response: IncomingMessage) {
  const decoder = decoderOf(response)
  if (decoder === undefined) return { chunks: response, consumedBytes: () => 0 }
  // A failure on either side arrives at the reader of the decoder as its error.
  pipeline(response, decoder, () => undefined)
  return { chunks: decoder, consumedBytes: () => decoder.bytesWritten }
}

function decoderOf(response: IncomingMessage): Decoder | undefined {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (coding === '' || coding === 'identity') return undefined
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip({ chunkSize })
  if (coding === 'deflate') return createInflate({ chunkSize })
  if (coding === 'br') return createBrotliDecompress({ chunkSize })
  response.destroy()
  throw new LiteLLMError('corrupt', { detail: 'a coding that was not asked for' })
}
