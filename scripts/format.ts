import { runProgram } from './run-program.ts'

const { ok, output } = await runProgram('oxfmt', ['.'])
console.log(output.trim())
process.exitCode = ok ? 0 : 1
