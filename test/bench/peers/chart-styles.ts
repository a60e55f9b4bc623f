/** What a chart wears; a text of its own, so that a list does not bring it. */
import {chartStyles} from '../../../src/styles/chart.js';
import {adoptChartStyles} from './styles.js';

/** The room of a chart of one device. */
const ROOM = '.base>*{--_min:35.375em}@container (max-width:24em){.one>*{--_min:38.5em}}@container (max-width:17em){.one>*{--_min:40.25em}}';

export const adoptStylesOfChart = (): () => void => adoptChartStyles(ROOM, chartStyles);
