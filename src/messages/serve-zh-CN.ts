const list = (names: readonly string[]) => names.join('、')
const said = (what: string, todo: string) => ({ what, todo })

/** What `kefulint serve` tells whoever started it. */
export const serveZhCN = {
  ready: (version: string, url: string) => `kefulint ${version} 已就绪：${url}`,
  stopping: '正在停止：把已经开始的请求做完。再按一次 Ctrl+C 立即结束',
}

/** What may go wrong while it starts, and what its answers say. */
export const serveProblemsZhCN = {
  'token-needed': (host: string) =>
    said(
      `在 ${host} 上监听，别的机器也能连上，必须设令牌`,
      '用 --token-file 指明存放令牌的文件，或设环境变量 KEFULINT_TOKEN；只给本机用就去掉 --host',
    ),
  'bad-token': (least: number) =>
    said(
      `令牌至少 ${least} 个字符，只能是字母、数字和 . _ ~ + / -`,
      '生成一个：openssl rand -hex 32 > token.txt',
    ),
  'cannot-listen': (address: string, why: string) =>
    said(`不能在 ${address} 上监听（${why}）`, '端口可能被占用：换一个 --port，或写 --port 0 自动选'),
  'wrong-host': (host: string) =>
    said(
      `请求头 Host 是“${host}”，没有令牌时只回答 127.0.0.1、localhost、[::1]`,
      '用 http://127.0.0.1 加端口访问；要经域名或反向代理访问，先设令牌',
    ),
  'no-access': () => said('没有令牌，或者令牌不对', '加上请求头 Authorization: Bearer 令牌'),
  'no-such-path': (paths: readonly string[]) => said('没有这个地址', `可用的有：${list(paths)}`),
  'no-page': () => said('安装里没有页面文件 kefulint.html', '先运行 npm run build，或直接用 /v1 下面的接口'),
  'wrong-method': (allowed: readonly string[]) => said(`这个地址只接受 ${list(allowed)}`, '换一种请求方法'),
  'too-slow': (seconds: number) => said(`等了 ${seconds} 秒，请求体还没发完`, '检查网络；很长的记录分几次发'),
  'body-too-large': (bytes: number) =>
    said(`请求体超过了 ${bytes} 字节的上限`, '一次少发一些；大量记录用 /v1/audit 分批发'),
  'wrong-content-type': (got: string, expected: readonly string[]) =>
    said(`请求体的类型是“${got}”，应当是：${list(expected)}`, `加上请求头 Content-Type: ${expected[0]}`),
  'encoded-body': (got: string) => said(`不接受压缩过的请求体（${got}）`, '不压缩，原样发送'),
  'body-not-utf8': () => said('请求体不是 UTF-8 编码', '转成 UTF-8 再发'),
  'body-not-json': () => said('请求体不是合法的 JSON', '检查引号、逗号和括号；要发的是一个 JSON 对象'),
  'unknown-field': (field: string, known: readonly string[]) =>
    said(`没有字段 ${field}，可用的有：${list(known)}`, '检查拼写，或者去掉它；之前的对话写在 context 里'),
  'blank-draft': () => said('字段 draft 是空的', '写上准备发送的话'),
  'bad-parameter': (name: string, got: string, expected: readonly string[]) =>
    said(`参数 ${name} 是“${got}”，只能是：${list(expected)}`, '改正或去掉这个参数'),
  busy: (limit: number) =>
    said(`同时处理的请求已到上限（${limit} 个）`, '过一会儿再试：见响应头 Retry-After'),
  'bad-request': () => said('请求的地址或 Host 请求头不合规范', '检查地址的写法'),
  'server-fault': () =>
    said('服务内部错误，这次请求没有做完', '这是 kefulint 的问题：请带上服务的错误输出反馈'),
}
