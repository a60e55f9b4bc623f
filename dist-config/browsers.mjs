/**
 * The engines that the tests run in: those that are installed. `ENGINES=all`, or names as in `ENGINES=chromium,firefox`, insists on
 * them: one that is missing fails.
 */
import {findChromium} from './engines/chromium.mjs';
import {findFirefox} from './engines/firefox.mjs';
import {findWebKit} from './engines/webkit.mjs';

/** How each is found, the variable that may say where, and what Debian calls it. */
const ENGINES = {
  Chromium: {find: findChromium, variable: 'CHROME_PATH', packages: 'chromium'},
  Firefox: {find: findFirefox, variable: 'FIREFOX_PATH', packages: 'firefox-esr'},
  WebKit: {find: findWebKit, variable: 'WEBKIT_DRIVER_PATH', packages: 'webkit2gtk-driver xvfb'},
};

/**
 * Of the engines that are there, those for what is ours alone (logic, requests, faults): the first, unless they were named or everything
 * is asked for, as continuous integration does. What an engine draws, loads, keeps, reads aloud or takes from keys is tried in each.
 */
export const enginesForOurs = (engines, asked = process.env.ENGINES || process.env.THOROUGH) => asked ? engines : engines.slice(0, 1);

/** What is there of what is wanted, and a sentence for each that is not. */
export async function findEngines(wanted = process.env.ENGINES, known = ENGINES) {
  const names = wanted ? namesIn(wanted, Object.keys(known)) : Object.keys(known);
  const looked = await Promise.all(names.map(async name => ({name, launch: await known[name].find()})));
  const engines = looked.filter(({launch}) => launch);
  const missing = looked.filter(({launch}) => !launch)
    .map(({name}) => `${name} is not installed. On Debian: apt-get install -y ${known[name].packages}; elsewhere ${known[name].variable} may say where it is.`);
  if (missing.length && (wanted || !engines.length)) throw new Error(missing.join('\n'));
  return {engines, missing};
}

function namesIn(wanted, known) {
  const asked = wanted.toLowerCase().split(',').map(name => name.trim());
  const unknown = asked.filter(name => name !== 'all' && !known.some(engine => engine.toLowerCase() === name));
  if (unknown.length) throw new Error(`ENGINES=${wanted}: there is no engine "${unknown.join(', ')}". Engines: ${known.join(', ').toLowerCase()}, or all.`);
  return known.filter(engine => asked.includes('all') || asked.includes(engine.toLowerCase()));
}
