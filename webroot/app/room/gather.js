import { t } from '../i18n.js'
import { calledTo } from './called-to.js'
import { calmly } from './motion.js'
import { goTo, isShown } from './tabs.js'

/**
 * "Everyone to me": brings the page to what the moderator shows, and says so. Focus stays where it is.
 *
 * @param {string | null} spotlight
 * @param {{state: import('./state.js').State, plan: import('./plan/document.js').PlanDocument, view: import('./plan/plan-view.js').PlanView, toast: import('./toast.js').Toast}} page
 */
export async function gather(spotlight, { state, plan, view, toast }) {
  if (isWriting()) return toast.mention(t('room.gathered.writing'))
  const { kind, vars } = calledTo(spotlight, { state, plan })
  if (kind === 'poll') await goTo('#abstimmung')
  else await showPlan()
  if (kind === 'step') view.show(String(spotlight))
  if (kind === 'plan') scrollTo({ top: 0, behavior: calmly() })
  toast.say(t(`room.gathered.${kind}`, vars))
}

/** Whether somebody is writing: moving the page would take the field, and what is half typed, away. */
function isWriting() {
  const at = document.activeElement
  const field = at instanceof HTMLElement && (at.isContentEditable || at.matches('input:not([type=radio], [type=checkbox]), textarea'))
  return field && document.hasFocus()
}

/** On a phone the plan is a section like the others; beside the panel it is always there. */
export async function showPlan() {
  if (!isShown('#plan') && matchMedia('(max-width: 59.99rem)').matches) await goTo('#plan')
}
