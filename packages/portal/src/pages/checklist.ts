import { openRecordPage } from '../record-page.ts';
import { checklistView } from '../views/checklist.ts';

openRecordPage(checklistView);
