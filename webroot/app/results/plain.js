/** A line of the server's Markdown as its text. */

/** A backslash before a sign takes its meaning away. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g

/** @param {string} line @returns {string} */
export function plain(line) {
  const kept = /** @type {string[]} */ ([])
  const masked = line.replace(ESCAPED, (_, sign) => `\u0000${kept.push(sign) - 1}\u0000`)
  const text = masked
    .replace(/^#{1,6}\s+/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|\*|_|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(\*\*|\*)(?=\S)(.+?)(?<=\S)\1/g, '$2')
  return text.replace(/\u0000(\d+)\u0000/g, (_, at) => kept[Number(at)] ?? '')
}
