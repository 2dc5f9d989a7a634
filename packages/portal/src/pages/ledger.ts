import { openPortal } from '../shell.ts';
import { showLedger } from '../views/ledger.ts';

void openPortal(showLedger);
