export const session = {
  adminIn: 'You are signed in as admin.',
  linkUsed: 'This one-time link has been used already or has run out.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  heading: 'This board is not open to everyone',
  why: 'Paste the token you were given. It stays with the server as a cookie, never in this page.',
  token: 'Token',
  wrong: 'This token is not known. Check that it was copied whole.',
  unreachable: 'Podium does not answer. Check the connection and try again.',
  otherWay: 'Whoever runs Podium signs you in outside of this page: reload it after that.',
}
