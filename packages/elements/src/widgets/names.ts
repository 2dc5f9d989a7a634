import type { Names } from './format.ts';
import type { WidgetContext } from './widget.ts';

/** Words for ids, from what the form was given. */
export function namesOf({
  language,
  organisations,
  people,
}: Pick<WidgetContext, 'language' | 'organisations' | 'people'>): Names {
  let orgs: Map<string, string> | undefined;
  let persons: Map<string, string> | undefined;
  return {
    language,
    organisation: (id) => (orgs ??= new Map(organisations.map(({ orgId, orgName }) => [orgId, orgName]))).get(id),
    person: (id) => (persons ??= new Map(people.map(({ personId, personName }) => [personId, personName]))).get(id),
    file: () => undefined,
  };
}
