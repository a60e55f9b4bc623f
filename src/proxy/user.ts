/** Whose devices a request may read: by Podero's id, or by the id under which the portal registered the customer there. */
export type ProxyUser =
  | {readonly orgId: string; readonly userId: string}
  | {readonly orgId: string; readonly externalUserId: string};

/** Who is signed in, from the portal's own session; nothing where nobody is. */
export type FindUser = (request: Request) => ProxyUser | null | undefined | Promise<ProxyUser | null | undefined>;

export type Whose =
  /** The user's place in the API: `org/{org_id}/users/{user_id}`. */
  | {readonly is: 'known'; readonly path: string}
  /** A customer of the portal whom Podero does not know (yet): there are no devices. */
  | {readonly is: 'unknown'};

/** The portal could not tell who is signed in. `message` is safe to send to a browser, `cause` is for the operator. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(cause: unknown) {
    super('The portal could not tell who is signed in.', {cause});
  }
}

/** What a path may be made of: API ids are UUIDs. Whatever could lead elsewhere (`..`, `%`, `/`) is not among it. */
export const ID = '[A-Za-z0-9-]{1,64}';

export const isId = (text: unknown): text is string => typeof text === 'string' && new RegExp(`^${ID}$`).test(text);

/** Finds the id in the Partner API of a customer whom the portal knows by another; undefined: there is none. */
export type FindExternal = (orgId: string, externalUserId: string) => Promise<string | undefined>;

/** Asks the portal who it is. Rejects with a `UserError`. */
export async function askPortal(find: FindUser, request: Request): Promise<ProxyUser | null> {
  try {
    const user = await find(request);
    if (user) checkUser(user);
    return user ?? null;
  } catch (cause) {
    throw new UserError(cause);
  }
}

/** The user's place in the API. Rejects with what `findExternal` rejects with. */
export async function locate(findExternal: FindExternal, user: ProxyUser): Promise<Whose> {
  const userId = 'userId' in user ? user.userId : await findExternal(user.orgId, user.externalUserId);
  return userId === undefined ? {is: 'unknown'} : {is: 'known', path: `org/${user.orgId}/users/${userId}`};
}

/** What tells one user from another, without asking. */
export const idsOf = (user: ProxyUser): string => 'userId' in user ? `${user.orgId}/${user.userId}` : `${user.orgId}//${user.externalUserId}`;

/** Throws where ids are such that a path made of them could lead to somebody else's data. */
function checkUser(user: Partial<Record<'orgId' | 'userId' | 'externalUserId', unknown>>): void {
  const isUsable = isId(user.orgId) && ('userId' in user ? isId(user.userId) && !('externalUserId' in user) : isExternalId(user.externalUserId));
  if (!isUsable) throw new TypeError('`user` has to give an orgId, and either a userId or an externalUserId, as the Partner API knows them.');
}

/** Any text a portal may number its customers with; encoded, only dots could still lead to another place. */
const isExternalId = (text: unknown): boolean => typeof text === 'string' && /^[^\p{Cc}/\\]{1,200}$/u.test(text) && !/^\.+$/.test(text);
