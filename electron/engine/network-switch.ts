import type { Http } from './ports.ts';

/** The agent's own offline switch: while it is set nothing leaves this machine, as if the network were down. */
export interface NetworkSwitch {
  readonly http: Http;
  readonly isOffline: () => boolean;
  readonly set: (offline: boolean) => void;
}

export function createNetworkSwitch(http: Http): NetworkSwitch {
  let offline = false;
  return {
    http: async (url, init) => {
      // The code of a network that is down, so that everybody knows that nothing was sent.
      if (offline) throw Object.assign(new Error('Unstuck is switched offline'), { code: 'ENETUNREACH' });
      return http(url, init);
    },
    isOffline: () => offline,
    set: (next) => {
      offline = next;
    },
  };
}
