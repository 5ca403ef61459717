import { otherBuyer, progress } from '../dialogue/facts.js'
import type { Open, Said, State } from '../dialogue/state.js'
import { lastWhere } from '../lists.js'
import type { Conversation, Evidence } from '../model.js'
import type { Knowledge } from '../rules/types.js'
import { goodsMatch } from './goods.js'
import { countReached, limitExcuses, numbersIn, placesIn } from './limits.js'

/** What a check sees: the statement, the rest of its message, and the conversation so far. */
export interface Situation {
  statement: Said
  /** Statements of the same message. */
  message: readonly Said[]
  /** State after the message. */
  state: State
  context: Partial<Conversation>
  knowledge: Knowledge
  /** Earlier statements that the match asked for. */
  after: readonly Said[]
}

/** Holds or not; facts taken at their default; other messages it rests on. */
export interface Outcome {
  holds: boolean
  assumes?: string
  evidence?: Evidence[]
}

export type Check = (s: Situation, argument: string) => Outcome

const yes = (holds: boolean): Outcome => ({ holds })

/** Conditions on slots, facts and history that rule files can name. */
export const CHECKS: Record<string, Check> = {
  /** The order is not paid at this moment; not known counts as unpaid. */
  unpaid: (s) => {
    const p = progress(s.state.facts, s.context.order?.status)
    return p === 'unknown' ? { holds: true, assumes: 'unpaid' } : yes(p === 'unpaid')
  },
  /** Another account placed the order: by the record, or by what the buyer said. */
  'other-account': (s) => {
    const other = otherBuyer(s.context, s.state.facts)
    if (other === true) return yes(true)
    const said = s.state.facts.otherAccount
    if (said) return { holds: true, evidence: [said] }
    return yes(false)
  },
  /** The buyer has said or agreed to this reading before: `asked:order.close`. */
  asked: (s, reading) => {
    const found = lastWhere(
      s.state.said,
      (x) =>
        x.by === 'buyer' &&
        x.reading === reading &&
        x.message < s.statement.message &&
        !x.scope.includes('past'),
    )
    // "wait, not yet": what was taken back is no longer asked
    return found?.polarity === 1 ? { holds: true, evidence: [at(found)] } : yes(false)
  },
  /** As `asked`, and the order is this account's own: consent to act on it. */
  consented: (s, reading) => {
    if (CHECKS['other-account']!(s, '').holds) return yes(false)
    return CHECKS.asked!(s, reading)
  },
  /** A time was named, here or in what is answered. */
  timed: (s) => yes(s.statement.slots.time || s.statement.evidence.some((e) => timesAt(s, e))),
  /** The promise states where or from when it holds. */
  limited: (s) => {
    const { context = '', excepts, minimum } = s.statement.slots
    return yes(excepts === true || minimum !== undefined || placesIn(s.knowledge.regions, context).size > 0)
  },
  /** The message names a place. */
  'names-place': (s) => yes(placesIn(s.knowledge.regions, s.statement.slots.context ?? '').size > 0),
  /** The order holds a service. */
  'service-bought': (s) => yes((s.context.order?.services ?? []).length > 0),
  /** A number other than what was paid is named, or simply "more"; `amount-differs:asked` other than the buyer's last turn named. */
  'amount-differs': (s, than) => {
    const own = s.statement.slots.amounts
    if (than === 'asked') {
      const named = s.state.open
        .filter((o) => s.statement.turn - o.turn <= 1)
        .flatMap((o) => numbersIn(o.text))
      return yes(named.length > 0 && own.length > 0 && !own.some((n) => named.includes(n)))
    }
    // a sum of its own answers the one that was asked
    const asked = own.length > 0 ? own : s.statement.evidence.flatMap((e) => amountsAt(s, e))
    const paid = paidIn(s)
    if (asked.length === 0 || paid.length === 0) return yes(true)
    const total = asked.reduce((a, b) => a + b, 0)
    // paid in parts: deposit and rest
    const whole = [...paid, paid.reduce((a, b) => a + b, 0)]
    return yes(!whole.some((p) => asked.every((n) => n === p) || Math.abs(total - p) < 0.005))
  },
  /** The sum that is named is the sum or the difference of others in the message: goods and freight, paid less returned. */
  'adds-up': (s) => {
    const all = numbersIn(s.statement.slots.context ?? '')
    return yes(s.statement.slots.amounts.some((n) => isTotal(n, all)))
  },
  /** Two of what each is to be for come to more than was paid. */
  'each-exceeds': (s) => {
    const paid = paidIn(s)
    return yes(paid.length > 0 && s.statement.slots.amounts.some((n) => 2 * n > Math.max(...paid) + 0.005))
  },
  /** The message names more than one number. */
  'several-sums': (s) => yes(new Set(numbersIn(s.statement.slots.context ?? '')).size > 1),
  /** What is named is not among the goods that the chat speaks of, `item-differs:reading` apart from what that reading wishes for. */
  'item-differs': (s, wish) => yes(!goodsMatch(s, wish)),
  /** What is to be named was said, and is more than one character. */
  'item-named': (s) => yes((s.statement.slots.item ?? '').length > 1),
  /** None of the promises' stated limits applies to this buyer. */
  'limit-not-met': (s) => yes(s.after.some((p) => !limitExcuses(s, p))),
  /** As many as a promise holds from are named by the buyer. */
  'count-reached': (s) => yes(s.after.some((p) => countReached(s.state.facts.buyerText, p.slots.clause))),
  /** The digits given are the buyer's own. */
  'buyers-number': (s) => {
    const digits = s.statement.slots.digits ?? []
    return yes(digits.length > 0 && digits.every((d) => s.state.facts.buyerDigits.includes(d)))
  },
  /** The buyer's last turn speaks of this reading: `question:courier.contact`. */
  question: (s, reading) =>
    yes(
      s.state.open.some((o) => s.statement.turn - o.turn <= 1 && o.says.some((x) => x.reading === reading)),
    ),
  /** The buyer's last turn names this concept, and none of those after ">": `about:refund>dispatch|arrive`. */
  about: (s, argument) => {
    const { names, namesOther, asked } = aboutOf(s, argument)
    return yes(asked.some(names) && !asked.some(namesOther))
  },
  /** As `about`, but what stands after ">" may be named beside it: "the invoice has not come". */
  'only-about': (s, argument) => {
    const { names, namesOther, asked } = aboutOf(s, argument)
    return yes(asked.some(names) && !asked.some((o) => !names(o) && namesOther(o)))
  },
  /** As `about`, for a bare time or number that takes its sense from the question. */
  'bare-about': (s, argument) => (s.statement.slots.bare === false ? yes(false) : CHECKS.about!(s, argument)),
  /** The same message also states this reading: `also:refund.route`. */
  also: (s, reading) => yes(s.message.some((x) => x.reading === reading)),
}

