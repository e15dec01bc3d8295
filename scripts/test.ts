// `npm test`: everything, what is random or visual in its short form.
import { runTests } from './run-tests.ts'

await runTests(process.argv.slice(2), { isDeep: false })
