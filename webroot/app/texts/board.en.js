/** The board of an event. */
export default {
  'board.title': 'Board',
  'board.programme': 'Programme',
  'board.signIn': 'The board is for organisers. Please sign in first.',
  'board.toOrganise': 'Sign in',
  'board.lost': 'No connection to the server; the numbers are from before. The page keeps trying.',
  'board.rooms': 'Rooms',
  'board.none': 'No rooms yet. They are opened in the programme.',
  'board.help': 'Needs help',
  'board.people': 'here',
  'board.steps': 'steps',
  'board.agreed': 'agreed',
  'board.polls': 'open polls',
  'board.everywhere': 'In all rooms',
  'board.announce': 'Announcement in all rooms',
  'board.announceExample': 'Plenary in five minutes',
  'board.say': 'Announce',
  'board.said': { one: 'Announced in {n} room.', other: 'Announced in {n} rooms.' },
  'board.unsay': 'Take the announcement away',
  'board.unsaid': { one: 'Taken away in {n} room.', other: 'Taken away in {n} rooms.' },
  'board.minutes': 'Minutes',
  'board.time': 'Start the time everywhere',
  'board.timed': 'The time is running in all rooms but the plenary.',
  'board.untime': 'End the time everywhere',
  'board.untimed': 'The time has ended everywhere.',
  'board.close': 'Close all rooms',
  'board.closed': 'All rooms but the plenary are closed.',
  'board.closeTitle': 'Close all rooms?',
  'board.closeText': {
    one: 'All rooms but the plenary will be closed; there is {n} person in them right now. Plans can then only be read, open polls are counted. Moderators can open a room again.',
    other: 'All rooms but the plenary will be closed; there are {n} people in them right now. Plans can then only be read, open polls are counted. Moderators can open a room again.'
  }
}
