// What ical.js and node-ical find in the calendar named by FILE: one line of JSON a reader.
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
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtodo').map((task) => ({
    uid: task.getFirstPropertyValue('uid'),
    summary: task.getFirstPropertyValue('summary'),
    due: task.getFirstPropertyValue('due')?.toString() ?? null,
    status: task.getFirstPropertyValue('status'),
    sequence: Number(task.getFirstPropertyValue('sequence'))
  }))
}

function byNodeIcal() {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter(({ type }) => type === 'VTODO')
    .map(({ uid, summary, due, status, sequence }) => ({ uid, summary, due: day(due), status, sequence: Number(sequence) }))
}

console.log(JSON.stringify(byIcalJs()))
console.log(JSON.stringify(byNodeIcal()))
