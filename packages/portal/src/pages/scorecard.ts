import { openRecordPage } from '../record-page.ts';
import { scorecardView } from '../views/scorecard.ts';

openRecordPage(scorecardView);
