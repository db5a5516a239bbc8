import { describe, expect, it } from 'vitest';
import { chordOf, type Pressed } from './chord-of.ts';

const press = (key: string, more: Partial<Pressed> = {}): string | null =>
  chordOf({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('a chord', () => {
  it('is the letter, with Caps Lock or without', () => {
    expect(press('j')).toBe('j');
    expect(press('J')).toBe('j');
  });
  it('names keys that print nothing, with Shift where it is held', () => {
    expect(press(' ')).toBe('Space');
    expect(press(' ', { shiftKey: true })).toBe('Shift+Space');
    expect(press('ArrowDown')).toBe('ArrowDown');
  });
  it('is what was typed, whatever had to be held for it', () => {
    expect(press('?', { shiftKey: true, code: 'Slash' })).toBe('?');
    expect(press('/', { shiftKey: true, code: 'Period' })).toBe('/');
  });
  it('takes digits from their row also where they need Shift, as on AZERTY', () => {
    expect(press('&', { code: 'Digit1' })).toBe('1');
    expect(press('1', { code: 'Digit1', shiftKey: true })).toBe('1');
    expect(press('!', { code: 'Digit1', shiftKey: true })).toBe('!');
  });
  it('has Control for Ctrl and for the command key', () => {
    expect(press('Enter', { ctrlKey: true })).toBe('Control+Enter');
    expect(press('z', { metaKey: true })).toBe('Control+z');
  });
  it('is none with Alt, and none of a modifier alone', () => {
    expect(press('[', { altKey: true, ctrlKey: true })).toBeNull();
    expect(press('Shift', { shiftKey: true })).toBeNull();
  });
});
