// Requests and lines of a visit as values.

/** Bytes of a message that go with one request, as letters less than the 1 MiB that proxies let through. */
export const LONGEST = 640 * 1024
/** Messages in one request, at the most. */
export const MOST = 1000

/** @typedef {{bytes: Uint8Array, more: boolean}} Piece part of a message; `more` is to come */

/** A message in pieces that fit into a request. @param {Uint8Array} data @returns {Piece[]} */
export function pieces(data) {
  const all = []
  for (let at = 0; at === 0 || at < data.length; at += LONGEST) {
    all.push({ bytes: data.subarray(at, at + LONGEST), more: at + LONGEST < data.length })
  }
  return all
}

/**
 * @param {string} path
 * @param {string} token
 * @param {string} method
 * @param {object} [body]
 * @param {AbortSignal} [signal]
 */
export function ask(path, token, method, body, signal) {
  /** @type {Record<string, string>} */
  const headers = { Authorization: `Bearer ${token}` }
  if (body) headers['Content-Type'] = 'application/json'
  /** @type {RequestInit} */
  const request = { method, headers, cache: 'no-store', redirect: 'error', keepalive: method === 'DELETE' }
  if (body) request.body = JSON.stringify(body)
  if (signal) request.signal = signal
  return fetch(path, request)
}

/** The lines of a body as they come. @param {ReadableStream<Uint8Array>} body */
export async function* lines(body) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const all = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = all.pop() ?? ''
    yield* all
  }
}

/** @param {string} text */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
