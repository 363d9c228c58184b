// What the room's page needs of an organiser's other tabs: a part, since nobody else's page loads it.
export { shareSignIn, signedInSomewhere } from '../signon/other-tabs.js'
