import { readdirSync } from 'node:fs'
import { gauge, type Family } from './family.ts'

/** The process, by the names that Prometheus' own clients use. */
export function processFamilies(): Family[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const startedAt = Math.round(performance.timeOrigin) / 1000
  return [
    {
      type: 'counter',
      name: 'process_cpu_seconds_total',
      help: 'Processor time of the process, all its threads.',
      samples: [{ labels: {}, value: (user + system) / 1e6 }],
    },
    gauge('process_start_time_seconds', 'When the process began.', startedAt),
    gauge('process_resident_memory_bytes', 'Memory that the process holds.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Memory of the main thread’s objects.', heapUsed),
    gauge('nodejs_heap_size_total_bytes', 'Memory set aside for them.', heapTotal),
    gauge('nodejs_external_memory_bytes', 'Memory outside the heap that they hold.', external),
    ...openFiles(),
  ]
}

/** Linux tells; elsewhere it is not known, so it is not said. */
function openFiles(): Family[] {
  if (process.platform !== 'linux') return []
  const open = readdirSync('/proc/self/fd').length
  return [gauge('process_open_fds', 'File descriptors that are open.', open)]
}
