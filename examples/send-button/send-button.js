/**
 * A chat tool's send button. Each draft is judged while it is typed, in the page; what violates a rule is held back once, and
 * a second press of the button sends it none the less: the agent decides.
 */
;(() => {
  const linter = kefulint.createLinter({ shop: { cashOnDelivery: false } })
  const session = linter.session()
  const byId = (id) => document.getElementById(id)
  const draft = byId('draft')
  const verdict = byId('verdict')
  /** The text that was held back and may go out if it is sent again. */
  let held = null

  // what the order is by now holds for the call
  const now = () => ({ order: { status: byId('paid').checked ? 'paid' : 'unpaid' } })

  function say(message) {
    session.push(message, now())
    const line = document.createElement('li')
    line.className = message.role
    line.textContent = message.text
    byId('chat').append(line)
  }

  function judge() {
    const { findings } = session.draft(draft.value, now())
    if (held !== draft.value.trim()) release()
    const errors = findings.filter((finding) => finding.severity === 'error')
    draft.classList.toggle('held', errors.length > 0)
    verdict.replaceChildren(...errors.flatMap(explain))
    return errors
  }

  function release() {
    held = null
    byId('send').textContent = '发送'
  }

  function explain({ rule, text, cost, rewrite, suggestion }) {
    const { title } = linter.rules.find(({ id }) => id === rule)
    const about = document.createElement('p')
    const name = document.createElement('strong')
    name.textContent = title.zh
    const most = cost.payout ?? cost.payoutUpTo
    const price = [
      cost.points && `${cost.points} 分`,
      cost.deposit && `保证金 ¥${cost.deposit}`,
      most && `赔付最多 ¥${most}`,
    ]
    about.append(name, `「${text}」${price.filter(Boolean).join(' · ')}`)
    const take = document.createElement('button')
    take.type = 'button'
    take.textContent = `改成：${rewrite?.text ?? suggestion}`
    take.addEventListener('click', () => {
      const old = draft.value
      // offsets are UTF-16 code units, as in JavaScript's strings
      draft.value = rewrite
        ? old.slice(0, rewrite.span.start) + rewrite.text + old.slice(rewrite.span.end)
        : suggestion
      draft.focus()
      judge()
    })
    return [about, take]
  }

  // while an input method composes, the text is not yet what the agent means
  draft.addEventListener('input', (event) => event.isComposing || judge())
  draft.addEventListener('compositionend', judge)
  byId('paid').addEventListener('change', judge)

  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    const text = draft.value.trim()
    if (text === '') return
    if (judge().length > 0 && held !== text) {
      held = text
      byId('send').textContent = '仍要发送'
      return
    }
    say({ role: 'agent', text })
    release()
    draft.value = ''
    judge()
  })

  say({ role: 'buyer', text: '在吗 有发票吗' })
})()
