import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/process/define.js';
import { memberAdmission } from '../data/definitions.ts';
import { dataSet } from '../data/data-set.ts';
import { stepped, type StepEvent } from '../support/carry-out.ts';
import { portalPage } from '../support/portal-page.ts';
import { scene, type Scene, type SceneSet } from '../support/scene.ts';
import { settingsOf } from '../support/settings.ts';

/** One person's way; a step that is completed opens the next. */
const page = (recordId: string) => (on: Scene) =>
  portalPage(
    on,
    '发展党员',
    html`
  <jc-process .definition=${memberAdmission} .record=${on.records(memberAdmission.id).find(({ id }) => id === recordId)}
    .snapshot=${on.snapshot} .organisations=${on.organisations} .people=${on.people} .facts=${on.snapshot.facts}
    @jc-step=${(event: StepEvent) => stepped(on, event)}></jc-process>`,
  );

const candidate: SceneSet = { data: dataSet, personId: 'p-0347', draw: page('admission-1') };
const applicant: SceneSet = { data: dataSet, personId: 'p-0351', draw: page('admission-2') };

export default {
  title: '场景/发展党员',
  parameters: { padded: false, controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta;

/** Eight steps done, three open side by side. */
export const Candidate: StoryObj = { name: '发展对象', render: (_, context) => scene(candidate, settingsOf(context)) };
/** The second step is overdue. */
export const Applicant: StoryObj = {
  name: '申请人（谈话超期）',
  render: (_, context) => scene(applicant, settingsOf(context)),
};
