import { has, moment, t } from '../../i18n.js'

/**
 * @typedef {{id: string, at: string, reason: string, name: string | null, steps: number, by: {name: string} | null}} Version as listed
 */

/** What a version is called. @param {Version} version */
export function versionLabel({ reason, name }) {
  if (reason === 'named') return name ?? ''
  const phase = name && has(`phase.${name}`) ? t(`phase.${name}`) : (name ?? '')
  return has(`records.reason.${reason}`) ? t(`records.reason.${reason}`, { name: phase }) : reason
}

/** What it is called, and when it was kept. @param {Version} version */
export function named(version) {
  return `${versionLabel(version)}, ${moment(version.at)}`
}
