export const enPlaybook = {
  title: 'Playbook',
  close: 'Close the playbook',
  forGroup: (type: string): string =>
    `${type}: what to do about all of these orders. Choose a root cause to aim at its orders.`,
  parts: {
    check: 'Check',
    resolve: 'Resolve',
    bulk: 'Many at once',
    prevent: 'Prevent',
    contact: 'Ask the Care Team',
  },
  checked: (ago: string): string => `read ${ago}`,
  standing: { waiting: 'In the outbox', done: 'Sent' },
  reread: 'Read it again',
  open: 'Open',
  copy: 'Copy',
  copied: 'Copied',
  timelineTitle: 'Timeline',
  timeline: {
    placed: 'Order placed',
    cancelled: 'Cancelled',
    fulfilled: (by: string | null): string => (by === null ? 'Fulfilled' : `Fulfilled by ${by}`),
    tagged: (by: string | null, tag: string): string => `${by ?? 'Somebody'} added ${tag}`,
  },
  address: 'Ships to',
  withheld: 'Shopify withholds the address from this app.',
  noAddress: 'No shipping address: the order needs no shipping.',
};
