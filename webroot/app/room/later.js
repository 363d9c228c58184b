// What the page needs once the plan stands, in one file: every further one is another trip over a slow network.
export { paper } from './paper.js'
export { pollList } from './panel/poll-list.js'
