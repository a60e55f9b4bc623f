/**
 * The libraries of the tests in a page, in few files: every test file is a page, and one that asks for each file of each library is slow.
 * Built when a test first asks.
 */
import {relative} from 'node:path';
import {build} from 'esbuild';
import {ROOT} from './prepare.mjs';

const PLACE = '/libraries';
const OPTIONS = {absWorkingDir: ROOT, outdir: `${ROOT}libraries`, bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'error'};

/** What the tests, and all that they load, import by a package's name. */
async function namesIn(tests) {
  const {metafile} = await build({...OPTIONS, entryPoints: tests, packages: 'external', metafile: true});
  const imports = Object.values(metafile.inputs).flatMap(input => input.imports);
  return new Set(imports.filter(({external, path}) => external && !/^<|:/.test(path)).map(({path}) => path));
}

async function bundle(names) {
  const entryPoints = [...names].map(name => ({in: name, out: outOf(name)}));
  const {outputFiles} = await build({...OPTIONS, entryPoints, splitting: true, conditions: ['development']});
  return new Map(outputFiles.map(({path, text}) => [`/${relative(ROOT, path)}`, text]));
}

const outOf = name => name.replace(/\.js$/, '');

/** @param tests the files whose libraries are meant */
export function bundledLibraries(tests) {
  let names, files;
  const ready = () => files ??= (names = namesIn(tests)).then(bundle);
  return {
    name: 'podero-libraries',
    async resolveImport({source}) {
      void ready();
      return (await names).has(source) ? `${PLACE}/${outOf(source)}.js` : undefined;
    },
    serve: async ({path}) => path.startsWith(`${PLACE}/`) ? (await ready()).get(path) : undefined,
  };
}
