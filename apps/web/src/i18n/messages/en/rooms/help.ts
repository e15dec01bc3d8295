/** What Podium is, how it ranks, and how to see an own gateway. */
export const help = {
  what: 'Podium is the live leaderboard of a LiteLLM gateway: who leads, by what, and what would lift your team.',
  connect: 'See your own gateway',
  connectHow:
    'Start Podium with the address of your LiteLLM gateway and a key that may list teams:',
  copyLine: 'Copy this line',
  measures: 'What the measures mean',
  score: 'How the score is made',
  scoreParts: {
    efficiency:
      'your place among the teams by output tokens per dollar. It can move when others do.',
    reliability: 'the success rate you have proven. Few requests prove little.',
    volume: (par: string | null) =>
      par === null
        ? 'output tokens up to par, the median team. More than par gives nothing.'
        : `output tokens up to par: ${par} now, the median team. More than par gives nothing.`,
    cache: 'the share of prompts served from cache. 60 % is full.',
    breadth: 'how evenly you use several models. Four used alike are full.',
  },
  scoreFrom: (requests: string, output: string) =>
    `A team has a score from ${requests} requests and ${output} output tokens.`,
  docs: 'The same numbers as JSON: API reference',
  settings: 'Settings',
}
