import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether what is random or visual runs in its long form, as in `npm run deep`. */
    isDeep: boolean
  }
}
