import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FromEngine, ToEngine } from '../../shared/contract/engine-process.ts';
import type { UnstuckError } from '../../shared/errors.ts';
import { superviseEngine, type EngineChild } from './engine-supervisor.ts';

/** A life of the engine that the test ends or lets speak. */
class Life {
  readonly heard: { readonly message: ToEngine; readonly ports: readonly string[] }[] = [];
  killed = false;
  #message: (raw: unknown) => void = () => undefined;
  #exit: () => void = () => undefined;

  readonly child: EngineChild<string> = {
    post: (message, ports) => void this.heard.push({ message, ports }),
    onMessage: (listener) => (this.#message = listener),
    onExit: (listener) => (this.#exit = listener),
    kill: () => (this.killed = true),
  };

  says(message: FromEngine | { readonly type: 'gossip' }): void {
    this.#message(message);
  }

  ends(): void {
    this.#exit();
  }

  get served(): readonly string[] {
    return this.heard.flatMap(({ message, ports }) => (message.type === 'serve' ? ports : []));
  }
}

const open = { type: 'open', home: '/home', demo: false, own: false, keychain: null } as const;
const merchants = { id: randomUUID(), databaseKey: 'ab'.repeat(32), stores: [] };
const ready = { type: 'ready', demo: false } as const;

function aShell() {
  const lives: Life[] = [];
  const timers: { readonly ms: number; readonly run: () => void }[] = [];
  const failures: UnstuckError[] = [];
  let ended = 0;
  let now = 1_800_000_000_000;
  const engine = superviseEngine<string>({
    fork: () => {
      const life = new Life();
      lives.push(life);
      return life.child;
    },
    open,
    answerSecret: async ({ id, name }) => ({ type: 'secret', id, value: `value of ${name}`, refused: false }),
    merchants: async () => merchants,
    onEnded: () => (ended += 1),
    onFailed: (error) => void failures.push(error),
    now: () => now,
    later: (ms, run) => void timers.push({ ms, run }),
  });
  const last = (): Life => {
    const life = lives.at(-1);
    if (!life) throw new Error('The engine was never started.');
    return life;
  };
  return {
    engine,
    lives,
    failures,
    last,
    ended: () => ended,
    waits: () => timers.map(({ ms }) => ms),
    /** Lets the wait that was asked for last go by. */
    waitOver: () => {
      const timer = timers.at(-1);
      now += timer?.ms ?? 0;
      timer?.run();
    },
    pass: (ms: number) => (now += ms),
  };
}

describe('the engine’s process', () => {
  it('is started at once and told which workspace to open', () => {
    const { last } = aShell();
    expect(last().heard).toEqual([{ message: open, ports: [] }]);
  });

  it('gets ports only once it is ready, those of pages that asked earlier included', () => {
    const { engine, last } = aShell();
    engine.connect('early');
    expect(last().served).toEqual([]);
    last().says(ready);
    engine.connect('late');
    expect(last().served).toEqual(['early', 'late']);
  });

  it('that crashes is started again after a wait, the page hears of it, and new ports go to the new life', () => {
    const { engine, last, lives, ended, waits, waitOver } = aShell();
    last().says(ready);
    engine.connect('lost');
    last().ends();
    expect([ended(), lives.length, waits()]).toEqual([1, 1, [250]]);
    engine.connect('asked meanwhile');
    waitOver();
    expect(lives).toHaveLength(2);
    last().says(ready);
    expect(last().served).toEqual(['asked meanwhile']);
  });

  it('that crashes before it was ready keeps the ports waiting, and nobody had one to lose', () => {
    const { engine, last, ended, waitOver } = aShell();
    engine.connect('waiting');
    last().ends();
    waitOver();
    last().says(ready);
    expect(last().served).toEqual(['waiting']);
    expect(ended()).toBe(0);
  });

  it('that crashes again and again is given up in words, until somebody says to try again', () => {
    const { engine, last, lives, failures, waitOver } = aShell();
    for (let crash = 1; crash <= 5; crash += 1) {
      last().ends();
      waitOver();
    }
    expect(failures).toEqual([]);
    last().ends();
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('unstuck.log')]);
    expect(lives).toHaveLength(6);
    engine.retry();
    expect(lives).toHaveLength(7);
  });

  it('that cannot open says why and is not started again by itself', () => {
    const { engine, last, lives, failures, waits } = aShell();
    const error = {
      code: 'in_use',
      message: 'Another Unstuck is open here.',
      said: null,
      retryable: false,
      meta: {},
    } as const;
    last().says({ type: 'failed', error });
    last().ends();
    expect(failures).toMatchObject([{ code: 'in_use', message: 'Another Unstuck is open here.' }]);
    expect(waits()).toEqual([]);
    engine.retry();
    expect(lives).toHaveLength(2);
  });

  it('is answered about secrets, unless it is gone by then', async () => {
    const { last, lives, waitOver } = aShell();
    last().says({ type: 'secret.get', id: 7, name: 'database-key' });
    await Promise.resolve();
    const answer = { type: 'secret', id: 7, value: 'value of database-key', refused: false };
    expect(last().heard.at(-1)).toEqual({ message: answer, ports: [] });
    last().says({ type: 'secret.get', id: 8, name: 'database-key' });
    last().ends();
    waitOver();
    await Promise.resolve();
    expect(
      lives.flatMap(({ heard }) => heard).filter(({ message }) => message.type === 'secret'),
    ).toHaveLength(1);
  });

  it('of every life is given the same demo merchants', async () => {
    const { last, lives, waitOver } = aShell();
    for (const life of [1, 2]) {
      last().says({ type: 'merchants.get' });
      await expect
        .poll(() => last().heard.at(-1)?.message, { message: `life ${life}` })
        .toEqual({ type: 'merchants', merchants });
      last().ends();
      waitOver();
    }
    expect(lives).toHaveLength(3);
  });

  it('may say what does not fit the contract without harm', () => {
    const { last, failures } = aShell();
    last().says({ type: 'gossip' });
    expect(failures).toEqual([]);
  });

  it('is ended in order, and by force when that takes too long; its end then is no crash', async () => {
    const { engine, last, lives, ended, waits, waitOver } = aShell();
    last().says(ready);
    const closed = engine.close(15_000);
    expect(last().heard.at(-1)?.message).toEqual({ type: 'close' });
    expect(waits()).toEqual([15_000]);
    waitOver();
    expect(last().killed).toBe(true);
    last().ends();
    await closed;
    expect([ended(), lives.length]).toEqual([0, 1]);
  });
});
