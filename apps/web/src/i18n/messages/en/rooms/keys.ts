export const keys = {
  measure: 'Choose a measure',
  range: 'Shorter or longer range',
  mine: 'Open my team',
  noneMine: 'Open a team and choose “This is my team” first.',
}
