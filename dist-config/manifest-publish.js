/** What of the manifest leaves the repository: nothing private, nothing that only the sources know; modules under the names they are published by. */
export function onlyElements() {
  return {
    name: 'podero-only-elements',
    packageLinkPhase({customElementsManifest: manifest}) {
      manifest.modules = manifest.modules.filter(({declarations}) => declarations.some(({customElement}) => customElement));
      for (const module of manifest.modules) publish(module);
    },
  };
}

function publish(module) {
  const source = module.path;
  const path = source.replace(/^src\/elements\/(.+)\.ts$/, 'dist/npm/$1.js');
  module.path = path;
  module.declarations = module.declarations.filter(({customElement}) => customElement);
  module.exports = module.exports.filter(({declaration}) => module.declarations.some(({name}) => name === declaration.name));
  for (const {declaration} of module.exports) declaration.module = path;
  for (const element of module.declarations) publishElement(element);
}

function publishElement(element) {
  delete element.mixins;
  element.members = element.members.filter(({name, privacy = 'public', static: isStatic}) => privacy === 'public' && !isStatic && !name.startsWith('#'));
  for (const entry of [...element.members, ...element.attributes ?? [], ...element.events ?? []]) delete entry.inheritedFrom;
}
