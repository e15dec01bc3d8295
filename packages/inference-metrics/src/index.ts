export { parseExposition, type Parsed } from './exposition/parse-exposition.ts'
export { defaultLimits, type Limits } from './exposition/limits.ts'
export type { Exposition, FamilyType, Labels, Sample } from './exposition/exposition.ts'
