// One test for each line that a portal page must hold, over the fixture page of the same name in packages/portal/test/fixtures.
import { bench } from './realities/bench.ts';
import { loadingSuite } from './realities/loading.ts';
import { stylingSuite } from './realities/styling.ts';

const place = bench();

loadingSuite(place);
stylingSuite(place);
