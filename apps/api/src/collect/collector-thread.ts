import { parentPort, workerData } from 'node:worker_threads'
import { collect } from './collect.ts'
import type { CollectorEvent } from './collector-event.ts'
import type { CollectorOptions } from './collector-options.ts'

// Fetching, parsing and writing a poll happen here, so that an answer never waits for them.
const port = parentPort
if (port === null) throw new Error('this is a thread of the server, not a program')
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- start-collector.ts is the only one who starts it
const options = workerData as CollectorOptions

const stopping = new AbortController()
port.on('message', () => {
  stopping.abort()
})
await collect(options, (event: CollectorEvent) => port.postMessage(event), stopping.signal)
port.close()
