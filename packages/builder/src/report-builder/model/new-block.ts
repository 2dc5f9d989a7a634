import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Edit } from '../../document/edit.ts';
import type { Offer } from './offers.ts';
import { freeId, useOffer } from './use-offer.ts';
import { chipsOf, partOf, partsOf, zonesOf, type PartKind, type Zone } from './zones.ts';

/** The blocks of a report, as far as they are readable. */
export function blocksOf(report: Json): readonly Json[] {
  const blocks = isObject(report) ? own(report, 'blocks') : undefined;
  return Array.isArray(blocks) ? blocks : [];
}

/**
 * The edits that add a block of a kind behind the one at `behind` (-1: first). It begins with what the block before
 * shows, else with what the report has, else with the first offers; `undefined` where nothing can be counted yet.
 */
export function addBlock(
  report: Json,
  kind: string,
  behind: number,
  offers: readonly Offer[],
  title: string,
): { readonly edits: readonly Edit[]; readonly pointer: string } | undefined {
  const chooser = new Chooser(report, behind, offers);
  const body = bodyOf(kind, chooser);
  if (!body) return undefined;
  const ids = new Set(blocksOf(report).map((block) => (isObject(block) ? own(block, 'id') : undefined)));
  const at = behind + 1;
  const block: JsonObject = {
    block: kind,
    id: freeId(kind, ids),
    ...(kind === 'cards' || kind === 'text' ? {} : { title }),
    ...body,
  };
  return { edits: [...chooser.edits, { insert: `/blocks/${at}`, value: block }], pointer: `/blocks/${at}` };
}

function bodyOf(kind: string, chooser: Chooser): JsonObject | undefined {
  const measure = chooser.measure();
  if (measure === undefined) return undefined;
  const place = (): string => chooser.dimension((part) => own(part, 'levels') !== undefined, 'shared/township');
  const time = (): string => chooser.dimension((part) => own(part, 'period') !== undefined, 'shared/month');
  switch (kind) {
    case 'cards':
      return { measures: chooser.measures(4) };
    case 'table':
      return { rows: [place()], columns: chooser.measures(4) };
    case 'cross':
      return { rows: [place()], columns: [chooser.category() ?? time()], measures: [measure] };
    case 'board':
      return { rows: place(), measures: [chooser.rate() ?? measure] };
    case 'chart': {
      const category = chooser.category();
      return { chart: category === undefined ? 'line' : 'bar', by: category ?? time(), measures: [measure] };
    }
    case 'lights': {
      const lit = chooser.lit();
      return lit === undefined ? undefined : { rows: [place()], columns: time(), measure: lit };
    }
    case 'coverage': {
      const data = chooser.filings();
      return data === undefined ? undefined : { data: [data], rows: [place()] };
    }
    case 'text':
      return { paragraphs: [`{period}，{organisation}：{value}。`], values: { value: { measure } } };
    default:
      return undefined;
  }
}

/** Finds what a new block begins with, and remembers what has to be made for it. */
class Chooser {
  readonly edits: Edit[] = [];
  private readonly report: Json;
  private readonly offers: readonly Offer[];
  private readonly shown: Readonly<Record<PartKind, readonly string[]>>;

  constructor(report: Json, behind: number, offers: readonly Offer[]) {
    this.report = report;
    this.offers = offers;
    const block = blocksOf(report)[behind];
    const of = (kind: PartKind): string[] =>
      zonesOf(block)
        .filter((zone: Zone) => zone.takes === kind)
        .flatMap((zone) => chipsOf(report, `/blocks/${behind}`, zone))
        .map(({ id }) => id);
    this.shown = { dimension: of('dimension'), measure: of('measure') };
  }

  measure(): string | undefined {
    return this.measures(1)[0];
  }

  /** Measures to begin with: those shown before, else those that the report has, else the first that is offered. */
  measures(most: number): string[] {
    const own_ = this.ids('measure');
    const found = [...this.shown.measure, ...(this.shown.measure.length > 0 ? [] : own_)].slice(0, most);
    if (found.length > 0) return found;
    const offer = this.offers.find(({ kind }) => kind === 'measure');
    return offer ? [this.take(offer)] : [];
  }

