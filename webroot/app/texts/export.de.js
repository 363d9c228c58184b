/** Taking the plan along. */
export default {
  'export.title': 'Herunterladen',
  'export.document': 'Was',
  'export.document.plan': 'Plan',
  'export.document.protocol': 'Ergebnisprotokoll',
  'export.document.both': 'Beides',
  'export.parts': 'Mit',
  'export.part.polls': 'Abstimmungen und Beschlüssen',
  'export.part.comments': 'offenen Anmerkungen',
  'export.part.minutes': 'der Mitschrift (Protokoll)',
  'export.people': 'Wer mitgewirkt hat',
  'export.people.counts': 'Anzahl nach Organisationen',
  'export.people.names': 'mit Namen',
  'export.people.none': 'weglassen',
  'export.holds': 'Darin ist',
  'export.entries': { one: '(1)', other: '({n})' },
  'export.as': 'Als',
  'export.making': 'Das Dokument wird gemacht …',
  'export.takeAlong': 'Für Teilnehmende und Protokoll',
  'export.takeAlong.what': 'Das nehmen Teilnehmende mit, sobald der Raum geschlossen ist:',
  'export.minuting': 'Protokoll mitschreiben',
  'export.minuting.what': 'Phasen und Ergebnisse kommen von selbst ins Protokoll und lassen sich dort ändern.'
}
