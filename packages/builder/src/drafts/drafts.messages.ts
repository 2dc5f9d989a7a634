import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    draftRestored: '已恢复上次未保存的修改。',
    draftFailed: '草稿无法保存在本机，离开前请先保存。',
    draftOff: '本机不能保存草稿，离开前请先保存。',
    discard: '放弃这些修改，回到原来的内容',
  },
  en: {
    draftRestored: 'Changes that were not saved have been restored.',
    draftFailed: 'The draft cannot be kept on this computer. Save before you leave.',
    draftOff: 'Drafts cannot be kept on this computer. Save before you leave.',
    discard: 'Drop these changes and go back to the original',
  },
});