  /** A dimension of one kind: one that is shown or there, else the offer with this key. */
  dimension(fits: (part: JsonObject) => boolean, key: string): string {
    const id = [...this.shown.dimension, ...this.ids('dimension')].find((each) => {
      const found = partOf(this.report, 'dimension', each);
      return found !== undefined && fits(found.part);
    });
    if (id !== undefined) return id;
    const offer = this.offers.find((each) => each.key === key);
    if (!offer) throw new Error(`${key} is always offered`);
    return this.take(offer);
  }

  /** A dimension of the measures' own data, by which numbers make a picture. */
  category(): string | undefined {
    const isCategory = (part: JsonObject): boolean =>
      own(part, 'field') !== undefined ||
      own(part, 'value') !== undefined ||
      own(part, 'buckets') !== undefined ||
      (own(part, 'name') !== undefined && own(part, 'data') !== undefined);
    const known = [...this.shown.dimension, ...this.ids('dimension')].find((id) => {
      const found = partOf(this.report, 'dimension', id);
      return found !== undefined && isCategory(found.part) && this.isOfMeasure(found.part);
    });
    if (known !== undefined) return known;
    const data = this.definitionOfMeasure();
    const offer = this.offers.find(
      ({ kind, body, data: of }) =>
        kind === 'dimension' &&
        isCategory({ ...body, data: [] }) &&
        of !== undefined &&
        of.definition === data &&
        of.each === undefined,
    );
    return offer && this.take(offer);
  }

  /** A rate, since ranks by rates are fairer than by counts. */
  rate(): string | undefined {
    return [...this.shown.measure, ...this.ids('measure')].find((id) => {
      const found = partOf(this.report, 'measure', id);
      return found !== undefined && own(found.part, 'type') === 'percent';
    });
  }

  /** A measure with thresholds. */
  lit(): string | undefined {
    return [...this.shown.measure, ...this.ids('measure')].find((id) => {
      const found = partOf(this.report, 'measure', id);
      return found !== undefined && own(found.part, 'thresholds') !== undefined;
    });
  }

  /** A data set of filings. */
  filings(): string | undefined {
    const list = isObject(this.report) ? own(this.report, 'data') : undefined;
    const set = Array.isArray(list)
      ? list.find(
          (entry: Json) =>
            isObject(entry) && (own(entry, 'filings') !== undefined || own(entry, 'expects') !== undefined),
        )
      : undefined;
    return isObject(set) ? String(own(set, 'id')) : undefined;
  }

  private ids(kind: PartKind): string[] {
    return partsOf(this.report, kind).map((part) => String(own(part, 'id')));
  }

  private dataOfMeasure(): string | undefined {
    const id = this.shown.measure[0] ?? this.ids('measure')[0];
    const data = id === undefined ? undefined : own(partOf(this.report, 'measure', id)?.part, 'data');
    return typeof data === 'string' ? data : undefined;
  }

  private isOfMeasure(part: JsonObject): boolean {
    const data = own(part, 'data');
    const wanted = this.dataOfMeasure();
    return Array.isArray(data) && wanted !== undefined && data.includes(wanted);
  }

  private definitionOfMeasure(): string | undefined {
    const wanted = this.dataOfMeasure();
    const list = isObject(this.report) ? own(this.report, 'data') : undefined;
    const set = Array.isArray(list)
      ? list.find((entry: Json) => isObject(entry) && own(entry, 'id') === wanted)
      : undefined;
    const records = isObject(set) ? own(set, 'records') : undefined;
    return Array.isArray(records) && typeof records[0] === 'string' ? records[0] : undefined;
  }

  private take(offer: Offer): string {
    const { id, edits } = useOffer(this.report, offer);
    this.edits.push(...edits);
    return id;
  }
}
