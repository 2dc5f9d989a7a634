import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@jiceng/elements/form/define.js';
import '@jiceng/elements/ledger/define.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { organisationLife } from '../data/definitions.ts';
import { dataSet } from '../data/data-set.ts';
import { edited, moved, type EditEvent, type MoveEvent } from '../support/carry-out.ts';
import { portalPage } from '../support/portal-page.ts';
import { scene, type Scene, type SceneSet } from '../support/scene.ts';
import { settingsOf } from '../support/settings.ts';

/** A form above, the ledger of what was entered below: a meeting that is handed in appears there at once. */
const page = (value: JsonObject | undefined) => (on: Scene) => {
  const records = on.records(organisationLife.id);
  return portalPage(
    on,
    '组织生活登记',
    html`
    ${keyed(
      records.length,
      html`<jc-form .definition=${organisationLife}
      .value=${on.picked.length === 0 ? value : undefined} .organisations=${on.organisations} .people=${on.people}
      @jc-submit=${(event: CustomEvent<{ value: JsonObject }>) => handIn(on, records.length, event.detail.value)}></jc-form>`,
    )}
    <jc-ledger .definition=${organisationLife} .records=${records} .organisations=${on.organisations}
      .people=${on.people} .facts=${on.snapshot.facts} .snapshot=${on.snapshot}
      @jc-change=${(event: EditEvent) => edited(on, event)}
      @jc-move=${(event: MoveEvent) => moved(on, event)}></jc-ledger>`,
  );
};

async function handIn(on: Scene, count: number, data: JsonObject): Promise<void> {
  const heldOn = typeof data['heldOn'] === 'string' ? data['heldOn'] : on.source.now();
  const outcome = await on.run({
    kind: 'create',
    recordId: `meeting-new-${count}`,
    definitionId: organisationLife.id,
    orgId: on.person.posts[0]!.orgId,
    periodCode: heldOn.slice(0, 7),
    data,
  });
  if (outcome.ok) on.pick(['entered']);
}

const blank: SceneSet = { data: dataSet, personId: 'p-0351', draw: page(undefined) };
const begun: SceneSet = {
  data: dataSet,
  personId: 'p-0351',
  draw: page({
    meetingType: ['lecture', 'themeDay'],
    heldOn: '2025-09-12',
    place: '村党群服务中心二楼会议室',
    hostName: '王某',
    recorderName: '李某某',
    meetingTopic: '秋季森林防火和秸秆禁烧安排',
    lecturerName: '王某',
    postKind: 'secretary',
    themeDayKind: ['study', 'volunteer'],
    attendeesExpected: 38,
    absentReasons: [
      { personId: 'p-0412', absentReason: '外出务工' },
      { personId: 'p-0419', absentReason: '住院' },
      { personId: 'p-0520', absentReason: '参加县里举办的村级后备干部暑期集中培训班' },
    ],
  }),
};

export default {
  title: '场景/组织生活登记',
  parameters: { padded: false, controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta;

/** A new meeting; what is asked follows from its kind. */
export const Blank: StoryObj = { name: '空白登记', render: (_, context) => scene(blank, settingsOf(context)) };
/** Filled in but for the topic of the lecture. */
export const Begun: StoryObj = { name: '填写中', render: (_, context) => scene(begun, settingsOf(context)) };
