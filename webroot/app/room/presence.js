// Who has the page open, as presence tells it; and whose hand an edit came from.

/**
 * @param {import('/vendor/yjs.js').awareness.Awareness} awareness
 * @param {import('./state.js').State} state
 */
export class Present {
  constructor(awareness, state) {
    this.awareness = awareness
    this.state = state
    awareness.setLocalStateField('user', { ...state.me })
    awareness.on('update', (change) => {
      if (change.added.length + change.removed.length > 0 || this.#known() !== this.people().length)
        state.changed('people')
    })
  }

  #count = 0

  #known() {
    const known = this.#count
    this.#count = this.people().length
    return known
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
