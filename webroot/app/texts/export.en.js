/** Taking the plan along. */
export default {
  'export.title': 'Download',
  'export.document': 'What',
  'export.document.plan': 'Plan',
  'export.document.protocol': 'Minutes of results',
  'export.document.both': 'Both',
  'export.parts': 'With',
  'export.part.polls': 'polls and decisions',
  'export.part.comments': 'open comments',
  'export.part.minutes': 'the notes (minutes)',
  'export.people': 'Who took part',
  'export.people.counts': 'numbers by organisation',
  'export.people.names': 'by name',
  'export.people.none': 'leave out',
  'export.holds': 'It holds',
  'export.entries': { one: '(1)', other: '({n})' },
  'export.as': 'As',
  'export.making': 'The document is being made …',
  'export.takeAlong': 'For participants, and minutes',
  'export.takeAlong.what': 'Participants take these along once the room is closed:',
  'export.minuting': 'Write the minutes along',
  'export.minuting.what': 'Phases and results come into the minutes by themselves and can be changed there.'
}
