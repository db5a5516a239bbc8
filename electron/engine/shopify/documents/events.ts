import type { OrderEventsQueryVariables } from '../admin-operations.generated.ts';
import { orderEventsAnswer, type RawEvents } from '../decode/event.ts';
import { type AdminDocument, adminDocument } from './document.ts';

/** The newest events of one order's timeline. Staff member objects are avoided: they need a scope of their own. */
export const ORDER_EVENTS: AdminDocument<OrderEventsQueryVariables, RawEvents> = adminDocument(
  `#graphql
query OrderEvents($id: ID!) {
  order(id: $id) {
    events(first: 100, reverse: true) {
      nodes { id createdAt action message appTitle attributeToApp attributeToUser }
    }
  }
}`,
  orderEventsAnswer,
);
