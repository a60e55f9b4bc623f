/** Whose devices a request may read. */
export interface ProxyUser {
  readonly orgId: string;
  readonly userId: string;
}

/** Who is signed in, from the portal's own session; nothing where nobody is. */
export type FindUser = (request: Request) => ProxyUser | null | undefined | Promise<ProxyUser | null | undefined>;

/** The portal could not tell who is signed in. `message` is safe to send to a browser, `cause` is for the server's log. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(cause: unknown) {
    super('The portal could not tell who is signed in.', {cause});
  }
}

/** What a path may be made of: API ids are UUIDs. Whatever could lead elsewhere (`..`, `%`, `/`) is not among it. */
export const ID = '[A-Za-z0-9-]{1,64}';

const isId = (text: unknown): text is string => typeof text === 'string' && new RegExp(`^${ID}$`).test(text);

/** The signed-in user's place in the API; nothing where nobody is. Rejects with a `UserError`. */
export async function userPath(find: FindUser, request: Request): Promise<string | undefined> {
  try {
    const user = await find(request);
    return user ? pathOf(user) : undefined;
  } catch (cause) {
    throw new UserError(cause);
  }
}

/** Throws where ids are such that a path made of them could lead to somebody else's data. */
function pathOf({orgId, userId}: ProxyUser): string {
  if (!isId(orgId) || !isId(userId)) throw new TypeError('`user` has to give an orgId and a userId as the Partner API knows them.');
  return `org/${orgId}/users/${userId}`;
}
