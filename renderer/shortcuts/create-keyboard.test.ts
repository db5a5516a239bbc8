import { describe, expect, it } from 'vitest';
import { createKeyboard, type Keyboard, SEQUENCE_MS } from './create-keyboard.ts';
import type { ShortcutId } from './registry.ts';

const NOBODY = (): boolean => false;

/** A keyboard, what it did so far, and a hand that presses keys on it. */
function setUp(): {
  readonly keyboard: Keyboard;
  readonly done: string[];
  readonly listen: (...ids: ShortcutId[]) => () => void;
  readonly press: (key: string, at?: number, owns?: (chord: string) => boolean) => boolean;
} {
  const keyboard = createKeyboard();
  const done: string[] = [];
  return {
    keyboard,
    done,
    listen: (...ids) => keyboard.listen(ids.map((id) => ({ id, run: () => void done.push(id) }))),
    press: (key, at = 0, owns = NOBODY) =>
      keyboard.press(
        { key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
        owns,
        at,
      ),
  };
}

describe('the keyboard', () => {
  it('does what is bound while somebody listens', () => {
    const { listen, press, done } = setUp();
    const end = listen('board.next');
    expect(press('j')).toBe(true);
    end();
    expect(press('j')).toBe(false);
    expect(done).toEqual(['board.next']);
  });

  it('takes two keys after one another, if the second follows in time', () => {
    const { listen, press, done } = setUp();
    listen('pages.triage', 'pages.sync');
    expect(press('g')).toBe(true);
    press('t', SEQUENCE_MS);
    press('g', 10_000);
    press('t', 10_001 + SEQUENCE_MS);
    expect(done).toEqual(['pages.triage']);
  });

  it('reads the second key alone where both together mean nothing', () => {
    const { listen, press, done } = setUp();
    listen('pages.triage', 'board.next');
    press('g');
    press('j', 1);
    expect(done).toEqual(['board.next']);
  });

  it('lets the page rest under a sheet, but not what works everywhere', () => {
    const { listen, press, done } = setUp();
    listen('pages.sync', 'orders.back', 'everywhere.help');
    const close = listen('sheet.close');
    press('s');
    press('Escape');
    press('?');
    close();
    press('Escape');
    expect(done).toEqual(['sheet.close', 'everywhere.help', 'orders.back']);
  });

  it('asks the overview of keys first', () => {
    const { listen, press, done } = setUp();
    listen('help.close');
    listen('sheet.close');
    press('Escape');
    expect(done).toEqual(['help.close']);
  });

  it('leaves a key to the control that has its own use for it', () => {
    const { listen, press, done } = setUp();
    listen('orders.select');
    expect(press(' ', 0, (chord) => chord === 'Space')).toBe(false);
    expect(done).toEqual([]);
  });

  it('asks the next one where one does not want it', () => {
    const { keyboard, listen, press, done } = setUp();
    listen('outbox.retry');
    keyboard.listen([{ id: 'outbox.retry', run: () => false }]);
    expect(press('r')).toBe(true);
    expect(done).toEqual(['outbox.retry']);
  });
});
