// One test for each line that a portal page must hold, over the fixture page of the same name in
// packages/portal/test/fixtures.
import { describe } from 'node:test';
import { bench } from './realities/bench.ts';
import { dataSuite, timeZoneSuite } from './realities/data.ts';
import { loadingSuite } from './realities/loading.ts';
import { peopleSuite } from './realities/people.ts';
import { stylingSuite } from './realities/styling.ts';

describe('a portal page', () => {
  const place = bench();
  loadingSuite(place);
  stylingSuite(place);
  dataSuite(place);
  peopleSuite(place);
});
timeZoneSuite();
