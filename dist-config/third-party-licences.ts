import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin} from 'vite';

const FILE = 'THIRD-PARTY-LICENSES.txt';

/** Works of others that are no package, but stand in a module of ours. */
const COPIED = [{module: /[\\/]src[\\/]view[\\/]lucide\.ts$/, title: 'Lucide icons (https://lucide.dev), ISC and MIT', text: 'node_modules/lucide/LICENSE'}];

/** Writes the licences of everything that is in the bundle beside it: of the modules that are really there, so that no list is kept by hand. */
export function thirdPartyLicences(): Plugin {
  return {
    name: 'podero-third-party-licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(chunk => (chunk.type === 'chunk' ? Object.entries(chunk.modules) : []))
        .filter(([, {renderedLength}]) => renderedLength > 0).map(([id]) => id);
      const packages = new Set(modules.flatMap(id => /^[^\0?]*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []));
      const copied = COPIED.filter(({module}) => modules.some(id => module.test(id))).map(({title, text}) => ({title, text: readFileSync(text, 'utf8')}));
      const works = [...[...packages].map(licenceOf), ...copied].sort((a, b) => (a.title < b.title ? -1 : 1));
      if (works.length) this.emitFile({type: 'asset', fileName: FILE, source: works.map(inPrint).join('\n')});
    },
  };
}

interface Work {
  readonly title: string;
  readonly text: string;
}

function licenceOf(folder: string): Work {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find(entry => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (!file) throw new Error(`${name} comes without the text of its licence: look at third-party-licences.ts.`);
  return {title: `${name} ${version}, ${license}`, text: readFileSync(join(folder, file), 'utf8')};
}

const inPrint = ({title, text}: Work): string => `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n\n`;
