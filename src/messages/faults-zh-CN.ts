/** What is wrong with a file of YAML, and how to write it. */

import type {
  Expected,
  Form,
  Found,
  FullWidth,
  NotLinear,
  Path,
  ShapeFault,
  YamlFault,
} from '../rules/fault.js'

const said = (what: string, todo: string) => ({ what, todo })
const cut = (text: string, most = 40) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}
const list = (names: readonly string[]) => names.join('、')

/** `when（第 1 项）.says`: people count from one. */
function at(path: Path): string {
  if (path.length === 0) return '整个文件'
  return path
    .map((key, i) => (typeof key === 'number' ? `（第 ${key + 1} 项）` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('')
}

const place = (path: Path) => path.map((key) => (key === '*' ? '名字' : String(key))).join(' 下面的 ')

export const faultsZhCN = {
  yaml(fault: YamlFault) {
    switch (fault.is) {
      case 'tab':
        return said('行首用了 Tab 缩进', '把 Tab 换成空格，每深一层多两个空格')
      case 'duplicate-key':
        return said(`${fault.key} 写了两次，第 ${fault.line} 行已经有了`, '两处合成一处，或者删去其中一处')
      case 'open-quote':
        return said('这里的引号只有一半，没有配对的另一半', '在这段文字的末尾补上同样的引号')
      case 'open-bracket':
        return said(`这里的 ${fault.sign} 没有配对的另一半`, `在末尾补上 ${fault.sign === '[' ? ']' : '}'}`)
      case 'stray-bracket':
        return said(`多了一个 ${fault.sign}，前面没有和它配对的`, '删去它，或者在前面补上另一半')
      case 'no-space':
        return said(`${fault.key} 的冒号后面没有空格`, `写成 ${fault.key}: 内容，冒号后面空一格`)
      case 'no-colon':
        return said(
          `“${cut(fault.text)}”这一行没有冒号`,
          '写成 名字: 内容；如果是上一行的后半句，把它接到上一行去',
        )
      case 'colon-in-text':
        return said(`“${cut(fault.text)}”里的冒号会被当成又一项`, '把这段文字整个用半角引号 "" 包起来')
      case 'indent':
        return said('缩进没有对齐', '同一层的各行，行首的空格要一样多；下一层多两个空格')
      case 'no-comma':
        return said(
          '两项之间少了逗号，或者文字里有冒号、引号',
          '各项之间用半角逗号隔开；含冒号、引号的文字整个用 "" 包起来',
        )
      case 'sign-first':
        return said(
          `内容以 ${fault.sign} 开头，这个符号在 YAML 里另有意思`,
          '把这段内容整个用半角引号 "" 包起来',
        )
      case 'dash':
        return said('短横 - 不能和名字写在同一行', '换一行再写 - ，后面空一格')
      case 'dash-space':
        return said('行首的短横 - 后面没有空格', '短横后面空一格再写内容')
      case 'after-value':
        return said('一项内容已经写完，后面又多了文字', '整段内容用一对引号包起来，或者删去多余的部分')
      case 'documents':
        return said('文件里有 --- ，把它分成了几份', '删去 --- ，或者拆成几个文件')
      case 'escape':
        return said('双引号里的反斜杠 \\ 另有意思', '换成单引号，或者把 \\ 写成 \\\\')
      default:
        return said(`YAML 写法有误（${fault.name}）`, '检查这一行和上一行的缩进、冒号和引号')
    }
  },

  fullWidth: ({ found, write }: FullWidth) =>
    said(
      `全角的符号或空格：${cut(found.replace(/\u3000/g, '（全角空格）'))} ，这里只认半角的`,
      `改成 ${cut(write, 60)}`,
    ),

  shape(fault: ShapeFault) {
    const last = String(fault.path.at(-1) ?? '')
    switch (fault.is) {
      case 'unknown-key': {
        const { path, known, near, under } = fault
        const inside = path.length > 1 ? `${at(path.slice(0, -1))} 里` : ''
        const here = known.length > 0 ? `这里能写的有：${list(known)}` : '去掉它'
        if (near !== undefined) return said(`${inside}没有“${cut(last)}”这一项`, `是不是要写 ${near}？`)
        const move =
          under === undefined
            ? ''
            : under.length === 0
              ? '它要写在最外层，行首不空格；'
              : `它要写在 ${place(under)} 下面；`
        return said(`${inside}没有“${cut(last)}”这一项`, `${move}${here}`)
      }
      case 'missing-key':
        return said(
          `缺少 ${at(fault.path)}，应当是${expected(fault.expected)}`,
          `补上这一项，例如 ${example(last, fault.expected)}`,
        )
      case 'wrong-key':
        return said(
          `${at(fault.path.slice(0, -1))} 里的“${cut(last)}”不能用作名字，应当是${expected(fault.expected)}`,
          '改名字，或者去掉这一项',
        )
      case 'wrong-value':
        if (fault.expected.is === 'form' && fault.expected.form === 'which')
          return said(
            `${at(fault.path)} 没有写明放行什么，应当是${forms.which}`,
            '补上 fingerprint，或者 rule 和 text',
          )
        return said(
          `${at(fault.path)} ${found(fault.found)}，应当是${expected(fault.expected)}`,
          todo(last, fault.expected, fault.found),
        )
    }
  },

  notLinear(why: NotLinear): string {
    switch (why.is) {
      case 'syntax':
        return '不是正确的正则表达式'
      case 'back-reference':
        return `含有反向引用 ${why.part}`
      case 'unbounded':
        return `${why.part} 可以无限重复，要写上限，例如 {0,20}`
      case 'ways':
        return `同一处有 ${why.count} 种走法，最多 ${why.limit} 种`
    }
  },
}

function expected(what: Expected): string {
  switch (what.is) {
    case 'text':
      return '一段文字'
    case 'number':
      return '数字'
    case 'whole':
      return '整数'
    case 'boolean':
      return ' true 或 false'
    case 'list':
      return what.least === undefined ? '一个列表' : `至少有 ${what.least} 项的列表`
    case 'map':
      return what.keys.length > 0 ? `分开写的几项：${list(what.keys)}` : '“名字: 内容”这样的几项'
    case 'one-of':
      return what.values.length === 1 ? ` ${what.values[0]}` : `其中之一：${list(what.values)}`
    case 'characters':
      return what.least === 1 ? '一段文字，不能空着' : `至少 ${what.least} 个字的文字`
    case 'range':
      if (what.least === undefined) return `不大于 ${what.most} 的数`
      return what.most === undefined ? `不小于 ${what.least} 的数` : ` ${what.least} 到 ${what.most} 的数`
    case 'form':
      return forms[what.form]
    case 'any':
      return ` ${what.of.map((each) => expected(each).trim()).join(' 或 ')}`
    case 'other':
      return '别的写法'
  }
}

const forms: Record<Form, string> = {
  date: '日期，写法如 2027-01-31',
  fingerprint: '指纹：14 位的 0-9、a-f',
  packName: '规则包的名字：小写字母、数字、连字符，例如 my-shop',
  pattern: '正则表达式，例如 ^山鹿',
  patternName: '以 @ 开头的名字，例如 "@phone"',
  ruleId: ' 主题/名字：小写字母、数字、连字符，例如 invoice/refusal',
  speaker: '以“B: ”（买家）、“A: ”（客服）或“S: ”（系统）开头的一句话，冒号是半角，后面空一格',
  threshold: ' error、warn、points=N、yuan=N、none 之一',
  which: '写了 fingerprint 的一项，或者同时写了 rule 和 text',
}

function found({ is, text }: Found): string {
  switch (is) {
    case 'nothing':
      return '是空的'
    case 'text':
      return `写的是“${cut(text)}”`
    case 'number':
      return `写的是数字 ${text}`
    case 'boolean':
      return `写的是 ${text}`
    case 'list':
      return '写的是列表'
    case 'map':
      return '写的是“名字: 内容”的几项'
  }
}

function todo(name: string, what: Expected, { is, text }: Found): string {
  if (what.is === 'one-of' && what.near !== undefined) return `是不是要写 ${what.near}？`
  const isText = what.is === 'text' || what.is === 'characters' || what.is === 'form'
  if (isText && what.is !== 'form' && (is === 'number' || is === 'boolean'))
    return `给它加上半角引号："${text}"`
  if (isText && is === 'map') return '文字里有冒号：把整段文字用半角引号 "" 包起来'
  if (isText && is === 'list') return '只写一段文字，不要用 [ ] 或短横 -'
  if (what.is === 'list' && is === 'text') return `写成 ${label(name)}[${item(text)}]，几项之间用半角逗号隔开`
  if (what.is === 'map' && is === 'list')
    return `去掉 [ ] 或短横 - ，${name === '' ? '' : '写成 '}${example(name, what)}`
  if (what.is === 'characters' && what.least > 1) return `写长一些，至少 ${what.least} 个字`
  if (what.is === 'map' && name === '') return example(name, what)
  return `写成 ${example(name, what)}`
}

/** As it stands in a list: what holds signs of YAML is quoted. */
const item = (text: string) => (/[:,]/.test(text) ? `"${cut(text, 20)}"` : cut(text, 20))

/** Numbers in a path name no key. */
const label = (name: string) => (/^\d*$/.test(name) ? '' : `${name}: `)

function example(name: string, what: Expected): string {
  if (what.is === 'map' && name === '') return `每行一项，例如 ${what.keys[0]}: …`
  return `${label(name)}${sample(what)}`
}

function sample(what: Expected): string {
  switch (what.is) {
    case 'number':
    case 'whole':
      return '1'
    case 'boolean':
      return 'true'
    case 'list':
      return what.keys.length > 0 ? '（换一行，每项以短横和空格开头）' : '[甲, 乙]'
    case 'map':
      return what.keys.length > 0 ? `{ ${what.keys[0]}: … }` : '{ 名字: 内容 }'
    case 'one-of':
      return what.values[0]!
    case 'range':
      return String(what.least ?? what.most)
    case 'form':
      return samples[what.form]
    case 'any':
      return sample(what.of[0]!)
    default:
      return '文字'
  }
}

const samples: Record<Form, string> = {
  date: '2027-01-31',
  fingerprint: '0a1b2c3d4e5f60',
  packName: 'my-shop',
  pattern: '^山鹿',
  patternName: '"@phone"',
  ruleId: 'shop/no-gifts',
  speaker: '"A: 可以开发票的"（整句加半角引号）',
  threshold: 'points=12',
  which: '{ rule: contact/qq, text: 原话, … }',
}