/** The argument `name>other|other`, asked of what the buyer's last turn put. */
function aboutOf(s: Situation, argument: string) {
  const [name, others = ''] = argument.split('>') as [string, string?]
  const index = (n: string) => s.knowledge.concepts.findIndex((c) => c.name === n)
  const [wanted, unwanted] = [index(name), others === '' ? [] : others.split('|').map(index)]
  return {
    asked: s.state.open.filter((o) => s.statement.turn - o.turn <= 1),
    names: (o: Open) => o.context.includes(wanted),
    namesOther: (o: Open) => unwanted.some((c) => o.context.includes(c)),
  }
}

/** What the order or the chat names as paid. */
function paidIn(s: Situation): number[] {
  return [s.context.order?.amount, ...s.state.facts.amounts].filter((n): n is number => n !== undefined)
}

function isTotal(n: number, all: readonly number[]): boolean {
  const others = all.filter((x) => x !== n)
  const is = (sum: number) => Math.abs(sum - n) < 0.005
  if (others.length > 1 && is(others.reduce((a, b) => a + b, 0))) return true
  return others.some((a, i) => others.some((b, k) => i !== k && (is(a + b) || is(a - b))))
}

export function at(x: Said): Evidence {
  return { message: x.message, span: x.span }
}

function timesAt(s: Situation, e: Evidence): boolean {
  return s.state.open.some((o) => o.message === e.message && o.says.some((x) => x.slots.time))
}

function amountsAt(s: Situation, e: Evidence): number[] {
  return s.state.open
    .filter((o) => o.message === e.message)
    .flatMap((o) => o.says.flatMap((x) => x.slots.amounts))
}

/** Applies `name`, `not name` or `name:argument`. */
export function check(s: Situation, where: string): Outcome {
  const negated = where.startsWith('not ')
  const [name, argument = ''] = (negated ? where.slice(4) : where).split(':') as [string, string?]
  const outcome = CHECKS[name]!(s, argument)
  return negated ? { holds: !outcome.holds } : outcome
}
