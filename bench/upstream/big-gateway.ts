// A process of its own, so that making the answers costs the measured one nothing. Ends with its parent.
import { createServer } from 'node:http'
import { bigDay } from './big-day.ts'

const size = { teams: 200, models: 20, keysPerTeam: 3 }
const template = bigDay('0000-00-00', size)

const noTeams = '{"teams":[],"total":0,"page":1,"page_size":100,"total_pages":0}'
const allTeams = '[]'

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://gateway')
  response.setHeader('content-type', 'application/json')
  if (url.pathname === '/v2/team/list') return response.end(noTeams)
  if (url.pathname === '/team/list') return response.end(allTeams)
  if (url.pathname !== '/team/daily/activity')
    return response.writeHead(404).end('{"detail":"Not Found"}')
  const date = url.searchParams.get('start_date') ?? ''
  return response.end(template.replace('0000-00-00', date))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0, bytes: template.length })
})
process.on('disconnect', () => process.exit(0))
