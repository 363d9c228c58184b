// Fetches the room page while somebody is still typing a name: over a slow network that is most of the way.

/** Puts what the room page needs at once into the browser's cache; what fails is fetched later anyway. */
export async function loadAhead() {
  try {
    const page = await (await fetch('/room.html')).text()
    const head = new DOMParser().parseFromString(page, 'text/html').head
    const links = [...head.querySelectorAll('link[rel="modulepreload"], link[rel="stylesheet"]')]
    // No links to prefetch: Firefox takes these for what the policy of the page forbids.
    await Promise.all(links.map((link) => fetched(link.getAttribute('href') ?? '')))
  } catch {
    // Offline: the room page says so itself.
  }
}

/** To its end: what nobody reads stays half on its way, and in no cache. @param {string} address */
async function fetched(address) {
  await (await fetch(address, { priority: 'low' })).arrayBuffer()
}
