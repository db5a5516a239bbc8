/** What a host says of itself when it opens the engine. */
export interface EngineOptions {
  /** For status and `doctor`: `cli`, `web`, `utility`. */
  readonly host: string;
  /** The stores are demo merchants; the console says so. */
  readonly demo?: boolean;
}
