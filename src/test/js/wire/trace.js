// Reads a recorded editing session: count, then length and bytes of each update, then the final text; numbers are u32 big-endian.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export function readTrace (file) {
  const bytes = gunzipSync(readFileSync(file))
  let at = 4
  const next = () => {
    const length = bytes.readUInt32BE(at)
    at += 4 + length
    return bytes.subarray(at - length, at)
  }
  const updates = Array.from({ length: bytes.readUInt32BE(0) }, () => new Uint8Array(next()))
  return { updates, text: next().toString('utf8') }
}
