/** All our tables live in here; LiteLLM's live in `public`. */
export const schemaName = 'podium'
