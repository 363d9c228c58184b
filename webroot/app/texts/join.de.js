/** The join page. */
export default {
  'join.title': 'Beitreten',
  'join.claim': 'Gemeinsam planen, gemeinsam entscheiden.',
  'join.lead':
    'Geben Sie den Code von der Leinwand ein. Danach arbeiten alle im Raum am selben Plan, ohne Anmeldung und ohne App.',
  'join.rule': 'Ein Zollstock mit vier Gliedern: {phases}',
  'join.code': 'Code',
  'join.codeMissing': 'Bitte geben Sie den Code von der Leinwand ein.',
  'join.codeLength': 'Ein Code hat zehn Zeichen. Bitte prüfen Sie, ob alle da sind.',
  'join.codeUnknown': 'Diesen Code gibt es nicht. Bitte prüfen Sie die zehn Zeichen.',
  'join.name': 'Ihr Name',
  'join.nameHint': 'Unter diesem Namen sehen andere Ihre Beiträge.',
  'join.nameMissing': 'Bitte geben Sie Ihren Namen ein.',
  'join.nameWrong': 'Dieser Name geht nicht. Bitte schreiben Sie ihn mit höchstens 80 Zeichen.',
  'join.organisation': 'Verwaltung oder Organisation',
  'join.optional': '(freiwillig)',
  'join.organisationWrong': 'Dieser Eintrag geht nicht. Bitte schreiben Sie ihn mit höchstens 80 Zeichen.',
  'join.send': 'Zum Plan',
  'join.closed': 'Dieser Raum ist geschlossen. Beitreten ist nicht mehr möglich.',
  'join.removed':
    'Ihr Zugang wurde beendet. Moderation oder Organisation können Sie wieder einlassen oder Ihnen einen persönlichen Code geben.',
  'join.needsCode':
    'Um in diesen Raum zu kommen, brauchen Sie seinen Code. Sie finden ihn auf der Leinwand oder bei der Moderation.',
  'join.else': 'Ich bin nicht {name}',
  'join.again': 'Sie sind schon dabei',
  'join.asGuest': 'als {name}',
  'join.as': 'als {name}, {role}',
  'join.organise': 'Organisieren',
  'join.privacy': 'Was mit Ihren Daten geschieht',
  'join.privacyText':
    'Ihr Name und Ihre Beiträge sind für alle im Raum sichtbar. Nach dem Ende des Raums werden personenbezogene Daten gelöscht, in der Regel nach 90 Tagen. Nichts wird an Dritte gegeben. Auf diesem Gerät merkt sich der Browser Ihren Namen und den Zugang zum Raum.'
}
