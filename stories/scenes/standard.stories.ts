import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '@jiceng/elements/scorecard/define.js';
import '@jiceng/elements/moves/define.js';
import '@jiceng/elements/ledger/define.js';
import { branchStandard } from '../data/definitions.ts';
import { dataSet } from '../data/data-set.ts';
import { portalPage } from '../support/portal-page.ts';
import { scene, type Scene, type SceneSet } from '../support/scene.ts';
import { settingsOf } from '../support/settings.ts';
import { moved, saved, type ChangeEvent, type MoveEvent } from '../support/carry-out.ts';

type SourceEvent = CustomEvent<{ readonly recordIds: readonly string[] }>;

/** The score card of one branch: what people enter is saved at once, and every number leads to its records. */
const page = (recordId: string, reviewing: boolean) => (on: Scene) => {
  const record = on.records(branchStandard.id).find(({ id }) => id === recordId)!;
  return portalPage(
    on,
    '标准化评价',
    html`
    <jc-scorecard .definition=${branchStandard} .record=${record}
      .organisation=${on.snapshot.organisation(record.orgId)} .facts=${on.snapshot.facts}
      ?reviewing=${reviewing}
      @jc-change=${(event: ChangeEvent) => saved(on, record, event)}
      @jc-source-open=${(event: SourceEvent) => on.pick(event.detail.recordIds)}></jc-scorecard>
    <jc-moves .definition=${branchStandard} .record=${record} .snapshot=${on.snapshot}
      .organisations=${on.organisations} .people=${on.people}
      @jc-move=${(event: MoveEvent) => moved(on, event)}></jc-moves>
    ${on.picked.length === 0 ? nothing : sources(on)}`,
  );
};

/** The records behind a number, as the ledger that they belong to. */
function sources(on: Scene) {
  const records = on.picked.map((id) => on.snapshot.record(id)).filter((record) => record !== undefined);
  const definition = on.snapshot.definition(records[0]?.definition.id ?? '')?.definition;
  return definition
    ? html`<jc-ledger readonly heading=${`取数来源：${definition.title}`} .definition=${definition} .records=${records}
    .organisations=${on.organisations} .people=${on.people} .facts=${on.snapshot.facts}></jc-ledger>`
    : nothing;
}

const filling: SceneSet = { data: dataSet, personId: 'p-0347', draw: page('standard-1', false) };
const review: SceneSet = { data: dataSet, personId: 'p-0012', draw: page('standard-2', true) };
const veto: SceneSet = { data: dataSet, personId: 'p-0012', draw: page('standard-3', true) };

export default {
  title: '场景/标准化评价',
  parameters: { padded: false, controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta;

/** The branch fills in what the system cannot count. */
export const Filling: StoryObj = { name: '支部填报', render: (_, context) => scene(filling, settingsOf(context)) };
/** The superior lowers scores, with reasons. */
export const Reviewing: StoryObj = { name: '上级审核', render: (_, context) => scene(review, settingsOf(context)) };
/** A name of forty characters, items replaced for enterprises, and a veto. */
export const Veto: StoryObj = { name: '一票否决（长名称）', render: (_, context) => scene(veto, settingsOf(context)) };
