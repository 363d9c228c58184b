// Who has the page open, as presence tells it; and whose hand an edit came from.

/** People are counted at most this often, in milliseconds. */
const LOOK_MS = 300

export class Present {
  /**
   * @param {import('/vendor/yjs.js').awareness.Awareness} awareness
   * @param {import('./state.js').State} state
   */
  constructor(awareness, state) {
    this.awareness = awareness
    this.state = state
    awareness.setLocalStateField('user', { ...state.me })
    awareness.on('change', () => this.#look())
  }

  #known = ''
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #looking

  /** Presence changes with every caret; only who is here matters, and not to the millisecond. */
  #look() {
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined
      const now = JSON.stringify(this.people())
      if (now === this.#known) return
      this.#known = now
      this.state.changed('people')
    }, LOOK_MS)
  }

  /** People with an open page, each once, oneself first. @returns {import('./state.js').Person[]} */
  people() {
    const { me, role } = this.state
    const people = new Map([[me.id ?? '', { ...me, id: me.id ?? '', role }]])
    for (const { user } of this.awareness.getStates().values()) {
      if (typeof user?.id !== 'string' || people.has(user.id) || user.role === 'viewer') continue
      const organisation = typeof user.organisation === 'string' ? user.organisation : undefined
      people.set(user.id, { id: user.id, name: String(user.name ?? ''), role: String(user.role ?? ''), organisation })
    }
    return [...people.values()]
  }

  /** The name behind a Yjs client id, if its page is open. @param {number} client @returns {string | null} */
  nameOf(client) {
    const name = this.awareness.getStates().get(client)?.['user']?.name
    return typeof name === 'string' && name !== '' ? name : null
  }
}
