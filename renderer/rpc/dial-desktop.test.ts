import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { desktopDialler } from './dial-desktop.ts';

/** The page's window as far as a delivery goes, and preload's bridge: the test delivers. */
function aDesktop() {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  const asked: string[] = [];
  let engineEnded: () => void = () => undefined;
  const deliver = (data: unknown, port: MessagePort, source: unknown = page): void => {
    const event = new MessageEvent('message', { data, ports: [port] });
    Object.defineProperty(event, 'source', { value: source });
    page.dispatchEvent(event);
  };
  const dial = desktopDialler({
    connect: (nonce) => void asked.push(nonce),
    onEngineEnded: (listener) => (engineEnded = listener),
  });
  return { dial, asked, deliver, engineEnded: () => engineEnded() };
}

let channels: MessageChannel[] = [];
const aChannel = (): MessageChannel => {
  const channel = new MessageChannel();
  channels.push(channel);
  return channel;
};
beforeEach(() => (channels = []));
afterEach(() => {
  vi.unstubAllGlobals();
  for (const { port1, port2 } of channels) for (const port of [port1, port2]) port.close();
});

const answer = (nonce: string | undefined) => ({ type: 'unstuck.port', nonce });

test('a port is taken from this window’s own answer to this very request, and from nothing else', async () => {
  const { dial, asked, deliver } = aDesktop();
  const dialled = dial();
  const wrong = aChannel();
  deliver(answer('another'), wrong.port1);
  deliver({ type: 'unstuck.port' }, wrong.port1);
  deliver('unstuck.port', wrong.port1);
  deliver(answer(asked[0]), wrong.port1, {});
  const right = aChannel();
  deliver(answer(asked[0]), right.port1);

  const port = await dialled;
  const heard = new Promise((resolve) =>
    right.port2.addEventListener('message', ({ data }) => resolve(data)),
  );
  right.port2.start();
  port.send({ type: 'hello', protocol: 1 });
  expect(await heard).toEqual({ type: 'hello', protocol: 1 });
});

test('id lists arrive as they were sent', async () => {
  const { dial, asked, deliver } = aDesktop();
  const dialled = dial();
  const { port1, port2 } = aChannel();
  deliver(answer(asked[0]), port1);
  const port = await dialled;
  const heard = new Promise((resolve) => port.onMessage(resolve));
  port2.postMessage({ ids: Uint32Array.of(7, 9) });
  expect(await heard).toEqual({ ids: Uint32Array.of(7, 9) });
});

test('the end of the engine ends its connection, once, and the next request has a nonce of its own', async () => {
  const { dial, asked, deliver, engineEnded } = aDesktop();
  const dialled = dial();
  deliver(answer(asked[0]), aChannel().port1);
  const port = await dialled;
  const closed = vi.fn<() => void>();
  port.onClose(closed);
  engineEnded();
  engineEnded();
  port.close();
  expect(closed).toHaveBeenCalledOnce();
  void dial();
  expect(new Set(asked).size).toBe(2);
});
