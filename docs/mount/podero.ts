// #region options
import {createProxy} from 'podero-widgets/proxy';
import {customerOf} from './session';

export const podero = createProxy({
  apiUrl: process.env.PODERO_API_URL ?? 'https://app.podero.com/api/partners/v2.0/',
  tokenUrl: process.env.PODERO_TOKEN_URL ?? 'https://app.podero.com/oauth2/token/',
  clientId: process.env.PODERO_CLIENT_ID ?? '',
  clientSecret: process.env.PODERO_CLIENT_SECRET ?? '',
  // From your own session, never from anything else the browser sends; null: signed out.
  user: async request => {
    const customer = await customerOf(request);
    return customer ? {orgId: process.env.PODERO_ORG_ID ?? '', userId: customer.poderoUserId} : null;
  },
});
// #endregion
