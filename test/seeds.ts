import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Five real documents. They are no part of the project, and lie beside it on some machines. */
export const SEEDS = join(import.meta.dirname, '../../shared/corpora/seeds');

/** Why a test of the seeds is left out; false where they are there. */
export const WITHOUT_SEEDS: string | false = existsSync(SEEDS)
  ? false
  : 'the five real documents are not beside this project';
