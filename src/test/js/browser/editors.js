// A page of somebody's application: TipTap or BlockNote on a step's details, by a Hocuspocus provider. The test says which, of what room and step.
import { BlockNoteEditor } from '@blocknote/core'
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import StarterKit from '@tiptap/starter-kit'
import { HocuspocusProvider as Newest } from 'hocuspocus-4'
import { HocuspocusProvider as Usual } from 'hocuspocus-3'
import { words } from './words.js'

const url = `${location.origin.replace(/^http/, 'ws')}/hocuspocus`
const element = document.querySelector('main')

const open = {
  tiptap (fragment) {
    const extensions = [StarterKit.configure({ undoRedo: false }), ...words, Collaboration.configure({ fragment })]
    window.editor = new Editor({ element, extensions })
  },
  starterKit (fragment) {
    window.editor = new Editor({ element, extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ fragment })] })
  },
  blockNote (fragment, provider) {
    window.editor = BlockNoteEditor.create({ collaboration: { fragment, provider, user: { name: 'Bea', color: '#804000' } } })
    window.editor.mount(element)
  }
}

window.begin = (kind, room, step, token) => new Promise(resolve => {
  const provider = new (kind === 'blockNote' ? Usual : Newest)({ url, name: room, token })
  window.provider = provider
  provider.on('synced', () => {
    if (window.editor) return
    open[kind](provider.document.getMap('steps').get(step).get('details'), provider)
    resolve()
  })
})
