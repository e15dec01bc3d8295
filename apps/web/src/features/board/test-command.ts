/** One request with a team's key, to see it arrive on the board. Both variables are the reader's to set. */
export function testCommand(model = 'MODEL'): string {
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] })
  return [
    'curl "$LITELLM_BASE_URL/v1/chat/completions" \\',
    '  -H "Authorization: Bearer $TEAM_KEY" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${body.replaceAll("'", String.raw`'\''`)}'`,
  ].join('\n')
}
