import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { random } from '../../../core/src/fixtures/fast-check.ts';
import { told } from './fixtures/told.ts';
import { SAMPLES } from './fixtures/samples.ts';
import { readPaste } from './read-paste.ts';
