/** A screen that goes dark in the middle of a vote helps nobody: where the browser can, the device stays awake while this page is seen. */
export function stayAwake() {
  const ask = () => {
    // Absent without TLS; refused where the battery is low. The screen then goes dark as its owner has set it.
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
  }
  // The browser takes the lock away with the page's visibility.
  document.addEventListener('visibilitychange', ask)
  ask()
}
