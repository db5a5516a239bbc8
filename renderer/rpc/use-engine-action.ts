import { useState } from 'react';
import type { Input, MethodName, Output } from '../../shared/contract/methods.ts';
import { useI18n } from '../i18n/i18n-context.tsx';
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
  const { say } = useI18n();
  const [{ isBusy, failure }, setState] = useState<{
    readonly isBusy: boolean;
    readonly failure: { readonly thrown: unknown } | null;
  }>({ isBusy: false, failure: null });
  return {
    isBusy,
    error: failure && say.error(failure.thrown),
    run: async (method, input) => {
      setState({ isBusy: true, failure: null });
      try {
        const output = await connection.call(method, input);
        setState({ isBusy: false, failure: null });
        return output;
      } catch (thrown) {
        setState({ isBusy: false, failure: { thrown } });
        return null;
      }
    },
  };
}
