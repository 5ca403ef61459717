/** Aho–Corasick over code units, as plain tables: finds every occurrence of every word in one pass. */
export interface Automaton {
  /** Code unit → class; 0 for units that no word holds. */
  classes: Uint16Array
  classCount: number
  /** Class → state after the root. */
  root: Int32Array
  /** Open addressing: state * classCount + class → next state. An empty place holds -1. */
  keys: Int32Array
  next: Int32Array
  mask: number
  /** Longest proper suffix that is a state. */
  fail: Int32Array
  /** The state itself or its longest suffix that ends a word; 0 for none. */
  ends: Int32Array
  /** Next shorter state that ends a word; 0 for none. */
  shorter: Int32Array
  /** Word that ends at a state, and the next equal word; -1 for none. */
  word: Int32Array
  same: Int32Array
  /** Length of each word. */
  lengths: Int32Array
}

export type Hit = (word: number, start: number, end: number) => void

function place(keys: Int32Array, mask: number, key: number): number {
  let at = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
  while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & mask
  return at
}

export function compileWords(words: readonly string[]): Automaton {
  const classes = new Uint16Array(65536)
  const lengths = new Int32Array(words.length)
  let classCount = 1
  let units = 0
  for (let w = 0; w < words.length; w++) {
    const word = words[w]!
    lengths[w] = word.length
    units += word.length
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      if (classes[unit] === 0) classes[unit] = classCount++
    }
  }
  let size = 16
  while (size < units * 2) size *= 2
  const mask = size - 1
  const keys = new Int32Array(size).fill(-1)
  const next = new Int32Array(size)
  const word = new Int32Array(units + 1).fill(-1)
  const same = new Int32Array(words.length).fill(-1)
  const parent = new Int32Array(units + 1)
  const lastClass = new Int32Array(units + 1)
  const depth = new Int32Array(units + 1)
  let states = 1
  let deepest = 0
  for (let w = 0; w < words.length; w++) {
    const text = words[w]!
    let state = 0
    for (let i = 0; i < text.length; i++) {
      const cls = classes[text.charCodeAt(i)]!
      const at = place(keys, mask, state * classCount + cls)
      if (keys[at] === -1) {
        keys[at] = state * classCount + cls
        next[at] = states
        parent[states] = state
        lastClass[states] = cls
        depth[states] = i + 1
        states++
      }
      state = next[at]!
    }
    if (text.length === 0) continue
    if (text.length > deepest) deepest = text.length
    same[w] = word[state]!
    word[state] = w
  }
  const automaton = {
    classes,
    classCount,
    root: new Int32Array(classCount),
    keys,
    next,
    mask,
    word,
    same,
    lengths,
  }
  return link(automaton, states, parent, lastClass, order(depth, states, deepest))
}

/** The states, shallow ones first. */
function order(depth: Int32Array, states: number, deepest: number): Int32Array {
  const from = new Int32Array(deepest + 2)
  for (let s = 1; s < states; s++) from[depth[s]! + 1]!++
  for (let d = 1; d < from.length; d++) from[d]! += from[d - 1]!
  const sorted = new Int32Array(states - 1)
  for (let s = 1; s < states; s++) sorted[from[depth[s]!]!++] = s
  return sorted
}

function link(
  a: Omit<Automaton, 'fail' | 'ends' | 'shorter'>,
  states: number,
  parent: Int32Array,
  lastClass: Int32Array,
  sorted: Int32Array,
): Automaton {
  const fail = new Int32Array(states)
  const ends = new Int32Array(states)
  const shorter = new Int32Array(states)
  const linked = { ...a, word: a.word.slice(0, states), fail, ends, shorter }
  for (let n = 0; n < sorted.length; n++) {
    const state = sorted[n]!
    const cls = lastClass[state]!
    const up = parent[state]!
    if (up === 0) a.root[cls] = state
    else fail[state] = advance(linked, fail[up]!, cls)
    shorter[state] = ends[fail[state]!]!
    ends[state] = a.word[state] === -1 ? shorter[state]! : state
  }
  return linked
}

/** The state after a class. */
function advance(a: Automaton, from: number, cls: number): number {
  const { keys, mask, classCount } = a
  let state = from
  while (state !== 0) {
    const at = place(keys, mask, state * classCount + cls)
    if (keys[at] !== -1) return a.next[at]!
    state = a.fail[state]!
  }
  return a.root[cls]!
}

/** One step: the state after `unit`. State 0 is the start. */
export function step(a: Automaton, state: number, unit: number): number {
  const cls = a.classes[unit]!
  return cls === 0 ? 0 : state === 0 ? a.root[cls]! : advance(a, state, cls)
}

/** Reports every occurrence of every word, overlapping ones too, in the order of their ends. */
export function scan(a: Automaton, text: string, hit: Hit): void {
  const ends = a.ends
  let state = 0
  for (let i = 0; i < text.length; i++) {
    state = step(a, state, text.charCodeAt(i))
    if (ends[state] !== 0) report(a, ends[state]!, i + 1, hit)
  }
}

function report(a: Automaton, state: number, end: number, hit: Hit): void {
  for (let s = state; s !== 0; s = a.shorter[s]!) {
    for (let w = a.word[s]!; w !== -1; w = a.same[w]!) hit(w, end - a.lengths[w]!, end)
  }
}
