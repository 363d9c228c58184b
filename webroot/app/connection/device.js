// What a device says about its network and about being looked at.

/**
 * @param {object} hears
 * @param {() => void} hears.woke a network is back, or the page is shown again: a reason to try now
 * @param {() => void} hears.dropped the network has gone
 * @param {() => void} hears.hidden the page is left, perhaps to be shown again as it was
 * @returns {() => void} stops listening
 */
export function listenToDevice({ woke, dropped, hidden }) {
  const stop = new AbortController()
  const { signal } = stop
  addEventListener('online', woke, { signal })
  addEventListener('offline', dropped, { signal })
  addEventListener('pageshow', woke, { signal })
  addEventListener('pagehide', hidden, { signal })
  document.addEventListener('visibilitychange', woke, { signal })
  return () => stop.abort()
}
