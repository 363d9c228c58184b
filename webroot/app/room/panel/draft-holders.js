// A draft of a poll is open in one dialog at a time: who has it open tells the others by presence, and they see it at the draft.

/** @typedef {ReturnType<typeof draftHolders>} DraftHolders */

/** @param {import('/vendor/yjs.js').awareness.Awareness} awareness */
export function draftHolders(awareness) {
  let known = ''
  /** @type {Set<() => void>} */
  const listeners = new Set()
  awareness.on('change', () => {
    const now = JSON.stringify([...others()])
    if (now === known) return
    known = now
    for (const listener of listeners) listener()
  })

  /** Who else has which draft open: poll, name. @returns {Map<string, string>} */
  function others() {
    /** @type {Map<string, string>} */
    const held = new Map()
    for (const [client, { draft, user }] of awareness.getStates()) {
      if (client !== awareness.clientID && typeof draft === 'string') held.set(draft, String(user?.name ?? ''))
    }
    return held
  }

  return {
    /** The name of who else has it open. @param {string} poll @returns {string | null} */
    of: (poll) => others().get(poll) ?? null,
    /** Tells that this page has a draft open; null: none. @param {string | null} poll */
    hold: (poll) => awareness.setLocalStateField('draft', poll),
    /** @param {() => void} listener told when others open or close one */
    watch: (listener) => void listeners.add(listener)
  }
}
