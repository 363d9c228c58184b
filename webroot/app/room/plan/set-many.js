import { namesIn } from './names.js'

/**
 * Sets values of several steps by one act.
 *
 * @param {import('./document.js').PlanDocument} plan
 * @param {string[]} ids
 * @param {{status: string, due: string, responsible: string, tag: string}} set '' where nothing is to be set
 */
export function setMany(plan, ids, { status, due, responsible, tag }) {
  plan.undoer.stopCapturing()
  plan.edit(() => {
    for (const id of ids) {
      if (status) plan.set(id, 'status', status)
      if (due) plan.set(id, 'due', due)
      if (responsible) plan.write(id, 'responsible', responsible)
      if (tag) plan.write(id, 'tags', namesIn([plan.text(id, 'tags'), tag]).join(', '))
    }
  })
  plan.undoer.stopCapturing()
}
