export const session = {
  adminIn: 'You are signed in as admin.',
  linkUsed: 'This one-time link has been used already or has run out.',
}
