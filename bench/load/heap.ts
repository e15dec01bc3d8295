import type { CDPSession } from 'playwright'
import { z } from 'zod'

const Snapshot = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      node_types: z.tuple([z.array(z.string())]).rest(z.unknown()),
    }),
  }),
  nodes: z.array(z.number()),
})
const Chunk = z.object({ chunk: z.string() })
/** The engine compiles for minutes; what the browser and its tools keep is not the page's. */
const ofTheEngine = ['code', 'native', 'hidden', 'synthetic']

/** Bytes of what a page holds on to, after garbage was collected. */
export async function heldBytes(devtools: CDPSession): Promise<number> {
  const chunks: string[] = []
  const keep = (event: unknown) => void chunks.push(Chunk.parse(event).chunk)
  await devtools.send('HeapProfiler.collectGarbage')
  devtools.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devtools.off('HeapProfiler.addHeapSnapshotChunk', keep)
  const { snapshot, nodes } = Snapshot.parse(JSON.parse(chunks.join('')))
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let sum = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = types[0][nodes[node + typeAt] ?? 0] ?? ''
    if (!ofTheEngine.includes(type)) sum += nodes[node + sizeAt] ?? 0
  }
  return sum
}
