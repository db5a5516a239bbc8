import { diceFor } from '../random.ts';
import type { Catalogue, FulfilmentProduct, Product, Variant } from '../shop/catalogue.ts';
import type { MerchantProfile } from './profiles.ts';

/** A product that was deleted after it was sold. */
interface GhostProduct {
  readonly productId: number;
  readonly variantId: number;
  readonly title: string;
  readonly sku: string;
  readonly price: number;
}

/** What the platform's own link table holds for one variant. */
export interface ProductLink {
  readonly product: string;
  readonly active: boolean;
}

/** A store's catalogue with the part each variant plays in the seeded trouble. */
export interface SeedCatalogue {
  readonly catalogue: Catalogue;
  readonly fulfilment: readonly FulfilmentProduct[];
  /** The platform's link table, used by the `file` route only. */
  readonly linkTable: ReadonlyMap<number, ProductLink>;
  /** Physical variants with an active link. */
  readonly good: readonly Variant[];
  /** Physical variants without an active link, the worst culprit first. */
  readonly unlinked: readonly Variant[];
  /** Linked variants whose "physical product" box was unticked after they were sold. */
  readonly unticked: readonly Variant[];
  /** Linked variants of a product tagged bigblue-ignore. */
  readonly shippedOutside: readonly Variant[];
  readonly giftCard: Variant;
  readonly ghosts: readonly GhostProduct[];
}

const DAY = 86_400_000;
const nouns =
  'Tee|Scarf|Mug|Blanket|Candle|Tote|Notebook|Beanie|Vase|Cushion|Apron|Lamp|Socks|Bowl|Wallet|Print'.split(
    '|',
  );
const styles = 'Linen|Merino|Stoneware|Oak|Cotton|Recycled|Hand-dyed|Classic|Alpine|Coastal|Brass|Wool'.split(
  '|',
);
const options = ['Black / S', 'Black / M', 'Ecru / M', 'Ecru / L'];

type Part = 'good' | 'missing' | 'inactive' | 'stranger' | 'unticked' | 'outside' | 'gift';
const parts: readonly Part[] = ['missing', 'inactive', 'stranger', 'unticked', 'outside', 'gift'];
const GOOD_PRODUCTS = 22;

/** Builds a store's products, their variants, the platform's products and the links between the two. */
export function seedCatalogue(
  profile: MerchantProfile,
  storeNumber: number,
  seed: number,
  now: number,
): SeedCatalogue {
  const build = new CatalogueBuilder(profile, storeNumber, seed, now);
  for (let at = 0; at < GOOD_PRODUCTS; at++) build.product('good', at);
  parts.forEach((part, at) => build.product(part, GOOD_PRODUCTS + at));
  return build.finish();
}

class CatalogueBuilder {
  private readonly catalogue: Catalogue = { products: new Map(), variants: new Map() };
  private readonly fulfilment: FulfilmentProduct[] = [];
  private readonly linkTable = new Map<number, ProductLink>();
  private readonly byPart: Record<Part, Variant[]> = {
    good: [],
    missing: [],
    inactive: [],
    stranger: [],
    unticked: [],
    outside: [],
    gift: [],
  };
  private readonly profile: MerchantProfile;
  private readonly storeNumber: number;
  private readonly seed: number;
  private readonly createdAt: number;
  private variantCount = 0;

  constructor(profile: MerchantProfile, storeNumber: number, seed: number, now: number) {
    this.profile = profile;
    this.storeNumber = storeNumber;
    this.seed = seed;
    this.createdAt = now - 200 * DAY;
  }

  product(part: Part, at: number): void {
    const dice = diceFor(this.seed, this.profile.slug, 'product', at);
    const isGift = part === 'gift';
    const title = isGift
      ? 'Gift card'
      : `${styles[(at * 5 + 1) % styles.length]} ${nouns[at % nouns.length]}`;
    const product: Product = {
      id: 8_400_000_000_000 + this.storeNumber * 10_000_000_000 + at * 131_101,
      title,
      handle: `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${at}`,
      status: 'ACTIVE',
      vendor: this.profile.name,
      isGiftCard: isGift,
      tags: part === 'outside' ? ['dropship', 'bigblue-ignore'] : at % 4 === 0 ? ['new'] : [],
      createdAt: this.createdAt + at * DAY,
      updatedAt: this.createdAt + at * DAY + 3_600_000,
      variantIds: [],
    };
    this.catalogue.products.set(product.id, product);
    const count = part === 'good' ? 1 + (at % 4) : 1;
    for (let position = 0; position < count; position++)
      this.variant(part, product, position, count, dice.int(40));
  }

