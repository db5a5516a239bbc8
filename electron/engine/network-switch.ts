import type { Http } from './ports.ts';

/** The agent's own offline switch: while it is set nothing leaves this machine, as if the network were down. */
export interface NetworkSwitch {
  readonly http: Http;
  readonly isOffline: () => boolean;
  readonly set: (offline: boolean) => void;
  readonly onChange: (listener: (offline: boolean) => void) => void;
}

export function createNetworkSwitch(http: Http): NetworkSwitch {
  let offline = false;
  const listeners: ((offline: boolean) => void)[] = [];
  return {
    http: async (url, init) => {
      // The code of a network that is down, so that everybody knows that nothing was sent.
      if (offline) throw Object.assign(new Error('Unstuck is switched offline'), { code: 'ENETUNREACH' });
      return http(url, init);
    },
    isOffline: () => offline,
    onChange: (listener) => void listeners.push(listener),
    set: (next) => {
      offline = next;
      for (const tell of listeners) tell(offline);
    },
  };
}
