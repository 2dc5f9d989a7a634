import { openRecordPage } from '../record-page.ts';
import { processView } from '../views/process.ts';

openRecordPage(processView);
