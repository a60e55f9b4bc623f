import type {Story} from '../../stories/stage.js';
import * as consumptionChart from '../../stories/consumption-chart.stories.js';
import * as deviceList from '../../stories/device-list.stories.js';
import * as electricVehicle from '../../stories/electric-vehicle.stories.js';
import * as energyOverTime from '../../stories/energy-over-time.stories.js';
import * as heatPump from '../../stories/heat-pump.stories.js';
import * as inverter from '../../stories/inverter.stories.js';
import * as languages from '../../stories/languages.stories.js';

type Module = Readonly<Record<string, unknown>> & {readonly default: {readonly title?: string | undefined}};

/** Every file of situations; a test in test/build holds that none is missing. */
const MODULES: Readonly<Record<string, Module>> = {
  'consumption-chart': consumptionChart, 'device-list': deviceList, 'electric-vehicle': electricVehicle,
  'energy-over-time': energyOverTime, 'heat-pump': heatPump, inverter, languages,
};

/** What each file shows, by the names of its stories. */
export const STORIES: readonly (readonly [title: string, stories: readonly (readonly [name: string, story: Story])[]])[] =
  Object.values(MODULES).map(({default: meta, ...named}) => [meta.title ?? '', Object.entries(named) as [string, Story][]]);
