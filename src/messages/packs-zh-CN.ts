/** What may go wrong with a pack of rules, by code. */

import type { PackErrorCode } from '../rules/error.js'
import type { PackFault } from '../rules/fault.js'
import { faultsZhCN } from './faults-zh-CN.js'

const said = (what: string, todo: string) => ({ what, todo })
const list = (names: readonly string[]) => names.join('、')
const PAGE = 'docs/writing-rules.md'
const meant = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `是不是要写 ${near}？${otherwise}`

type Texts = {
  [C in PackErrorCode]: (fault: Extract<PackFault, { code: C }>) => { what: string; todo: string }
}

export const packsZhCN: Texts = {
  yaml: faultsZhCN.yaml,
  'full-width': faultsZhCN.fullWidth,
  'rule-shape': (fault) => {
    const { what, todo } = faultsZhCN.shape(fault)
    return said(what, `${todo}（写法见 ${PAGE}）`)
  },
  'unknown-concept': ({ name, where, near }) =>
    said(
      `没有“${name}”这个概念（用在 ${where}）`,
      meant(near, '检查拼写，或在 lexicon 的 concepts 下先定义它'),
    ),
  'unknown-reading': ({ name, near }) =>
    said(
      `没有“${name}”这种说法`,
      meant(near, '检查拼写，写法是 主题.方面；自己的说法先在 lexicon 的 readings 下定义'),
    ),
  'unknown-check': ({ name, near, known }) =>
    said(`没有“${name}”这个条件`, meant(near, `能写的有：${list(known)}；意思见 ${PAGE}`)),
  'unknown-slot': ({ slot, known }) =>
    said(`没有 ${slot} 这个空格`, `改说里只能用 ${list(known.map((name) => `{${name}}`))}，其余的照实写出来`),
  'cyclic-lexicon': ({ names }) => said(`词库互相引用成了环：${names.join(' → ')}`, '去掉其中一处引用'),
  'word-syntax': (fault) => {
    const { concept, word } = fault
    const why = {
      'open-bracket': '有 ( 没有 )',
      'stray-bracket': '有 ) 没有 (',
      'too-many': `代表的词太多，最多 ${fault.is === 'too-many' ? fault.limit : ''} 个`,
    }[fault.is]
    return said(`概念 ${concept} 的词“${word}”写法不对：${why}`, `(甲|乙) 是任选，? 是可有可无；见 ${PAGE}`)
  },
  'pattern-syntax': (fault) => {
    const why =
      fault.is === 'part'
        ? `“${fault.part}”看不懂`
        : fault.is === 'empty'
          ? '里面没有概念'
          : '看肯定否定的那个概念不能省略（~）'
    return said(
      `概念的组合“${fault.source}”写法不对：${why}`,
      `能写的有：概念名、a|b、a~、a*、a*-、!a、<、<3；见 ${PAGE} 里“概念和说法”的表`,
    )
  },
  'pattern-not-linear': (fault) =>
    said(
      `${fault.name} 的正则表达式 ${fault.source} 不予接受：${faultsZhCN.notLinear(fault)}`,
      '去掉嵌套或相邻的重复，能用词条就用词条',
    ),
  duplicate: ({ rule, other }) =>
    said(`规则 ${rule} 在 ${other} 里已经有了`, '换一个 id，或删去其中一个文件'),
  'other-meaning': ({ reading, key, was }) =>
    said(`说法 ${reading} 已经有了，那里的 ${key} 是 ${was}`, `去掉这里的 ${key}，或给自己的说法另起名字`),
  'empty-pack': () => said('规则包是空的', '至少要有一条规则'),
}
