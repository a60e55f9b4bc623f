/** What the analyzer cannot see by itself: docs on an interface, types by name, the event map, the tokens in the style sheets. */

const elementsOf = manifest => manifest.modules.flatMap(({declarations}) => declarations).filter(({customElement}) => customElement);
const textOf = doc => doc?.map(({comment}) => (typeof comment === 'string' ? comment : '')).join('\n').replace(/\s*\n\s*/g, ' ').trim();

/** The mixin's properties are described where they are typed, on its interface; attributes without a property above it. */
export function propertyDocs() {
  const docs = new Map();
  const plain = [];
  return {
    name: 'podero-property-docs',
    collectPhase({ts, node}) {
      if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'EmbedProperties') return;
      for (const member of node.members) docs.set(member.name.getText(), textOf(member.jsDoc));
      for (const [, text, name, description] of node.getFullText().matchAll(/@attr \{([^}]+)\} ([\w-]+) - (.+)/g)) {
        plain.push({name, type: {text}, description});
      }
    },
    packageLinkPhase({customElementsManifest}) {
      for (const {members = [], attributes = []} of elementsOf(customElementsManifest)) {
        for (const entry of [...members, ...attributes]) entry.description ??= docs.get(entry.fieldName ?? entry.name);
        attributes.push(...plain.map(attribute => ({...attribute})));
      }
    },
  };
}

/** Unions of words and functions are written out, and what an attribute cannot be is left out of its type. */
export function plainTypes() {
  const plain = new Map();
  const inFull = ({text}) => ({text: text.replace(/\b[A-Z]\w+\b/g, name => plain.get(name) ?? name)});
  return {
    name: 'podero-plain-types',
    collectPhase({ts, node}) {
      if (!ts.isTypeAliasDeclaration(node)) return;
      const {name: {text: name}, type} = node;
      if (ts.isUnionTypeNode(type) && type.types.every(ts.isLiteralTypeNode)) plain.set(name, type.types.map(word => word.getText()).join(' | '));
      if (ts.isFunctionTypeNode(type)) plain.set(name, `(${type.getText()})`);
    },
    packageLinkPhase({customElementsManifest}) {
      for (const {members = [], attributes = []} of elementsOf(customElementsManifest)) {
        for (const member of members) if (member.type) member.type = inFull(member.type);
        for (const attribute of attributes) attribute.type = inFull({text: attribute.type?.text.replace(/( \| (undefined|null))+$/, '') ?? 'string'});
      }
    },
  };
}

/** `events.ts` says what each event carries. */
export function eventTypes() {
  const details = new Map();
  return {
    name: 'podero-event-types',
    collectPhase({ts, node}) {
      if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'PoderoEventDetails') return;
      for (const member of node.members) details.set(member.name.text, member.type.getText().replace(/\/\*.*?\*\/ ?|readonly (?=\w+\??:)/gs, ''));
    },
    packageLinkPhase({customElementsManifest}) {
      for (const {events = []} of elementsOf(customElementsManifest)) {
        for (const event of events) event.type = {text: `CustomEvent<${details.get(event.name) ?? 'unknown'}>`};
      }
    },
  };
}

/** The tokens are described once, in `styles/tokens.ts`; an element has those that a sheet it wears reads. */
export function tokens() {
  const documented = [];
  const readBy = {chart: new Set(), all: new Set()};
  return {
    name: 'podero-tokens',
    collectPhase({ts, node}) {
      if (!ts.isSourceFile(node) || !/\bstyles\//.test(node.fileName)) return;
      const wearers = node.fileName.endsWith('/chart.ts') ? readBy.chart : readBy.all;
      for (const [, name] of node.text.matchAll(/var\((--podero-[\w-]+)/g)) wearers.add(name);
      for (const [, syntax, name, fallback, description] of node.text.matchAll(/@cssprop (?:{([^}]+)} )?\[(--[\w-]+)=([^\]]+)\] - (.+)/g)) {
        documented.push({name, ...(syntax ? {syntax} : {}), default: fallback, description});
      }
    },
    packageLinkPhase({customElementsManifest}) {
      for (const element of elementsOf(customElementsManifest)) {
        const isChart = element.tagName.endsWith('-chart');
        element.cssProperties = documented.filter(({name}) => isChart || readBy.all.has(name) || !readBy.chart.has(name));
      }
    },
  };
}

/** Of its cards' parts a list has those that it does not call otherwise (`card`, `card-…`) or has itself. */
export function cardParts() {
  return {
    name: 'podero-card-parts',
    packageLinkPhase({customElementsManifest}) {
      const elements = elementsOf(customElementsManifest);
      const [list, card] = ['podero-device-list', 'podero-device-card'].map(tag => elements.find(({tagName}) => tagName === tag));
      const names = new Set(list.cssParts.map(({name}) => name));
      const isOther = ({name}) => name !== 'base' && !names.has(name) && !names.has(`card-${name}`);
      list.cssParts.push(...card.cssParts.filter(isOther).map(part => ({...part, description: `Of a card: ${part.description}`})));
    },
  };
}
