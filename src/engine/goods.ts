import type { Situation } from './checks.js'

/** Whether the item that is to be named is among the goods the buyer spoke of: they share a word of two or more characters. */
export function goodsMatch(s: Situation): boolean {
  const item = s.statement.slots.item
  if (!item) return false
  // what the buyer asks to be named is a wish, not the goods
  const topic = unwished(s.statement.reading)
  const wishes = s.state.said.filter((x) => x.by === 'buyer' && unwished(x.reading) === topic)
  const goods = [s.statement, ...wishes].reduce(
    (text, x) => text.replaceAll(x.slots.clause, ''),
    s.state.facts.buyerText,
  )
  for (let n = 2; n <= item.length; n++)
    for (let i = 0; i + n <= item.length; i++) if (goods.includes(item.slice(i, i + n))) return true
  return false
}

/** `invoice.item-wish` is the buyer's own way of asking for `invoice.item`. */
const unwished = (reading: string) => reading.replace(/-wish$/, '')
