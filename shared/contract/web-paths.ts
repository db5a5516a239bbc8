/** Where the web host takes WebSockets. A plain GET there says whether a session is held (204) or not (401). */
export const RPC_PATH = '/rpc';
/** Where the page sends its one-time token, by POST as `{"token": "…"}`, for a session cookie. */
export const SESSION_PATH = '/session';
