import { useState } from 'react';
import type { Input, MethodName, Output } from '../../shared/contract/methods.ts';
import { useEngine } from './engine-context.tsx';

interface EngineAction {
  /** Calls the engine; what it refuses shows in `error` until the next call. Resolves to null then. */
  readonly run: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M> | null>;
  readonly isBusy: boolean;
  readonly error: string | null;
}

/** One thing that an agent does; what it changes arrives by change events like everybody else's changes. */
export function useEngineAction(): EngineAction {
  const { connection } = useEngine();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error: string | null }>({
    isBusy: false,
    error: null,
  });
  return {
    ...state,
    run: async (method, input) => {
      setState({ isBusy: true, error: null });
      try {
        const output = await connection.call(method, input);
        setState({ isBusy: false, error: null });
        return output;
      } catch (thrown) {
        setState({ isBusy: false, error: thrown instanceof Error ? thrown.message : String(thrown) });
        return null;
      }
    },
  };
}
