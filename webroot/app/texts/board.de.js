/** The board of an event. */
export default {
  'board.title': 'Übersicht',
  'board.programme': 'Programm',
  'board.signIn': 'Die Übersicht ist für die Organisation. Bitte melden Sie sich zuerst an.',
  'board.toOrganise': 'Zur Anmeldung',
  'board.lost': 'Keine Verbindung zum Server; die Zahlen sind von vorhin. Die Seite versucht es weiter.',
  'board.rooms': 'Räume',
  'board.none': 'Noch keine Räume. Im Programm werden sie geöffnet.',
  'board.help': 'Braucht Hilfe',
  'board.people': 'da',
  'board.steps': 'Schritte',
  'board.agreed': 'vereinbart',
  'board.polls': 'offene Abstimmungen',
  'board.everywhere': 'In allen Räumen',
  'board.announce': 'Ansage in alle Räume',
  'board.announceExample': 'In fünf Minuten Plenum',
  'board.say': 'Ansagen',
  'board.said': { one: 'Angesagt in {n} Raum.', other: 'Angesagt in {n} Räumen.' },
  'board.unsay': 'Ansage wegnehmen',
  'board.unsaid': { one: 'Weggenommen in {n} Raum.', other: 'Weggenommen in {n} Räumen.' },
  'board.minutes': 'Minuten',
  'board.time': 'Zeit überall starten',
  'board.timed': 'Die Zeit läuft in allen Räumen außer dem Plenum.',
  'board.untime': 'Zeit überall beenden',
  'board.untimed': 'Die Zeit ist überall beendet.',
  'board.close': 'Alle Räume schließen',
  'board.closed': 'Alle Räume außer dem Plenum sind geschlossen.',
  'board.closeTitle': 'Alle Räume schließen?',
  'board.closeText': {
    one: 'Alle Räume außer dem Plenum werden geschlossen; gerade ist {n} Person darin. Pläne sind dann nur noch zu lesen, offene Abstimmungen werden ausgezählt. Die Moderation kann einen Raum wieder öffnen.',
    other: 'Alle Räume außer dem Plenum werden geschlossen; gerade sind {n} Personen darin. Pläne sind dann nur noch zu lesen, offene Abstimmungen werden ausgezählt. Die Moderation kann einen Raum wieder öffnen.'
  }
}
