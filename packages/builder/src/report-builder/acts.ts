import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { textsOfCopy } from '../session/texts-along.ts';
import { blockTexts, chartTexts } from './model/blocks.messages.ts';
import { arrange, widthEdits, type Spot, type Width } from './model/layout.ts';
import { addBlock, blocksOf } from './model/new-block.ts';
import type { Offer } from './model/offers.ts';
import { moveTo, putIn, shift, takeFrom, unused } from './model/put.ts';
import { freeId, useOffer } from './model/use-offer.ts';
import { chipsOf, titleOf, zonesOf, type Chip, type Zone } from './model/zones.ts';
import { messages } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';

/**
 * What a person does to a report, by mouse or keyboard: one step of undo each, and announced. Each answers whether it
 * was done.
 */

type Texts = ReturnType<typeof messages>;
const both = (say: (texts: Texts) => string): Bilingual => ({
  'zh-CN': say(messages('zh-CN')),
  en: say(messages('en')),
});

function refuse(session: ReportSession, say: (texts: Texts) => string): false {
  session.said.value = say(messages(session.language.peek()));
  return false;
}

/** The block that is selected, or the one whose part was looked at last; the first where none is. */
export function blockPointer(session: ReportSession, last: number): string | undefined {
  const [selected] = session.selection.peek();
  const at = selected?.startsWith('/blocks/') ? Number(selected.split('/')[2]) : last;
  const { length } = blocksOf(session.value.peek());
  return length === 0 ? undefined : `/blocks/${Math.min(Math.max(at, 0), length - 1)}`;
}

/** What people call a block. */
export function blockTitle(report: Json, pointer: string, locale: string): string {
  const block = valueAt(report, pointer);
  const kind = blockTexts(locale)[String(isObject(block) ? own(block, 'block') : '')]?.[0] ?? '';
  const title = isObject(block) ? own(block, 'title') : undefined;
  return typeof title === 'string' && title !== '' ? title : messages(locale).untitled(kind);
}

/** Puts an offer into a zone of a block, or into the zone that suits it best. */
export function put(
  session: ReportSession,
  pointer: string | undefined,
  offer: Offer,
  zone?: Zone,
  at?: number,
): boolean {
  const report = session.value.peek();
  const target = pointer === undefined ? undefined : (zone ?? bestZone(report, pointer, offer));
  if (pointer === undefined || !target) return refuse(session, (texts) => texts.noZone);
  const { id, edits } = useOffer(report, offer);
  const more = putIn(report, pointer, target, id, at);
  if (more.length === 0) return refuse(session, (texts) => texts.present(offer.title));
  return session.attempt({ title: both((texts) => texts.did.put(offer.title)) }, [...edits, ...more], [pointer]);
}

/** An empty zone first, then one that holds several. */
function bestZone(report: Json, pointer: string, { kind }: Offer): Zone | undefined {
  const zones = zonesOf(valueAt(report, pointer)).filter(({ takes }) => takes === kind);
  return (
    zones.find((zone) => chipsOf(report, pointer, zone).length === 0) ?? zones.find(({ many }) => many) ?? zones[0]
  );
}

export function takeOut(session: ReportSession, pointer: string, zone: Zone, chip: Chip): boolean {
  const report = session.value.peek();
  const edits = takeFrom(report, pointer, zone, chip);
  if (!edits) return refuse(session, (texts) => texts.needed(zone.title[session.language.peek()]));
  return session.attempt({ title: both((texts) => texts.did.take(titleOf(report, zone.takes, chip.id))) }, edits, [
    pointer,
  ]);
}

export function shiftChip(session: ReportSession, pointer: string, zone: Zone, chip: Chip, by: 1 | -1): boolean {
  const report = session.value.peek();
  return session.attempt(
    { title: both((texts) => texts.did.shift(titleOf(report, zone.takes, chip.id))) },
    shift(report, pointer, zone, chip, by),
  );
}

/** Moves a chip to a place in its zone or in another one of the same block. */
export function dropChip(
  session: ReportSession,
  pointer: string,
  from: Zone,
  chip: Chip,
  to: Zone,
  at: number,
): boolean {
  const report = session.value.peek();
  const title = titleOf(report, from.takes, chip.id);
  if (from.key === to.key)
    return session.attempt({ title: both((texts) => texts.did.shift(title)) }, moveTo(report, pointer, from, chip, at));
  if (from.takes !== to.takes) return refuse(session, (texts) => texts.noZone);
  const taken = takeFrom(report, pointer, from, chip);
  const added = putIn(report, pointer, to, chip.id, at);
  if (added.length === 0) return refuse(session, (texts) => texts.present(title));
  return session.attempt(
    { title: both((texts) => texts.did.shift(title)) },
    taken ? [...added, ...taken] : exchange(report, pointer, from, to, chip.id),
  );
}

