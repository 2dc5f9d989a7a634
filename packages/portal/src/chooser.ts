import { compile } from '@jiceng/core/definition/compile.js';
import { applies } from '@jiceng/core/engine/create.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { reviewOrganisation } from '@jiceng/core/life/review.js';
import { currentState, isOpenForFilling, machineOf } from '@jiceng/core/life/states.js';
import { orgPathOf } from '@jiceng/core/org/path.js';
import { processOf } from '@jiceng/core/record/process.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import { periodOf } from '@jiceng/core/time/period.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import { addressOf, asked, button, make, whenChosen } from './page-parts.ts';
import { refusalText, type Portal } from './shell.ts';
import { newId } from './storage.ts';

/** Records listed in one choice; more are found through the overview. */
const MOST = 400;
const WAITING = '待您办理';

/** The records that this person sees, the one shown, and the bar in which another is chosen or a new one started. */
export interface Choice {
  readonly bar: HTMLElement;
  readonly record: StoredRecord | undefined;
}

/** By period, then by who has to act: what waits for this person comes first. */
export async function chooseRecord(portal: Portal, wanted = asked('record')): Promise<Choice> {
  const { source, definition, orgId } = portal;
  const found = await source.records({ definitionId: definition.id, under: orgId });
  const known = wanted === undefined ? undefined : await source.record(wanted);
  const all = known && !found.some(({ id }) => id === known.id) ? [...found, known] : found;
  const periods = [...new Set(all.map(({ periodCode }) => periodCode ?? ''))].sort().reverse();
  const period = known?.periodCode ?? asked('period') ?? periods[0] ?? '';
  const inPeriod = all.filter(({ periodCode }) => (periodCode ?? '') === period);
  const groups = grouped(inPeriod, portal);
  const record = known ?? groups.get(WAITING)?.[0] ?? [...groups.values()][0]?.[0];

  const bar = make('div', { className: 'pick' });
  if (periods.length > 1) {
    bar.append(
      choice(
        '期次',
        periods.map((code) => new Option(code === '' ? '不分期' : periodWords(code, 'zh-CN'), code)),
        period,
        (code) => {
          const same = all.find(({ orgId: at, periodCode }) => periodCode === code && at === record?.orgId);
          location.href = addressOf(location.pathname, same ? { record: same.id } : { period: code });
        },
      ),
    );
  }
  if (inPeriod.length > 1) {
    const options = [...groups].map(([label, records]) =>
      make(
        'optgroup',
        { label: `${label}（${records.length}）` },
        ...records.slice(0, MOST).map((each) => new Option(titleOf(each, portal), each.id)),
      ),
    );
    bar.append(
      choice(definition.subject === 'person' ? '人员' : '填报单位', options, record?.id ?? '', (id) => {
        location.href = addressOf(location.pathname, { record: id });
      }),
    );
  }
  const todo = groups.get(WAITING)?.length ?? 0;
  if (all.length === 0) bar.append('您所在的组织还没有可查看的记录。');
  else if (inPeriod.length > 1)
    bar.append(
      make('span', { className: 'weak' }, `共 ${inPeriod.length} 份${todo > 0 ? `，待您办理 ${todo} 份` : ''}`),
    );
  const start = startButton(portal, all);
  if (start) bar.append(start);
  return { bar, record };
}

function choice(
  label: string,
  options: readonly (HTMLOptionElement | HTMLOptGroupElement)[],
  value: string,
  chosen: (value: string) => void,
): HTMLElement {
  const select = make('select', {}, ...options);
  select.value = value;
  whenChosen(select, chosen);
  return make('label', {}, `${label} `, select);
}

/**
 * Groups in the order in which they are worked through: what waits for the person, then by state as the definition
 * lists them.
 */
function grouped(records: readonly StoredRecord[], portal: Portal): ReadonlyMap<string, readonly StoredRecord[]> {
  const { definition, person, source } = portal;
  const compiled = compile(definition);
  const groups = new Map<string, StoredRecord[]>([[WAITING, []]]);
  for (const state of (machineOf(compiled, 'item') ?? machineOf(compiled, 'filing'))?.states ?? [])
    groups.set(state.title, []);
  for (const record of [...records].sort((a, b) => nameOf(a, portal).localeCompare(nameOf(b, portal), 'zh-CN'))) {
    const state = (currentState(compiled, record, 'item') ?? currentState(compiled, record, 'filing'))?.title ?? '';
    const label = isWaitingFor(person, record, definition, source.mirror) ? WAITING : state;
    const group = groups.get(label);
    if (group) group.push(record);
    else groups.set(label, [record]);
  }
  for (const [label, group] of groups) if (group.length === 0) groups.delete(label);
  return groups;
}

