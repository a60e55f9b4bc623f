import {CHART_MUTANTS} from './list/chart.js';
import {ELEMENT_MUTANTS} from './list/elements.js';
import {FIGURE_MUTANTS} from './list/figures.js';
import {NETWORK_MUTANTS} from './list/network.js';
import {POLLING_MUTANTS} from './list/polling.js';
import {PUSH_MUTANTS} from './list/push.js';
import {STATUS_MUTANTS} from './list/status.js';
import {VALUE_MUTANTS} from './list/values.js';
import type {Mutant} from './mutant.js';

/** One for each guard of the data's way from the wire to the page. */
export const MUTANTS: readonly Mutant[] = [
  ...NETWORK_MUTANTS, ...POLLING_MUTANTS, ...VALUE_MUTANTS, ...ELEMENT_MUTANTS, ...PUSH_MUTANTS, ...STATUS_MUTANTS, ...FIGURE_MUTANTS,
  ...CHART_MUTANTS,
];