/** The only one of a zone that must not be empty changes places with the other zone's first. */
function exchange(
  report: Json,
  pointer: string,
  from: Zone,
  to: Zone,
  id: string,
): ReturnType<typeof putIn> | undefined {
  const [other] = chipsOf(report, pointer, to);
  const [own_] = chipsOf(report, pointer, from);
  return other && own_
    ? [
        { set: other.pointer, value: id },
        { set: own_.pointer, value: other.id },
      ]
    : undefined;
}

export function addBlockOf(session: ReportSession, kind: string, last: number): boolean {
  const report = session.value.peek();
  const behind = blockPointer(session, last);
  const title = blockTexts(session.language.peek())[kind]?.[0] ?? kind;
  const added = addBlock(
    report,
    kind,
    behind === undefined ? -1 : Number(behind.split('/')[2]),
    session.offers.peek(),
    title,
  );
  if (!added) return refuse(session, (texts) => texts.noData);
  return session.attempt(
    {
      title: {
        'zh-CN': messages('zh-CN').did.add(blockTexts('zh-CN')[kind]?.[0] ?? kind),
        en: messages('en').did.add(blockTexts('en')[kind]?.[0] ?? kind),
      },
    },
    added.edits,
    [added.pointer],
  );
}

export function removeBlock(session: ReportSession, pointer: string): boolean {
  const report = session.value.peek();
  const { length } = blocksOf(report);
  if (length <= 1) return refuse(session, (texts) => texts.lastBlock);
  const at = Number(pointer.split('/')[2]);
  return session.attempt(
    { title: both((texts) => texts.did.remove(blockTitle(report, pointer, session.language.peek()))) },
    [{ remove: pointer }],
    [`/blocks/${Math.min(at, length - 2)}`],
  );
}

export function moveBlock(session: ReportSession, pointer: string, to: number): boolean {
  const report = session.value.peek();
  if (to < 0 || to >= blocksOf(report).length) return false;
  return session.attempt(
    { title: both((texts) => texts.did.move(blockTitle(report, pointer, session.language.peek()))) },
    [{ move: pointer, to: `/blocks/${to}` }],
    [`/blocks/${to}`],
  );
}

/** Puts a block beside, above or below another. */
export function placeBlock(session: ReportSession, pointer: string, spot: Spot): boolean {
  const report = session.value.peek();
  const arranged = arrange(report, Number(pointer.split('/')[2]), spot);
  return session.attempt(
    { title: both((texts) => texts.did.move(blockTitle(report, pointer, session.language.peek()))) },
    arranged?.edits,
    arranged && [`/blocks/${arranged.at}`],
  );
}

/** Gives a block another share of the line. */
export function makeWide(session: ReportSession, pointer: string, width: Width): boolean {
  const edits = widthEdits(session.value.peek(), Number(pointer.split('/')[2]), width);
  return (
    edits.length > 0 &&
    session.attempt({ title: both((texts) => texts.did.set(texts.widths[width][1])) }, edits, [pointer])
  );
}

/** Lets a block begin on a new page, or no longer. */
export function startPage(session: ReportSession, pointer: string, isNew: boolean): boolean {
  const place = `${pointer}/newPage`;
  return session.attempt(
    { title: both((texts) => texts.did.set(texts.newPage)) },
    [isNew ? { set: place, value: true } : { remove: place }],
    [pointer],
  );
}

export function copyBlock(session: ReportSession, pointer: string): boolean {
  const report = session.value.peek();
  const block = valueAt(report, pointer);
  if (!isObject(block)) return false;
  const ids = new Set(blocksOf(report).map((each) => (isObject(each) ? own(each, 'id') : undefined)));
  const next = `/blocks/${Number(pointer.split('/')[2]) + 1}`;
  return session.attempt(
    { title: both((texts) => texts.did.copy(blockTitle(report, pointer, session.language.peek()))) },
    [{ insert: next, value: { ...block, id: freeId(String(own(block, 'id')), ids) } }],
    [next],
    textsOfCopy(report, pointer, next),
  );
}

/** Another drawing for a chart. */
export function drawAs(session: ReportSession, pointer: string, chart: string): boolean {
  return session.attempt(
    {
      title: {
        'zh-CN': messages('zh-CN').did.set(chartTexts('zh-CN')[chart] ?? chart),
        en: messages('en').did.set(chartTexts('en')[chart] ?? chart),
      },
    },
    [{ set: `${pointer}/chart`, value: chart }],
    [pointer],
  );
}

/** Takes away data, dimensions and measures that nothing shows. */
export function tidy(session: ReportSession): boolean {
  const [selected = ''] = session.selection.peek();
  return session.attempt(
    { title: both((texts) => texts.tidied) },
    unused(session.value.peek()),
    selected.startsWith('/blocks/') ? [selected] : [''],
  );
}
