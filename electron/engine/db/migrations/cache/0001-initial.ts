import type { Migration } from '../../migration.ts';

/**
 * What the stores and the platform say. Ids of Shopify (`gid://shopify/Order/5123`) are kept as their number, 8 bytes
 * instead of 30, in `legacy_id`, `variant` and `product`; `orders.id` is the local 32-bit id that crosses the wire.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: (db) =>
    db.exec(`
CREATE TABLE stores (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- How far each store has been read. created_since: the settings' start when it was; an earlier one means reading anew.
CREATE TABLE sync_state (
  store INTEGER PRIMARY KEY REFERENCES stores (no),
  watermark INTEGER,
  created_since INTEGER,
  products_watermark INTEGER,
  platform_at INTEGER,
  -- Of all that its platform last listed: it is asked for all it has each time.
  platform_digest INTEGER,
  -- When the cache was last compared with the store as a whole.
  reconciled_at INTEGER,
  -- Settings and access that the verdicts rest on; null: they rest on something that is no more.
  judged_on TEXT
) STRICT;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
  store INTEGER NOT NULL REFERENCES stores (no),
  legacy_id INTEGER NOT NULL,
  -- Where it stands among all by age, unique: see order-place.ts.
  place INTEGER NOT NULL,
  -- Of the body: an order that comes again as it is costs no more than one look into an index.
  digest INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  value_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('synced', 'waiting', 'stuck', 'snoozed', 'dismissed', 'closed')),
  error_type TEXT,
  -- The error type with the queued writes applied; null: nothing is known to keep the order.
  predicted_type TEXT,
  source TEXT CHECK (source IN ('platform', 'local')),
  -- When the passing of time alone may change the verdict.
  due_at INTEGER,
  -- Whether queued writes touched the order, its variants or its products at the last verdict.
  overlaid INTEGER NOT NULL DEFAULT 0 CHECK (overlaid IN (0, 1)),
  -- Digests of who and where: an eighth of the words in two indexes.
  -- Whether an ignore tag keeps it and its events were not read since it last changed.
  events_due INTEGER NOT NULL DEFAULT 0 CHECK (events_due IN (0, 1)),
  customer_key INTEGER,
  city_key INTEGER,
  zip TEXT,
  diagnoses TEXT NOT NULL,
  -- What lists show, and the rest: see order-body.ts.
  head TEXT NOT NULL,
  body TEXT NOT NULL,
  CHECK ((error_type IS NULL) = (source IS NULL))
) STRICT;
-- Unique by its first two columns: the one writer looks before it adds. The others say whether an order is a newer one.
CREATE INDEX orders_by_gid ON orders (store, legacy_id, updated_at, digest);
-- Holds all that sorting and searching ask of an order.
CREATE INDEX orders_by_place ON orders (place, value_minor, name);
CREATE INDEX orders_by_name ON orders (store, name);
CREATE INDEX stuck_by_age ON orders (created_at, id, value_minor, name) WHERE state = 'stuck';
CREATE INDEX stuck_by_type ON orders (error_type, created_at, id, value_minor, name) WHERE state = 'stuck';
CREATE INDEX stuck_by_store ON orders (store, error_type, created_at, id, value_minor, name) WHERE state = 'stuck';
CREATE INDEX orders_due ON orders (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX orders_overlaid ON orders (store) WHERE overlaid = 1;
CREATE INDEX orders_set_aside ON orders (store) WHERE state IN ('snoozed', 'dismissed');
CREATE INDEX orders_events_due ON orders (store, created_at) WHERE events_due = 1;
-- Where a missing postal code may be found.
CREATE INDEX zips_by_customer ON orders (store, customer_key, created_at) WHERE zip IS NOT NULL AND customer_key IS NOT NULL;
CREATE INDEX zips_by_city ON orders (store, city_key, zip) WHERE zip IS NOT NULL AND city_key IS NOT NULL;

-- Contentless: the words only, by place, so that newest first is the order that matches come in. The words are cut and
-- folded by order-words.ts; the tokenizer parts them at blanks and leaves them as they are. Beginnings up to six letters
-- have indexes; longer ones are looked up in long_words.
CREATE VIRTUAL TABLE order_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4 5 6',
  tokenize = "ascii tokenchars '@.-_+:'"
);
-- A batch of a first load is one segment instead of several that have to be merged.
INSERT INTO order_words (order_words, rank) VALUES ('hashsize', 16777216);
-- Each merge writes its words anew: eight segments at once, not four, make a third fewer of them.
INSERT INTO order_words (order_words, rank) VALUES ('automerge', 8);

-- All words of the full-text table that are longer than the beginnings it has indexes of: a longer beginning is asked
-- for as the words that it may be. Without the list, all orders that have one of them would be put together first.
CREATE TABLE long_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Of unsettled orders only: what a product says changes nothing for an order that the platform has.
CREATE TABLE order_variants (
  store INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  order_id INTEGER NOT NULL,
  PRIMARY KEY (store, variant, order_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_products (
  store INTEGER NOT NULL,
  product INTEGER NOT NULL,
  order_id INTEGER NOT NULL,
  PRIMARY KEY (store, product, order_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_events (
  store INTEGER NOT NULL,
  legacy_id INTEGER NOT NULL,
  -- The order's updated_at when its events were read.
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (store, legacy_id)
) STRICT, WITHOUT ROWID;

-- How far the lines of a bulk operation have been taken in, written with them: bytes_read goes on exactly behind them.
-- operation null: bulk operations were given up for this first load, which goes on by pages.
CREATE TABLE bulk_loads (
  store INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('orders', 'products')),
  operation TEXT,
  composition TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_since INTEGER NOT NULL,
  -- Whether orders that it does not hold are to be looked for, since the store may no longer have them.
  sweeps INTEGER NOT NULL CHECK (sweeps IN (0, 1)),
  attempts INTEGER NOT NULL,
  bytes_read INTEGER NOT NULL,
  roots_read INTEGER NOT NULL,
  PRIMARY KEY (store, kind)
) STRICT, WITHOUT ROWID;
-- Lines of orders and products of which some have not come yet.
CREATE TABLE bulk_lines (
  store INTEGER NOT NULL,
  kind TEXT NOT NULL,
  parent TEXT NOT NULL,
  -- The byte of the file where the line ends.
  line_end INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (store, kind, parent, line_end)
) STRICT, WITHOUT ROWID;
-- Orders met by a bulk load that sweeps.
CREATE TABLE bulk_seen (
  store INTEGER NOT NULL,
  order_id INTEGER NOT NULL,
  PRIMARY KEY (store, order_id)
) STRICT, WITHOUT ROWID;

-- Orders whose answer did not fit: asked for by id at each sync until one does.
CREATE TABLE unread_orders (
  store INTEGER NOT NULL,
  legacy_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (store, legacy_id)
) STRICT, WITHOUT ROWID;

-- body null: the store no longer has it, which is worth remembering so that it is not asked for again and again.
CREATE TABLE products (
  store INTEGER NOT NULL,
  product INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (store, product)
) STRICT, WITHOUT ROWID;
CREATE TABLE variants (
  store INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  product INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (store, variant)
) STRICT, WITHOUT ROWID;
CREATE INDEX variants_by_product ON variants (store, product);

CREATE TABLE fulfilment_products (
  store INTEGER NOT NULL,
  id TEXT NOT NULL,
  sku TEXT,
  barcode TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (store, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX fulfilment_products_by_sku ON fulfilment_products (store, sku) WHERE sku IS NOT NULL;
CREATE INDEX fulfilment_products_by_barcode ON fulfilment_products (store, barcode) WHERE barcode IS NOT NULL;

-- external_id without the leading # of an order name.
CREATE TABLE platform_orders (
  store INTEGER NOT NULL,
  external_id TEXT NOT NULL,
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  message TEXT,
  PRIMARY KEY (store, external_id)
) STRICT, WITHOUT ROWID;

-- What agents imported of a kind of file last: it cannot be fetched again, and a new file replaces it.
CREATE TABLE imports (
  store INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (store, kind)
) STRICT, WITHOUT ROWID;
-- The platform's own list of errors; external_id as above.
CREATE TABLE imported_errors (
  store INTEGER NOT NULL,
  external_id TEXT NOT NULL,
  status TEXT,
  message TEXT,
  PRIMARY KEY (store, external_id)
) STRICT, WITHOUT ROWID;
-- A link of one variant (sku '') or of all variants of a SKU (variant 0).
CREATE TABLE imported_links (
  store INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  sku TEXT NOT NULL,
  product TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  PRIMARY KEY (store, variant, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE causes (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  error_type TEXT NOT NULL,
  subject TEXT NOT NULL,
  entity TEXT,
  fix TEXT NOT NULL
) STRICT;
-- Of stuck orders only. unblocks: nothing else keeps the order.
CREATE TABLE order_causes (
  order_id INTEGER NOT NULL REFERENCES orders (id),
  cause INTEGER NOT NULL REFERENCES causes (id),
  unblocks INTEGER NOT NULL CHECK (unblocks IN (0, 1)),
  PRIMARY KEY (order_id, cause)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_of_cause ON order_causes (cause, order_id);

-- Kept in the transaction that changes the verdicts, so that a board takes the same time at any number of orders.
CREATE TABLE order_counts (
  store INTEGER NOT NULL,
  state TEXT NOT NULL,
  error_type TEXT NOT NULL,
  source TEXT NOT NULL,
  currency TEXT NOT NULL,
  orders INTEGER NOT NULL,
  value_minor INTEGER NOT NULL,
  resolved INTEGER NOT NULL,
  PRIMARY KEY (store, state, error_type, source, currency)
) STRICT, WITHOUT ROWID;
-- How many orders of a type were stuck from a moment on, as syncs found it. Only changes are kept.
CREATE TABLE stuck_history (
  store INTEGER NOT NULL,
  error_type TEXT NOT NULL,
  at INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  PRIMARY KEY (store, error_type, at)
) STRICT, WITHOUT ROWID;
-- Stuck orders by what the platform says (said) and what our rules make of them (foreseen; '': nothing).
CREATE TABLE agreement_counts (
  store INTEGER NOT NULL,
  said TEXT NOT NULL,
  foreseen TEXT NOT NULL,
  orders INTEGER NOT NULL,
  PRIMARY KEY (store, said, foreseen)
) STRICT, WITHOUT ROWID;
CREATE TABLE cause_counts (
  cause INTEGER NOT NULL REFERENCES causes (id),
  store INTEGER NOT NULL,
  currency TEXT NOT NULL,
  orders INTEGER NOT NULL,
  value_minor INTEGER NOT NULL,
  unblocks INTEGER NOT NULL,
  PRIMARY KEY (cause, store, currency)
) STRICT, WITHOUT ROWID;
`),
};
