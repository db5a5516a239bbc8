import type { WorkspaceName } from '../../shared/contract/methods.ts';

/** What a host says of itself when it opens the engine. */
export interface EngineOptions {
  /** For status and `doctor`: `cli`, `web`, `utility`. */
  readonly host: string;
  /** The stores are demo merchants; the console says so. */
  readonly demo?: boolean;
  /**
   * The module that serves the pull side in a thread of its own, for hosts that answer an agent meanwhile; left out: it
   * runs in this thread.
   */
  readonly syncThread?: URL;
  /** Changes what the host serves; left out: it serves this workspace only. */
  readonly openWorkspace?: (name: WorkspaceName) => Promise<void>;
}
