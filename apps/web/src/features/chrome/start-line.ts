/** Starts Podium with a gateway; both values are the reader's to fill in. */
export const startLine = 'LITELLM_BASE_URL=http://localhost:4000 LITELLM_API_KEY=sk-... npm start'
