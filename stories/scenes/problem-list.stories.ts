import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@jiceng/elements/form/define.js';
import '@jiceng/elements/ledger/define.js';
import type { Ledger } from '@jiceng/elements/ledger/ledger.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { problemList } from '../data/definitions.ts';
import { dataSet } from '../data/data-set.ts';
import { edited, moved, type EditEvent, type MoveEvent } from '../support/carry-out.ts';
import { portalPage } from '../support/portal-page.ts';
import { scene, type Scene, type SceneSet } from '../support/scene.ts';
import { settingsOf } from '../support/settings.ts';

let made = 0;
const opened = new WeakSet<Element>();

/** Opens the detail of a record when the ledger first stands in the page. */
const open = (recordId: string) => (element: Element | undefined) => {
  if (!element || opened.has(element)) return;
  opened.add(element);
  void (element as Ledger).updateComplete.then(() => (element as Ledger).openRecord(recordId));
};

const page = (recordId?: string) => (on: Scene) =>
  portalPage(
    on,
    '问题清单',
    html`
  <jc-ledger .definition=${problemList} .records=${on.records(problemList.id)} .organisations=${on.organisations}
    .people=${on.people} .facts=${on.snapshot.facts} .snapshot=${on.snapshot}
    ${recordId === undefined ? nothing : ref(open(recordId))}
    @jc-change=${(event: EditEvent) => edited(on, event)} @jc-move=${(event: MoveEvent) => moved(on, event)}
    @jc-create=${() => on.pick(['new'])}></jc-ledger>
  ${on.picked.length === 0 ? nothing : newProblem(on)}`,
  );

/** A new problem is filled in below and joins the ledger. */
const newProblem = (on: Scene) => html`
  <jc-form .definition=${problemList} .fields=${['/problemText', '/problemCategory', '/problemSource', '/foundOn', '/issueRaisedBy', '/rootCause']}
    .organisations=${on.organisations} .people=${on.people}
    @jc-submit=${async (event: CustomEvent<{ value: JsonObject }>) => {
      const outcome = await on.run({
        kind: 'create',
        recordId: `problem-new-${++made}`,
        definitionId: problemList.id,
        orgId: on.person.posts[0]!.orgId,
        periodCode: '2025',
        data: event.detail.value,
      });
      if (outcome.ok) on.pick([]);
    }}></jc-form>`;

const list: SceneSet = { data: dataSet, personId: 'p-0012', draw: page() };
const detail: SceneSet = { data: dataSet, personId: 'p-0012', draw: page('problem-2') };
const refused: SceneSet = { data: dataSet, personId: 'p-0347', draw: page('problem-3') };
const empty: SceneSet = { data: () => ({ ...dataSet(), id: 'empty', records: [] }), personId: 'p-0012', draw: page() };

export default {
  title: '场景/问题清单',
  parameters: { padded: false, controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta;

/** Counters, lamps, groups; eight problems in six states. */
export const List: StoryObj = { name: '台账', render: (_, context) => scene(list, settingsOf(context)) };
/** One row opened by a reviewer: an overdue problem with a request to extend. */
export const Opened: StoryObj = { name: '展开一条', render: (_, context) => scene(detail, settingsOf(context)) };
/** The responsible person may not verify the own work: each move says why not. */
export const Refused: StoryObj = {
  name: '不能操作的原因',
  render: (_, context) => scene(refused, settingsOf(context)),
};
/** A new office. */
export const Empty: StoryObj = { name: '尚无问题', render: (_, context) => scene(empty, settingsOf(context)) };
