// One WebSocket to the room, for as long as it lives.

/**
 * What carries messages between this page and the room: a WebSocket, or requests where there is none.
 *
 * @typedef {object} Line
 * @property {(data: Uint8Array) => void} send what is lost with a line is the caller's to repeat
 * @property {() => void} close without waiting for the other side; nothing is told after it
 *
 * @typedef {object} LineEvents
 * @property {() => void} opened
 * @property {(data: Uint8Array) => void} message
 * @property {() => void} heard something came, even if it says nothing; told before a message
 * @property {(code: number) => void} closed the line is gone
 */

/**
 * @param {string} url
 * @param {string} token
 * @param {LineEvents} events
 * @returns {Line}
 */
export function socketLine(url, token, events) {
  const socket = new WebSocket(url, ['werkraum', token])
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }) => {
    events.heard()
    if (data instanceof ArrayBuffer) events.message(new Uint8Array(data))
  }
  socket.onclose = ({ code }) => events.closed(code)
  return {
    send: (data) => socket.send(/** @type {any} */ (data)),
    close() {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
    }
  }
}
