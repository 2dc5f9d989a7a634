import { asked } from '../page-parts.ts';
import { openFrame, openPortal } from '../shell.ts';
import { showAdoption } from '../views/adoption.ts';
import { showImport } from '../views/import.ts';

// With a definition in the address a filled-in sheet comes back; without one an Excel ledger becomes a definition.
void (asked('definition') === undefined ? openFrame(showAdoption) : openPortal(showImport));
