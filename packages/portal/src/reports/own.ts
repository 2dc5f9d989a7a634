import type { Report } from '@jiceng/core/generated/report.js';
import { isObject } from '@jiceng/core/json/json.js';
import { keep, stored } from '../storage.ts';

const NAME = 'portal-reports';

/**
 * Reports that were drawn in this browser, by id. A real portal keeps them on its server; the element's gate judges
 * them whenever they are shown.
 */
export function ownReports(): ReadonlyMap<string, Report> {
  try {
    const kept: unknown = JSON.parse(stored(NAME) ?? '{}');
    return new Map(
      isObject(kept)
        ? Object.entries(kept)
            .filter(([, report]) => isObject(report))
            .map(([id, report]) => [id, report as unknown as Report])
        : [],
    );
  } catch {
    return new Map(); // not ours, or damaged
  }
}

/** Keeps a report in this browser. Answers whether it is there: storage may be full or switched off. */
export function keepReport(report: Report): boolean {
  keep(NAME, JSON.stringify({ ...Object.fromEntries(ownReports()), [report.id]: report }));
  return ownReports().has(report.id);
}
