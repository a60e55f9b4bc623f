import type {Row} from '../row.js';
import {check} from './check.js';
import {firstChart, fullestChart} from './chart.js';
import {kept} from './kept.js';
import {allChange, oneChange, unchangedPoll} from './poll.js';
import {portal} from './portal.js';
import {presses} from './presses.js';
import {requests} from './requests.js';
import {shift} from './shift.js';
import {firstCard, growth, longestTask} from './show.js';
import {sizes} from './sizes.js';

/** In the order of the table. */
export const ROWS: readonly Row[] = [
  sizes, firstCard, longestTask, unchangedPoll, oneChange, allChange, check, kept, requests, shift, firstChart, fullestChart, growth, presses, portal,
];
