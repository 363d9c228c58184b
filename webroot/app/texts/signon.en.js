/** Signing on at a provider. */
export default {
  'signon.title': 'Sign in',
  'signon.with': 'Sign in with {name}',
  'signon.withKey': 'Sign in with the key',
  'signon.wait': 'You are being signed in …',
  'signon.out': 'You are signed out.',
  'signon.again': 'Sign in again',
  'signon.retry': 'Try to sign in again',
  'signon.elsewhere': 'Back, without signing in',
  'signon.notBegun': 'This sign-in was not begun in this window. Please sign in from here.',
  'signon.denied': 'Signing in was cancelled.',
  'signon.refused': 'The sign-in service has not allowed it. Whoever runs it can say why.',
  'signon.as': 'Signed in as {name}',
  'signon.noRole': 'This account may not make events here. Whoever runs Werkraum can change that. You get into a room with its code.',
  'signon.nameless': 'somebody without a name',

  'error.providerDown': 'The sign-in service does not answer at the moment. Please try again shortly.',
  'error.signOnSetup':
    'Werkraum and the sign-in service don’t understand each other. Please tell those who run Werkraum: the reason is in the server’s log.',
  'error.signOnOver': 'This sign-in is no longer valid. Please sign in again.',
  'error.signOnDoubtful': 'The answer of the sign-in service can’t be believed. Please sign in again, or else tell those who run Werkraum.',
  'error.keyOff': 'A key opens nothing here. Please sign in with your account.'
}
