// Has the browser keep the pages, where it may: over TLS and on the own machine. After the visit has begun, which must not wait for it.

/** When a page has had time to load what it needs, in milliseconds. */
const LATER_MS = 5000

export function keepPages() {
  const saving = /** @type {any} */ (navigator).connection?.saveData === true
  if (!('serviceWorker' in navigator) || saving || navigator.serviceWorker.controller) return
  setTimeout(() => navigator.serviceWorker.register('/sw.js').catch(() => null), LATER_MS)
}
