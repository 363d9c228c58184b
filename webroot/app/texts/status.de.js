/** Reporting how far steps are, without an account. */
export default {
  'status.title': 'Stand melden',
  'status.gone': 'Diesen Link gibt es nicht, oder er wurde zurückgezogen. Bitte fragen Sie nach einem neuen.',
  'status.for': 'Für {name}',
  'status.how': 'Sie sehen nur die Schritte, für die dieser Link gilt. Was Sie melden, steht sofort im Plan. Der Link gilt bis {day}.',
  'status.none': 'Zurzeit ist kein Schritt offen, für den dieser Link gilt.',
  'status.thanks': 'Danke, das steht jetzt im Plan.',
  'status.untitled': '(ohne Titel)',
  'status.until': 'bis {day}',
  'status.noDate': 'kein Termin',
  'status.doneWhen': 'Fertig, wenn: {result}',
  'status.details': 'Einzelheiten',
  'status.last': 'Zuletzt gemeldet am {when}.',
  'status.question': 'Wie steht es?',
  'status.say.done': 'Erledigt',
  'status.say.doing': 'In Arbeit',
  'status.say.blocked': 'Blockiert',
  'status.say.same': 'Unverändert, nur ein neuer Termin oder Hinweis',
  'status.reason': 'Hinweis (freiwillig)',
  'status.reasonNeeded': 'Was steht im Weg?',
  'status.newDate': 'Neuer Termin (freiwillig)',
  'status.send': 'Melden'
}
