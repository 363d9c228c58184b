// What ical.js and node-ical find in the calendar named by FILE, days and tasks alike: one line of JSON a reader.
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

const text = readFileSync(process.env.FILE, 'utf8')

/** A reader's date as a day where it runs. */
function day(date) {
  const two = (number) => String(number).padStart(2, '0')
  return date ? `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` : null
}

function byIcalJs() {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents()
    .filter((part) => part.name === 'vevent' || part.name === 'vtodo')
    .map((part) => ({
      kind: part.name,
      uid: part.getFirstPropertyValue('uid'),
      summary: part.getFirstPropertyValue('summary'),
      day: (part.getFirstPropertyValue('dtstart') ?? part.getFirstPropertyValue('due')).toString(),
      sequence: Number(part.getFirstPropertyValue('sequence'))
    }))
}

function byNodeIcal() {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter(({ type }) => type === 'VEVENT' || type === 'VTODO')
    .map(({ type, uid, summary, start, due, sequence }) => ({
      kind: type.toLowerCase(),
      uid,
      summary,
      day: day(start ?? due),
      sequence: Number(sequence)
    }))
}

console.log(JSON.stringify(byIcalJs()))
console.log(JSON.stringify(byNodeIcal()))
