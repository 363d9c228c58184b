// A small seeded generator (mulberry32), so that a session can be run again from its seed.
export const random = (seed) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (bound) => Math.floor(next() * bound)
  return { next, int, of: (list) => list[int(list.length)], chance: (share) => next() < share }
}
