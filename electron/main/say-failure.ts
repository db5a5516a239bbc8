import { dialog, type BrowserWindow } from 'electron';
import type { Language } from '../../shared/domain/language.ts';
import { WORDS } from './words.ts';

/** Tells in a dialog what does not go on by itself. Resolves to what the person chose. */
export async function sayFailure(
  window: BrowserWindow,
  language: Language,
  failure: { readonly title: string; readonly text: string },
): Promise<'retry' | 'quit'> {
  const { retry, quit } = WORDS[language].failed;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: failure.title,
    message: failure.title,
    detail: failure.text,
    buttons: [retry, quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0 ? 'retry' : 'quit';
}
