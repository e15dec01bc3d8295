export { parseExposition, type Exposition } from './exposition.ts'
export type { Sample } from './sample-line.ts'