  private variant(part: Part, product: Product, position: number, of: number, extra: number): void {
    const number = this.variantCount++;
    const isGift = part === 'gift';
    const code = `${this.profile.orderPrefix}-${product.title.slice(0, 3).toUpperCase()}-${String(number).padStart(3, '0')}`;
    const variant: Variant = {
      id: 47_500_000_000_000 + this.storeNumber * 10_000_000_000 + number * 34_567 + 730,
      productId: product.id,
      title: of === 1 ? 'Default Title' : (options[position] ?? `Option ${position}`),
      sku: isGift ? null : code,
      barcode: isGift
        ? null
        : `37${String(this.storeNumber).padStart(4, '0')}${String(number).padStart(7, '0')}`,
      requiresShipping: !isGift && part !== 'unticked',
      tracked: !isGift,
      price: this.price(0.6 + extra / 40),
      position: position + 1,
      inventoryItemId: 49_000_000_000_000 + this.storeNumber * 10_000_000_000 + number * 21_001,
      createdAt: product.createdAt,
      updatedAt: product.updatedAt,
      metafields: [],
    };
    if (!isGift) this.link(part, product, variant, number);
    this.catalogue.variants.set(variant.id, variant);
    product.variantIds.push(variant.id);
    this.byPart[part].push(variant);
  }

  /** Links by the store's route; the culprits lack the link in the ways a real catalogue does. */
  private link(part: Part, product: Product, variant: Variant, number: number): void {
    const id = `DIGG-${String(this.storeNumber + 1).padStart(6, '0')}-${String(number + 1).padStart(4, '0')}`;
    const bundle = part === 'good' && number % 17 === 16;
    this.fulfilment.push({
      id,
      name: variant.title === 'Default Title' ? product.title : `${product.title} ${variant.title}`,
      sku: part === 'stranger' ? `WH-${9000 + number}` : variant.sku,
      barcode: part === 'stranger' ? null : variant.barcode,
      value: variant.price,
      originCountry: 'PT',
      tariffNumber: `6109${String(number % 90).padStart(2, '0')}00`,
      description: product.title,
      // More than any order wants; what an order waits for the platform tells apart (`store-api.ts`).
      available: 100 + ((number * 37) % 400),
      components: bundle
        ? this.fulfilment.slice(0, 2).map((part) => ({ product: part.id, quantity: 1 }))
        : [],
    });
    if (this.profile.linkRoute === 'sku') {
      // The platform links by equal SKU, else equal barcode: the culprits differ in spelling, or carry neither.
      if (part === 'missing')
        Object.assign(variant, {
          sku: variant.sku?.toLowerCase().replaceAll('-', '_') ?? null,
          barcode: null,
        });
      if (part === 'inactive') Object.assign(variant, { sku: null, barcode: null });
      return;
    }
    if (part === 'missing' || part === 'stranger') return;
    const link: ProductLink = { product: id, active: part !== 'inactive' };
    if (this.profile.linkRoute === 'file') this.linkTable.set(variant.id, link);
    else
      variant.metafields.push({
        id: 30_000_000_000_000 + this.storeNumber * 10_000_000_000 + number,
        namespace: 'fulfilment',
        key: 'product_link',
        type: 'json',
        value: JSON.stringify(link),
        createdAt: variant.createdAt,
        updatedAt: variant.updatedAt,
      });
  }

  private price(factor: number): number {
    const unit = 10 ** this.profile.decimals;
    const whole = Math.round(this.profile.price * factor);
    return this.profile.decimals === 0 ? whole : whole * unit - 10;
  }

  finish(): SeedCatalogue {
    const { missing, inactive, stranger, unticked, outside, gift, good } = this.byPart;
    const [giftCard] = gift;
    if (giftCard === undefined) throw new Error('The seeded catalogue has no gift card.');
    return {
      catalogue: this.catalogue,
      fulfilment: this.fulfilment,
      linkTable: this.linkTable,
      good,
      unlinked: [...missing, ...inactive, ...stranger],
      unticked,
      shippedOutside: outside,
      giftCard,
      ghosts: ['Limited Parka', 'Sample Box'].map((title, at) => ({
        productId: 8_399_000_000_000 + this.storeNumber * 10_000_000 + at * 1_001,
        variantId: 47_499_000_000_000 + this.storeNumber * 10_000_000 + at * 1_001,
        title,
        sku: `${this.profile.orderPrefix}-OLD-${at}`,
        price: this.price(1.2),
      })),
    };
  }
}
