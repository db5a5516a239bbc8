import type { TagEvent } from '../../../../shared/domain/order.ts';
import type { RawEvent } from './event.ts';

/** “Ana added the tag vip to this order.”, “Fraud Filter added the tags a, b.”, with or without colon and quotes. */
const ADDED =
  /^(?:(?<who>.+?)\s+)?(?:has\s+)?added\s+(?:the\s+|an?\s+)?(?:order\s+)?tags?\b:?\s*(?<tags>.+)$/iu;
const TAIL = /\s+to\s+(?:this|the)\s+order\b.*$/iu;

/**
 * Who put which tags on an order, from the messages of its timeline. Shopify has no event type for tags: the wording
 * of the message and `appTitle` is all there is (domain.md, ignored_by_tag), so what does not read like an added tag
 * is left out and the culprit stays “not known”.
 */
export function tagEventsOf(events: readonly RawEvent[]): readonly TagEvent[] {
  return events.flatMap((event) => {
    const match = ADDED.exec(plainText(event.message));
    if (!match?.groups?.tags) return [];
    const tags = match.groups.tags
      .replace(TAIL, '')
      .replace(/\.$/, '')
      .split(/,\s*|\s+and\s+/)
      .map((tag) => tag.replaceAll(/^["'“”‘’«»\s]+|["'“”‘’«»\s]+$/g, ''))
      .filter((tag) => tag !== '');
    const by = culprit(event, match.groups.who);
    return tags.map((tag): TagEvent => ({ tag, at: event.createdAt, ...by }));
  });
}

function culprit(event: RawEvent, who: string | undefined): Pick<TagEvent, 'by' | 'byKind'> {
  if (event.attributeToApp || (event.appTitle !== null && !event.attributeToUser))
    return { by: event.appTitle ?? who ?? null, byKind: 'app' };
  if (event.attributeToUser) return { by: who ?? null, byKind: 'staff' };
  return { by: who ?? null, byKind: null };
}

/** Messages are FormattedString: text with a few HTML tags and entities. */
function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
