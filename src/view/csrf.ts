import type {EmbedProperties} from '../elements/embed-properties.js';
import type {warnUnusable as warn} from '../elements/settings.js';

/** The header against forged requests, as the page has its token at this moment. */
export function csrfOf(
  host: HTMLElement & Pick<EmbedProperties, 'csrfHeader' | 'csrfMeta'>, warnUnusable: typeof warn,
): readonly [header: string, token: string] | undefined {
  const {csrfHeader: header, csrfMeta: meta} = host;
  if (!header && !meta) return undefined;
  const token = meta && document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(meta)}"]`)?.content;
  if (token && header && /^[\w-]+$/.test(header)) return [header, token];
  const [attribute, value, expected] = token ? ['csrf-header', header, 'the name of a header'] : ['csrf-meta', meta, 'the name of a <meta> of this page'];
  warnUnusable(host, attribute, value, expected, 'none');
  return undefined;
}
