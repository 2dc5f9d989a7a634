import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    check: '发布前检查', nothing: '定义还没有通过检查，请先改正下面的错误。',
    broken: (count: number) => `定义有 ${count} 处错误，改正后才能发布。`, blocked: (count: number) => `有 ${count} 条硬性规则没有通过，改正或说明理由后才能发布。`, ready: '没有妨碍发布的问题。', warned: (count: number) => `另有 ${count} 条提醒，不妨碍发布。`,
    status: { blocked: '不通过', warned: '提醒', passed: '通过', judged: '由人判断' } as const, waived: '已说明理由', hard: '硬性', soft: '提醒性',
    go: (title: string) => (title === '' ? '转到此处' : `转到“${title}”`), errors: '要改正的错误', passedRules: (count: number) => `已通过 ${count} 条`, judgedRules: (count: number) => `由人判断 ${count} 条`,
    reason: '仍要发布的理由', reasonHelp: (least: number) => `不少于 ${least} 个字，与发布的版本一起长期保存。`, notEntitled: '只有县级以上管理人员可以说明理由后发布。', nobody: '没有登录人员，不能说明理由。',
    publish: '发布', version: (title: string, version: string) => `发布《${title}》${version} 版`, final: '发布后这一版不能再改，要改就出新的一版。', confirm: '确认发布', cancel: '取消', handed: (version: string) => `${version} 版已提交发布。`, published: (version: string) => `${version} 版已发布。`, refused: '没有发布：', failed: '没有发布：连接不上数据源，请稍后重试。',
    download: '下载定义文件', embed: '嵌入现有页面', embedHelp: '选择页面的技术，把下面的内容分别复制到对应的文件里。', host: '页面技术', folder: '脚本所在文件夹', copy: '复制', copied: '已复制', copyFailed: '浏览器不允许复制，请选中文字后按 Ctrl+C。',
    hosts: { html: '普通网页 HTML', jsp: 'JSP', vue2: 'Vue 2', vue3: 'Vue 3', react: 'React' } as const,
  },
  en: {
    check: 'Publish check', nothing: 'The definition has not passed the check yet; put the errors below right first.',
    broken: (count: number) => (count === 1 ? '1 error has to be put right before publishing.' : `${count} errors have to be put right before publishing.`), blocked: (count: number) => (count === 1 ? '1 hard rule is not kept: change the form or give a reason.' : `${count} hard rules are not kept: change the form or give reasons.`), ready: 'Nothing is in the way of publishing.', warned: (count: number) => (count === 1 ? 'There is 1 warning, which does not stop you.' : `There are ${count} warnings, which do not stop you.`),
    status: { blocked: 'Blocked', warned: 'Warning', passed: 'Passed', judged: 'For people to judge' } as const, waived: 'Reason given', hard: 'Hard', soft: 'Soft',
    go: (title: string) => (title === '' ? 'Go there' : `Go to ${title}`), errors: 'Errors to put right', passedRules: (count: number) => `${count} passed`, judgedRules: (count: number) => `${count} for people to judge`,
    reason: 'Reason to publish all the same', reasonHelp: (least: number) => `At least ${least} characters; kept with the published version.`, notEntitled: 'Only an administrator of the county or above can give a reason and publish.', nobody: 'Nobody is logged in who could give a reason.',
    publish: 'Publish', version: (title: string, version: string) => `Publish ${title}, version ${version}`, final: 'A published version never changes; changes make a new version.', confirm: 'Publish now', cancel: 'Cancel', handed: (version: string) => `Version ${version} was handed in for publishing.`, published: (version: string) => `Version ${version} is published.`, refused: 'Not published: ', failed: 'Not published: the data source cannot be reached. Try again later.',
    download: 'Download the definition', embed: 'Put it into an existing page', embedHelp: 'Choose how the page is made, and copy each part into the file of that name.', host: 'Kind of page', folder: 'Folder of the script', copy: 'Copy', copied: 'Copied', copyFailed: 'The browser does not allow copying. Select the text and press Ctrl+C.',
    hosts: { html: 'Plain HTML', jsp: 'JSP', vue2: 'Vue 2', vue3: 'Vue 3', react: 'React' } as const,
  },
});

export type Messages = ReturnType<typeof messages>;