/** Whose turn it is with a submission: the organisation, and the role. */
export function holderOf(
  record: StoredRecord,
  definition: Definition,
  mirror: Portal['source']['mirror'],
): { readonly orgId: string; readonly role: 'filler' | 'reviewer' } | undefined {
  if (!record.filing) return undefined;
  if (isOpenForFilling(record)) return { orgId: record.orgId, role: 'filler' };
  if (!['submitted', 'inReview'].includes(record.filing.status)) return undefined;
  const orgId = reviewOrganisation(compile(definition), record, mirror);
  return orgId === undefined ? undefined : { orgId, role: 'reviewer' };
}

export function isWaitingFor(
  person: Person,
  record: StoredRecord,
  definition: Definition,
  mirror: Portal['source']['mirror'],
): boolean {
  const holder = holderOf(record, definition, mirror);
  return holder !== undefined && person.posts.some(({ orgId, role }) => orgId === holder.orgId && role === holder.role);
}

function nameOf({ orgId, subject }: Pick<StoredRecord, 'orgId' | 'subject'>, { source }: Portal): string {
  const organisation = source.mirror.organisation(orgId)?.orgShortName ?? orgId;
  return subject ? `${subject.title} · ${organisation}` : organisation;
}

function titleOf(record: StoredRecord, portal: Portal): string {
  const compiled = compile(portal.definition);
  const filing = currentState(compiled, record, 'filing')?.title;
  return [nameOf(record, portal), filing, ...stepsOf(record, portal)].filter(Boolean).join(' · ');
}

/**
 * Whose record it is, and of which period: a paper that is printed says it, too. A staged process says itself about
 * whom it is.
 */
export function whoseText(record: StoredRecord, portal: Portal): string {
  const { orgId, periodCode } = record;
  return [
    nameOf(portal.definition.process ? { orgId } : record, portal),
    ...(periodCode === undefined ? [] : [periodWords(periodCode, 'zh-CN')]),
  ].join(' · ');
}

/** How far a staged process has come, and how many of its steps are late. */
function stepsOf(record: StoredRecord, { definition, source }: Portal): readonly string[] {
  if (!definition.process) return [];
  const { mirror } = source;
  const compiled = compile(definition);
  const organisation = mirror.organisation(record.orgId);
  const scope = recordScope({
    compiled,
    record,
    facts: mirror.facts,
    now: mirror.now,
    isWorkday: mirror.isWorkday,
    ...(organisation ? { organisation } : {}),
  });
  const steps = processOf(compiled, record, scope)?.steps ?? [];
  const done = steps.filter(({ status }) => status === 'done').length;
  const late = steps.filter(({ status }) => status === 'overdue').length;
  return [
    done === steps.length ? '已全部完成' : `已完成 ${done}/${steps.length} 步`,
    ...(late > 0 ? [`超期 ${late} 步`] : []),
  ];
}

/**
 * A new record, where the person fills in for an organisation that the form is for and that has none for this period.
 */
function startButton(
  { definition, person, source, run, notes }: Portal,
  records: readonly StoredRecord[],
): HTMLElement | undefined {
  const orgId = person.posts.find(({ role }) => role === 'filler')?.orgId;
  const kind = definition.filing?.period;
  const period =
    kind === 'month' || kind === 'quarter' || kind === 'halfYear' || kind === 'year'
      ? periodOf(source.now().slice(0, 10), kind)
      : undefined;
  if (orgId === undefined || definition.subject !== 'organisation' || (definition.filing && period === undefined))
    return undefined;
  const organisation = source.mirror.organisation(orgId);
  if (
    definition.filing &&
    !(organisation && applies(definition.filing.by, organisation, orgPathOf(orgId, source.mirror)))
  )
    return undefined;
  if (records.some((record) => record.orgId === orgId && record.periodCode === period)) return undefined;
  return button(period === undefined ? '新建' : `开始填写 ${periodWords(period, 'zh-CN')}`, () => {
    const recordId = newId();
    void run({
      kind: 'create',
      recordId,
      definitionId: definition.id,
      orgId,
      ...(period === undefined ? {} : { periodCode: period }),
    }).then((outcome) => {
      if (outcome?.ok) location.href = addressOf(location.pathname, { record: recordId });
      else if (outcome) notes.say(`没有建立成功：${refusalText(outcome)}`, true);
    });
  });
}
