import type {Check} from '../check.js';
import {problem, type Finding} from '../finding.js';
import type {Read} from '../reads.js';
import {describeDevices} from '../shape.js';

export const shapes: Check = {
  id: 'shapes',
  holds: 'the widgets can read what is sent',
  needs: ['answers'],
  *run({reads}) {
    for (const read of reads) {
      if (read.answer.status === 200 && read.answer.json !== undefined) yield* JUDGES[read.part](read);
    }
  },
};

const JUDGES: Readonly<Record<Read['part'], (read: Read) => Iterable<Finding>>> = {
  list: describeDevices,
  detail: describeDevices,
  savings: judgeSeries,
  data: judgeSeries,
};

function* judgeSeries({name, answer: {json}}: Read): Iterable<Finding> {
  if (!Array.isArray((json as {data?: unknown} | null)?.data)) yield problem(`${name} has no array "data".`, 'Send {metadata, data: [...]} as the API does.');
}
