/** The shell around two small views, as it stands once there is more than the chat. */

import { mountShell } from '../../../src/page/app/shell.js'
import type { View } from '../../../src/page/app/views.js'
import { h } from '../../../src/page/report/dom.js'
import { browserStore } from '../../../src/page/report/store.js'

function view(id: View['id']): View {
  let times = 0
  return {
    id,
    mount: (root, { t }) => root.replaceChildren(h('p', {}, `${t.app.views[id]} ${++times}`)),
  }
}

mountShell(document.getElementById('app')!, [view('chat'), view('rules')], browserStore())
