import type { ErrorType } from '../domain/error-type.ts';
import type { FixKind } from '../domain/fix.ts';
import type { Money } from '../domain/money.ts';
import type { AddressField, Millis, OrderPart } from '../domain/order.ts';

/**
 * How a reader's surroundings call what a sentence refers to: the command line by keys that can be typed, the console
 * by what is written on its buttons.
 */
export interface Voice {
  /** `set_postal_code`, or `“Set the postal code”`. */
  readonly fix: (kind: FixKind) => string;
  readonly errorType: (type: ErrorType) => string;
  /** How to give a fix a value: `with --set zip=…`, or `under “Postal code”`. */
  readonly give: (param: string) => string;
  /** What a value for a fix is called: `zip`, or `“Postal code”`. */
  readonly param: (param: string) => string;
  /** What a refusal of that value begins with: `--set zip: `, or nothing beside the field itself. */
  readonly at: (param: string) => string;
  /** `zip`, or `postal code`. */
  readonly addressField: (field: AddressField) => string;
  /** `zip`, or `postal code`. */
  readonly orderPart: (part: OrderPart) => string;
  /** What to do for the queue to be sent: `send it with “outbox drain”`. */
  readonly sendQueue: string;
  /** How the agent says what became of a write that nothing tells of. */
  readonly decide: string;
  /** What to do about a step that only the agent can take: `Do this, then resolve it as mine: …`. */
  readonly toDo: (step: string) => string;
  readonly moment: (at: Millis) => string;
  readonly money: (money: Money) => string;
  /** `Japan`, or the code. */
  readonly country: (code: string) => string;
}
