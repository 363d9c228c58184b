/**
 * What is asked for twice is done once: a second press while the first is under way, a repetition after an answer that got lost. All that
 * makes something goes through here.
 */

/** What is under way, by intention. @type {Map<string, Promise<any>>} */
const running = new Map()
/** Ids of what has got no answer yet; the server takes a repetition under the same id for the same. @type {Map<string, string>} */
const unanswered = new Map()

/**
 * @template A
 * @param {string} intention what is to be done: the same words are the same intention
 * @param {(key: string) => Promise<A>} act fails with a `status`: 0 or 5xx if it is not known whether it was done
 * @returns {Promise<A>}
 */
export function once(intention, act) {
  const known = running.get(intention)
  if (known) return known
  const key = unanswered.get(intention) ?? requestKey()
  unanswered.set(intention, key)
  const asked = act(key).then(
    (answer) => {
      unanswered.delete(intention)
      return answer
    },
    (reason) => {
      if (isAnswer(reason)) unanswered.delete(intention)
      throw reason
    }
  )
  running.set(intention, asked)
  const over = () => running.delete(intention)
  asked.then(over, over)
  return asked
}

/** Whether a failure says that nothing was done. @param {any} reason */
export function isAnswer({ status }) {
  return typeof status === 'number' && status >= 400 && status < 500
}

/** A random UUID; `crypto.randomUUID` is missing where the page came without TLS. @returns {string} */
export function requestKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
