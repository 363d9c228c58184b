import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

/** Why something was refused, to stand beside what was pressed. @param {{sentence?: string}} problem */
export function refusal(problem) {
  return h('p', { class: 'error' }, icon('warn'), problem.sentence ?? t('error.unknown'))
}
