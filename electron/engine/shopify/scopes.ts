import { ASKED_SCOPES } from '../../../shared/domain/scope.ts';
import { SCOPE_COSTS_IN_ENGLISH } from '../../../shared/words/en-scope.ts';

/** Whether `granted` allows `scope`; a write scope grants reading too. */
export function grants(granted: readonly string[], scope: string): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));
}

/** The scopes asked for that a token lacks, each with what that costs. */
export function missingScopes(
  granted: readonly string[],
): readonly { readonly scope: string; readonly costs: string }[] {
  return ASKED_SCOPES.filter((scope) => !grants(granted, scope)).map((scope) => ({
    scope,
    costs: SCOPE_COSTS_IN_ENGLISH[scope],
  }));
}
