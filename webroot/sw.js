// Keeps the pages on the device, so that a room opens without a network. What is said in it never passes here: calls, streams and sockets go their own
// way. The build fills in what there is to keep; sources that are served as they lie are not kept.

/** @type {{version: string, files: string[], pages: string[]}} */
const KEPT = { version: '', files: [], pages: [] }
const CACHE = `werkraum-${KEPT.version}`
/** A page that has not come after that long, in milliseconds, is taken from the device. */
const PATIENCE_MS = 4000
const worker = /** @type {any} */ (globalThis)

worker.addEventListener('install', (/** @type {any} */ event) => {
  if (KEPT.version) event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...KEPT.pages, ...KEPT.files])))
})

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('werkraum-') && name !== CACHE).map((name) => caches.delete(name))))
  )
})

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (KEPT.files.includes(pathname)) event.respondWith(file(request, pathname))
  else if (request.mode === 'navigate' && KEPT.pages.includes(pathname)) event.respondWith(page(request, pathname))
})

/** The name tells the content. @param {Request} request @param {string} path */
async function file(request, path) {
  return (await caches.match(path)) ?? fetch(request)
}

/** As the server has it now, or as it was if the server can't be asked. @param {Request} request @param {string} path */
async function page(request, path) {
  const kept = await caches.match(path)
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const answer = await Promise.race([fetch(request).catch(() => undefined), late])
  return answer instanceof Response && answer.status < 500 ? answer : kept
}
