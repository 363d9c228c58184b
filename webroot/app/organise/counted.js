/**
 * The whole number in a field, within the field's own bounds.
 *
 * @param {HTMLInputElement} field with `min`, which stands for what is no number, and `max`
 * @returns {number}
 */
export function counted({ value, min, max }) {
  return Math.min(Number(max), Math.max(Number(min), Math.trunc(Number(value) || Number(min))))
}
