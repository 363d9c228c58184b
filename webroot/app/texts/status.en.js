/** Reporting how far steps are, without an account. */
export default {
  'status.title': 'Report progress',
  'status.gone': 'There is no such link, or it was revoked. Please ask for a new one.',
  'status.for': 'For {name}',
  'status.how': 'You see only the steps that this link is for. What you report is in the plan at once. The link is good until {day}.',
  'status.none': 'No step is open that this link is for.',
  'status.thanks': 'Thank you, that is in the plan now.',
  'status.untitled': '(untitled)',
  'status.until': 'by {day}',
  'status.noDate': 'no date',
  'status.doneWhen': 'Done when: {result}',
  'status.details': 'Details',
  'status.last': 'Last reported {when}.',
  'status.question': 'How does it stand?',
  'status.say.done': 'Done',
  'status.say.doing': 'In progress',
  'status.say.blocked': 'Blocked',
  'status.say.same': 'As before, only a new date or a remark',
  'status.reason': 'Remark (optional)',
  'status.reasonNeeded': 'What is in the way?',
  'status.newDate': 'New date (optional)',
  'status.send': 'Report'
}
