/** The join page. */
export default {
  'join.title': 'Join',
  'join.claim': 'Plan together, decide together.',
  'join.lead':
    'Enter the code from the screen. Then everyone in the room works on the same plan, without an account and without an app.',
  'join.rule': 'A folding rule with four limbs: {phases}',
  'join.code': 'Code',
  'join.codeMissing': 'Please enter the code from the screen.',
  'join.codeLength': 'A code has ten characters. Please check that they are all there.',
  'join.codeUnknown': 'This code does not exist. Please check the ten characters.',
  'join.name': 'Your name',
  'join.nameHint': 'Others see your contributions under this name.',
  'join.nameMissing': 'Please enter your name.',
  'join.nameWrong': 'This name does not work. Please use at most 80 characters.',
  'join.organisation': 'Authority or organisation',
  'join.optional': '(optional)',
  'join.organisationWrong': 'This does not work. Please use at most 80 characters.',
  'join.send': 'To the plan',
  'join.closed': 'This room is closed. Joining is no longer possible.',
  'join.removed':
    'Your access has been ended. Moderators or organisers can let you in again or give you a personal code.',
  'join.needsCode':
    'To enter this room you need its code. It is on the screen, and the moderators have it.',
  'join.else': 'I am not {name}',
  'join.again': 'You are already in',
  'join.asGuest': 'as {name}',
  'join.as': 'as {name}, {role}',
  'join.organise': 'Organise',
  'join.privacy': 'What happens to your data',
  'join.privacyText':
    'Your name and your contributions are visible to everyone in the room. After the room has ended personal data is deleted, as a rule after 90 days. Nothing is passed on to third parties. On this device the browser remembers your name and the access to the room.'
}
