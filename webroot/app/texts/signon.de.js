/** Signing on at a provider. */
export default {
  'signon.title': 'Anmelden',
  'signon.with': 'Anmelden mit {name}',
  'signon.withKey': 'Mit dem Schlüssel anmelden',
  'signon.wait': 'Sie werden angemeldet …',
  'signon.out': 'Sie sind abgemeldet.',
  'signon.again': 'Wieder anmelden',
  'signon.retry': 'Noch einmal anmelden',
  'signon.elsewhere': 'Zurück, ohne sich anzumelden',
  'signon.notBegun': 'Diese Anmeldung wurde nicht in diesem Fenster begonnen. Bitte melden Sie sich von hier aus an.',
  'signon.denied': 'Die Anmeldung wurde abgebrochen.',
  'signon.refused': 'Der Anmeldedienst hat die Anmeldung nicht zugelassen. Wer ihn betreibt, kann sagen, warum.',
  'signon.as': 'Angemeldet als {name}',
  'signon.noRole': 'Dieses Konto darf hier keine Veranstaltungen anlegen. Wer Werkraum betreibt, kann das ändern. In einen Raum kommen Sie mit seinem Code.',
  'signon.nameless': 'jemand ohne Namen',

  'error.providerDown': 'Der Anmeldedienst antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
  'error.signOnSetup':
    'Werkraum und der Anmeldedienst verstehen sich nicht. Bitte sagen Sie es denen, die Werkraum betreiben: Der Grund steht im Protokoll des Servers.',
  'error.signOnOver': 'Diese Anmeldung gilt nicht mehr. Bitte melden Sie sich noch einmal an.',
  'error.signOnDoubtful': 'Die Antwort des Anmeldedienstes ist nicht glaubwürdig. Bitte melden Sie sich noch einmal an, und sagen Sie es sonst denen, die Werkraum betreiben.',
  'error.keyOff': 'Ein Schlüssel öffnet hier nichts. Bitte melden Sie sich mit Ihrem Konto an.'
}
