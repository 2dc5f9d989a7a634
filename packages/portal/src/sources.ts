import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { SourceRequest } from '@jiceng/elements/scorecard/explanation.js';
import { addressOf, button, make, pageOf } from './page-parts.ts';
import type { Portal } from './shell.ts';

/** Most ids that an address carries. */
const MOST_IN_ADDRESS = 100;

/**
 * The records behind a number, in a dialog over the page; each opens where it stands, and all of them on their own
 * page.
 */
export async function openSources({ factId, by, recordIds }: SourceRequest, portal: Portal): Promise<void> {
  const { source, organisations, people, person, definitionOf } = portal;
  const found = recordIds
    .map((id) => source.mirror.record(id))
    .filter((record): record is StoredRecord => record !== undefined);
  const definition = found[0] && definitionOf(found[0].definition.id);
  const fact = factId === null ? undefined : source.mirror.facts.declaration(factId, 'zh-CN', by ?? undefined);
  const dialog = make('dialog', { className: 'sources' });
  const title = fact ? `“${fact.title}”的数据来源` : '来源记录';
  dialog.setAttribute('aria-label', title);
  const close = button('关闭', () => dialog.close(), 'plain');
  const bar = make('div', { className: 'pick' }, close);
  const missing = recordIds.length - found.length;
  if (definition) {
    const page = pageOf(definition.id);
    const ids = found
      .slice(0, MOST_IN_ADDRESS)
      .map(({ id }) => id)
      .join(',');
    bar.prepend(
      make(
        'a',
        { className: 'button', href: addressOf(page, found.length === 1 ? { record: ids } : { records: ids }) },
        `到“${definition.ledger?.title ?? definition.title}”中查看`,
      ),
      ' ',
    );
    const ledger = document.createElement('jc-ledger');
    Object.assign(ledger, {
      definition,
      records: found,
      organisations,
      people,
      person,
      snapshot: await source.snapshot(),
      readonly: true,
      heading: title,
    });
    bar.append(
      make(
        'span',
        { className: 'weak' },
        `点击序号查看内容。${missing > 0 ? `另有 ${missing} 条由其他系统保存。` : ''}`,
      ),
    );
    dialog.append(ledger);
  } else {
    dialog.append(
      make('h3', {}, title),
      make(
        'p',
        { className: 'lead' },
        recordIds.length === 0
          ? '此项由上级平台汇总提供，没有逐条记录。'
          : '这些记录由其他系统保存，这里只有汇总结果。',
      ),
    );
  }
  dialog.append(bar);
  dialog.addEventListener('close', () => dialog.remove());
  portal.content.append(dialog);
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
}
