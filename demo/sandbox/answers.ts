/** The API's way of saying no. */
export const refuse = (status: number, detail: string): Response => Response.json({detail}, {status});
