// The messages of the room's socket as values: y-protocols framing plus our own type 100. Bytes in, bytes out; sends nothing.
import { decoding, encoding } from '/vendor/yjs.js'

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const QUERY = 3
const EVENT = 100

/**
 * @typedef {{kind: 'step1', vector: Uint8Array} | {kind: 'step2', update: Uint8Array} | {kind: 'update', update: Uint8Array}
 *   | {kind: 'awareness', update: Uint8Array} | {kind: 'query'} | {kind: 'denied'} | {kind: 'event', event: any} | {kind: 'unknown'}} Message
 */

/** @param {Uint8Array} data one frame @returns {Message} */
export function read(data) {
  const decoder = decoding.createDecoder(data)
  switch (decoding.readVarUint(decoder)) {
    case SYNC: {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === 0) return { kind: 'step1', vector: body }
      return { kind: step === 1 ? 'step2' : 'update', update: body }
    }
    case AWARENESS:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case AUTH:
      return { kind: 'denied' }
    case QUERY:
      return { kind: 'query' }
    case EVENT:
      return { kind: 'event', event: JSON.parse(decoding.readVarString(decoder)) }
    default:
      return { kind: 'unknown' }
  }
}

/** @param {0 | 1 | 2} step step 1, step 2, update @param {Uint8Array} body */
export function sync(step, body) {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** @param {Uint8Array} update */
export function presence(update) {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AWARENESS)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** @param {object} event */
export function event(event) {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, EVENT)
  encoding.writeVarString(encoder, JSON.stringify(event))
  return encoding.toUint8Array(encoder)
}
