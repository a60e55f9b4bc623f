/** `GET /inverters`, or `GET /inverters and 5 others`: an answer for each would only be longer. */
export const nameList = ([first = '', ...others]: readonly string[]): string =>
  (others.length > 1 ? `${first} and ${others.length} others` : [first, ...others].join(' and '));
