import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { clientOf, startGateway } from '../support/gateway.ts'

const mebibyte = 1024 * 1024

test('a gzip bomb of 600 MB costs little memory and is no answer', async () => {
  // Gzip members may follow one another: 60 times 10 MB of spaces in 0.6 MB.
  const member = gzipSync(Buffer.alloc(10 * mebibyte, 0x20))
  const bomb = Buffer.concat(Array.from({ length: 60 }, () => member))
  const gateway = await startGateway((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  )
  const client = clientOf(gateway.url)
  const before = process.memoryUsage.rss()
  let highest = before
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5)
  await expect(client.readiness()).rejects.toMatchObject({ kind: 'too_large' })
  clearInterval(watch)
  highest = Math.max(highest, process.memoryUsage.rss())
  expect(highest - before).toBeLessThan(64 * mebibyte)
})
