/** A reporter for Node's test runner: the rows that tests prove, beneath the `describe` of their engine. */
import {recordOf} from './row-records.mjs';

const ENGINES = ['Chromium', 'Firefox', 'WebKit'];

export default async function* rowReporter(events) {
  const path = [];
  for await (const {type, data} of events) {
    if (type === 'test:start') path.splice(data.nesting, Infinity, data.name);
    else if (type === 'test:pass' || type === 'test:fail') {
      // Where a test ends, its path is that of the last that started at its depth or above.
      const engine = path.slice(0, data.nesting).find(name => ENGINES.includes(name));
      if (engine) yield recordOf(data.name, engine, resultOf(type, data), reasonOf(data));
    }
  }
}

/** What is still to do was not done either. */
const resultOf = (type, {skip, todo}) => skip !== undefined || todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';

const reasonOf = ({skip, todo}) => [skip, todo].find(reason => typeof reason === 'string' && reason);
