/** How the page scrolls to something: at once for those who asked for less motion. @returns {ScrollBehavior} */
export function calmly() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}
