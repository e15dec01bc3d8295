// `npm run deep`: what is random or visual once more, in its long form; it takes about an hour and a half.
import { runTests } from './run-tests.ts'

const long = [
  ...[
    'histories',
    'history.property',
    'board.property',
    'fuzz',
    'unread-answers',
    'test/store/sqlite.test',
  ],
  ...[
    'test/store/postgres.test',
    'test/store/migrations',
    'e2e/walk',
    'e2e/long-day',
    'e2e/hostile',
    'e2e/reference',
    'e2e/wall.test',
    'e2e/analytics/cards',
    'e2e/analytics/touch',
    'e2e/analytics/forced',
    'first-minute',
  ],
  ...['poll-activity', 'alive', 'replicas', 'conformance/paging', 'conformance/faults'],
]
const args = process.argv.slice(2)

await runTests(args.length > 0 ? args : long, { isDeep: true })
