export const session = {
  adminIn: 'You are signed in as admin.',
  linkUsed: 'This link was used already or has expired.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  heading: 'This board needs a token',
  why: 'Paste the one you were given. It is stored as a secure cookie for 12 hours.',
  token: 'Token',
  wrong: 'This token is wrong. Check that you copied all of it.',
  unreachable: 'Podium does not answer. Check the connection and try again.',
  otherWay: 'Sign in where whoever runs Podium told you to, then reload this page.',
}
