import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import type {Drawing} from '../../src/chart/chart-picture.js';
import {createPicture} from '../../src/chart/chart-runtime.js';

const WORDS = {labels: [['Mon', '1'], ['Tue', '2'], ['Wed', 'Today']], number: String};

/** Three days of one series in a frame of 400 px. */
const drawing = (values: readonly (number | null)[], gaps: readonly number[], running: number): Drawing => ({
  bars: [{name: 'Pump', stack: 'consumption', values}],
  words: WORDS,
  marks: {running, noData: 'No data', stacks: [{datasets: [0], gaps, before: [], sums: values.map(value => value === null ? '' : value.toFixed(1))}]},
});

async function painted(shown: Drawing): Promise<(left: number, right: number, top: number, bottom: number) => number> {
  const root = await fixture<HTMLElement>(html`<div>
    <div class="frame" style="position: relative; width: 400px; height: 200px; font: 12px sans-serif; color: #666; border-color: #eee"><canvas></canvas></div>
    <span class="swatch" style="background: rgb(0, 0, 255); border: 1px solid rgb(0, 0, 128)"></span>
  </div>`);
  (await createPicture()).draw(root, shown);
  await aTimeout(50);
  const canvas = root.querySelector('canvas')!;
  const scale = canvas.width / 400;
  const context = canvas.getContext('2d')!;
  return (left, right, top, bottom) => {
    const {data} = context.getImageData(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length / (data.length / 4);
  };
}

/** The columns of Monday, Tuesday and Wednesday, between the grid's lines. */
const COLUMNS = [[65, 110], [190, 235], [315, 360]] as const;

describe('the picture of days', () => {
  it('has a bar where there is a figure, a hatch to the top where there is none, and nothing where nothing is missing', async () => {
    const share = await painted(drawing([10, null, null], [1], 2));
    const [bar, gap, ahead] = COLUMNS.map(([left, right]) => share(left, right, 90, 140));
    expect(bar).to.be.greaterThan(0.6);
    expect(gap).to.be.within(0.08, 0.6);
    expect(ahead).to.be.lessThan(0.1);
  });

  it('hatches above a figure that is not whole', async () => {
    const above = async (gaps: readonly number[]) => (await painted(drawing([10, 4, 10], gaps, 2)))(...COLUMNS[1], 40, 60);
    expect(await above([1])).to.be.greaterThan(await above([]) + 0.05);
  });

  it('says the height of each whole day above it', async () => {
    const shown = drawing([10, 4, 8], [], 2);
    const bare = {...shown, marks: {...shown.marks!, stacks: shown.marks!.stacks.map(stack => ({...stack, sums: ['', '', '']}))}};
    const above = async (given: Drawing) => (await painted(given))(...COLUMNS[1], 70, 115);
    expect(await above(shown)).to.be.greaterThan(await above(bare));
  });
});
