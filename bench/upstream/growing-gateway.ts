// A process of its own: a gateway of 200 teams where 400 cells have grown with every answer. Ends with its parent.
import { createServer } from 'node:http'
import { bigDay } from './big-day.ts'

const size = { teams: 200, models: 1, keysPerTeam: 2 }
const noTeams = '{"teams":[],"total":0,"page":1,"page_size":100,"total_pages":0}'
let polls = 0

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://gateway')
  response.setHeader('content-type', 'application/json')
  if (url.pathname === '/v2/team/list') return response.end(noTeams)
  if (url.pathname === '/team/list') return response.end('[]')
  if (url.pathname !== '/team/daily/activity')
    return response.writeHead(404).end('{"detail":"Not Found"}')
  polls += 1
  return response.end(bigDay(url.searchParams.get('start_date') ?? '', size, polls))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('disconnect', () => process.exit(0))
