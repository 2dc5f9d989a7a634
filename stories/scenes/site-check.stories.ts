import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/checklist/define.js';
import '@jiceng/elements/form/define.js';
import '@jiceng/elements/moves/define.js';
import type { Change } from '@jiceng/core/json/changes.js';
import { siteCheck, sixThings } from '../data/definitions.ts';
import { dataSet } from '../data/data-set.ts';
import { moved, saved, type ChangeEvent, type MoveEvent } from '../support/carry-out.ts';
import { portalPage } from '../support/portal-page.ts';
import { scene, type Scene, type SceneSet } from '../support/scene.ts';
import { settingsOf } from '../support/settings.ts';

const byList: SceneSet = {
  data: dataSet,
  personId: 'p-0012',
  draw: (on) => {
    const record = on.records(siteCheck.id)[0]!;
    return portalPage(
      on,
      '阵地检查',
      html`
      <h2 class="portal-heading" lang="zh-CN">${siteCheck.title}：${on.snapshot.organisation(record.orgId)?.orgShortName}</h2>
      <jc-checklist .definition=${siteCheck} .record=${record} .organisation=${on.snapshot.organisation(record.orgId)}
        ?readonly=${record.state !== 'checking'} @jc-change=${(event: ChangeEvent) => saved(on, record, event)}></jc-checklist>
      <jc-moves .definition=${siteCheck} .record=${record} .snapshot=${on.snapshot} .organisations=${on.organisations}
        .people=${on.people} @jc-move=${(event: MoveEvent) => moved(on, event)}></jc-moves>`,
    );
  },
};

const byForm: SceneSet = {
  data: dataSet,
  personId: 'p-0347',
  draw: (on: Scene) => {
    const record = on.records(sixThings.id)[0]!;
    return portalPage(
      on,
      '阵地检查',
      html`
      <jc-form .definition=${sixThings} .record=${record} .organisations=${on.organisations} .people=${on.people}
        @jc-submit=${(event: CustomEvent<{ changes: readonly Change[] }>) => void on.run({ kind: 'save', recordId: record.id, revision: record.revision, changes: event.detail.changes })}></jc-form>`,
    );
  },
};

export default {
  title: '场景/阵地检查',
  parameters: { padded: false, controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta;

/**
 * On site: yes or no, a note where something is missing; confirming hands the missing items over to the list of
 * problems.
 */
export const OnSite: StoryObj = { name: '现场检查表', render: (_, context) => scene(byList, settingsOf(context)) };
/** The branch reports its premises by form. */
export const Report: StoryObj = {
  name: '六有五室两统一核查',
  render: (_, context) => scene(byForm, settingsOf(context)),
};
