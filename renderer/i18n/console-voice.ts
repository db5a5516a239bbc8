import type { Language } from '../../shared/domain/language.ts';
import * as english from '../../shared/words/en-names.ts';
import * as french from '../../shared/words/fr-names.ts';
import type { Voice } from '../../shared/words/voice.ts';
import type { Catalog } from './en.ts';
import type { Format } from './format.ts';

const NAMES = { en: english, fr: french } as const satisfies Record<Language, object>;

/** The console's way of referring to things: by what is written on its buttons and beside its fields. */
export function consoleVoice(language: Language, t: Catalog, f: Format): Voice {
  return {
    fix: (kind) => t.quote(t.fixes[kind]),
    errorType: (type) => t.quote(t.errorTypes[type]),
    give: (param) => t.plan.give(isParam(t, param) ? t.plan.params[param] : param),
    param: (param) => t.quote(isParam(t, param) ? t.plan.params[param] : param),
    at: () => '',
    decide: t.plan.decide,
    // The step itself stands above, as what the write does.
    toDo: () => t.plan.toDo,
    addressField: NAMES[language].addressField,
    orderPart: NAMES[language].orderPart,
    sendQueue: t.plan.sendQueue,
    moment: f.when,
    money: f.money,
    country: f.country,
  };
}

const isParam = (t: Catalog, param: string): param is keyof Catalog['plan']['params'] =>
  Object.hasOwn(t.plan.params, param);
