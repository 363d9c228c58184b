// Fetches the room page while somebody is still typing a name: over a slow network that is most of the way.

/** Puts what the room page needs at once into the browser's cache; what fails is fetched later anyway. */
export async function loadAhead() {
  try {
    const page = await (await fetch('/room.html')).text()
    const head = new DOMParser().parseFromString(page, 'text/html').head
    for (const link of head.querySelectorAll('link[rel="modulepreload"], link[rel="stylesheet"]')) {
      const ahead = document.createElement('link')
      ahead.rel = 'prefetch'
      ahead.href = link.getAttribute('href') ?? ''
      document.head.append(ahead)
    }
  } catch {
    // Offline: the room page says so itself.
  }
}
