import { asked } from '../page-parts.ts';
import { listReports } from '../reports/list.ts';
import { showReport } from '../reports/show.ts';
import { openFrame } from '../shell.ts';

// The ready reports by group, or the one that the address names.
void openFrame((frame) => {
  const id = asked('report');
  return id === undefined ? listReports(frame) : showReport(frame, id);
});
