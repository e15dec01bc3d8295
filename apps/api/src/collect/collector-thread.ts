import { parentPort, workerData } from 'node:worker_threads'
import type { DayRange } from '../domain/span.ts'
import { collect } from './collect.ts'
import type { CollectorEvent } from './collector-event.ts'
import type { CollectorOptions } from './collector-options.ts'
import type { InferenceEvent } from './inference/inference-event.ts'
import { createWantedDays } from './wanted-days.ts'

// Fetching, parsing and writing a poll happen here, so that an answer never waits for them.
const port = parentPort
if (port === null) throw new Error('this is a thread of the server, not a program')
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- start-collector.ts is the only one who starts it
const options = workerData as CollectorOptions

const stopping = new AbortController()
const wanted = createWantedDays()
port.on('message', (message: 'stop' | DayRange) => {
  if (message === 'stop') stopping.abort()
  else wanted.want(message)
})
const post = (event: CollectorEvent | InferenceEvent) => port.postMessage(event)
await collect(options, wanted.spans, post, stopping.signal)
port.close()
