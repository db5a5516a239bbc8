import { assertNever } from '../domain/assert-never.ts';
import { IGNORE_TAG } from '../domain/error-type.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import { FIXES_FOR } from '../domain/fix.ts';
import { orderPart } from './en-names.ts';
import { uneditableReason } from './uneditable-reason.ts';
import type { Voice } from './voice.ts';

/** Why a plan leaves an order out, in one English sentence with the remedy after a colon. */
export function exclusionInEnglish(it: Exclusion, voice: Voice): string {
  const { fix, errorType, give, country } = voice;
  switch (it.code) {
    case 'queued_already':
      return `What is queued for it already leaves nothing to fix: ${voice.sendQueue}, then sync.`;
    case 'read_only':
      return 'Its store is read-only, nothing can be written to its Shopify: do it in the Shopify admin, then import the orders again.';
    case 'synced':
      return 'The platform has it by now: nothing to fix.';
    case 'too_young':
      return 'It is too young to be stuck: wait until its grace period is over, then plan again.';
    case 'closed':
      return 'It is closed, nobody waits for it: reopen it in Shopify if it is still to ship.';
    case 'no_such_error':
      return `It has no error that ${fix(it.fix)} is for: reprocess it.`;
    case 'other_error':
      return `It is stuck with ${errorType(it.errorType)}, which ${fix(it.fix)} does not fix: try ${FIXES_FOR[it.errorType].map(fix).join(', ')}.`;
    case 'uneditable':
      return `Shopify does not let it be edited (${uneditableReason(it.words) ?? 'it gives no reason'}): recreate it, or dismiss it.`;
    case 'address_hidden':
      return it.part === 'shippingAddress'
        ? 'Shopify hides its shipping address from this app: grant access to protected customer data, or edit it in Shopify.'
        : `Shopify hides its ${orderPart(it.part)} from this app, and editing the address would lose it: edit it in Shopify.`;
    case 'address_incomplete':
      return 'It has no shipping address yet: give at least address1, city and countryCode.';
    case 'address_same':
      return 'Its address already says that: nothing to change.';
    case 'no_address_suggested':
      return `Nothing is suggested for its address: give what is to change ${give('address1')}.`;
    case 'no_contact_suggested':
      return `What was meant cannot be told from it: ask the customer and give it ${give('phone')}, or ${give('email')}.`;
    case 'contact_same':
      return 'Its phone number and e-mail address already are these: reprocess it.';
    case 'no_address':
      return `It has no shipping address: give it one with the fix ${fix('edit_address')}.`;
    case 'no_zip_suggested':
      return `No postal code is suggested for its city: give one ${give('zip')}.`;
    case 'zip_hidden':
      return 'Shopify hides its postal code from this app, so it may not be missing: set it in Shopify.';
    case 'zip_same':
      return `Its postal code already is ${it.zip}: reprocess it.`;
    case 'no_ignore_tag':
      return `It has no tag ${IGNORE_TAG} any more: reprocess it.`;
    case 'no_tagged_product':
      return `No product of it has the tag ${IGNORE_TAG}: see whether its items are physical products.`;
    case 'nothing_to_tag':
      return 'None of its unlinked items has a product to tag: reprocess it to have the platform say which.';
    case 'nothing_unphysical':
      return 'None of its items is registered as not physical: look at its product tags and shipping method.';
    case 'variants_unknown':
      return 'Its variants are not known: sync the store, then plan again.';
    case 'several_variants':
      return `The plan covers ${it.variants} unlinked variants: say ${give('variant')} which one ${it.product} is for.`;
    case 'other_variant':
      return `“${it.item}” is not the variant to link: plan it on its own.`;
    case 'variant_unknown':
      return `The variant of “${it.item}” is not known: sync the store, then plan again.`;
    case 'link_inactive':
      return `“${it.item}” is linked to ${it.product}, but not active: activate the link, or give a product ${give('product')}.`;
    case 'no_product_suggested':
      return `No single fulfilment product has the SKU or barcode of “${it.item}”: give one ${give('product')}.`;
    case 'no_link_to_activate':
      return `“${it.item}” has no link to activate: link it with the fix ${fix('link_variant')}.`;
    case 'product_unknown':
      return `${it.product} is no product of the fulfilment platform: check its id.`;
    case 'linked_already':
      return `Its variant is linked to ${it.product} by now: reprocess it.`;
    case 'product_without_sku':
      return `${it.product} has no SKU to link by: give it one on the platform, or link the variant there.`;
    case 'no_link_route':
      return 'The store has no link route: choose metafield, sku or file in its settings.';
    case 'no_unlinked_item':
      return 'None of its items is named as unlinked: reprocess it to have the platform say which.';
    case 'no_lost_item':
      return 'None of its items is known to be lost: reprocess it, or look through its items in Shopify.';
    case 'several_lost_items':
      return 'More than one of its items is lost, and one variant cannot stand for all: edit it in Shopify.';
    case 'nothing_else_left':
      return `Nothing else is left in it: replace the item (${fix('replace_item')}), or dismiss the order.`;
    case 'foreign_variant':
      return `Its store knows no variant ${it.variant}: choose one of its own variants.`;
    case 'replacement_there':
      return `The replacement is in it already: remove the lost item (${fix('remove_item')}) instead.`;
    case 'shipping_method_is_fine':
      return 'Its shipping method is not what keeps it: make its items physical, or untag its products, first.';
    case 'has_shipping_method':
      return `It has the shipping method ${it.title} by now: reprocess it, or recreate it.`;
    case 'copy_incomplete':
      return `Shopify hides part of it from this app (${it.parts.map(voice.orderPart).join(', ')}), and a copy would lack that: recreate it in Shopify.`;
    case 'copy_without_address':
      return `It has no shipping address to send a new order to: give it one with the fix ${fix('edit_address')} first.`;
    case 'nothing_to_cancel':
      return 'It has no fulfilment that can be cancelled: look at its fulfilments in Shopify.';
    case 'country_unknown':
      return 'Its shipping country is not known: look at its address in Shopify.';
    case 'other_country':
      return `It goes to ${country(it.country)}, not to ${it.countries.map(country).join(', ')}: plan that country on its own.`;
    case 'method_unknown':
      return 'It names no shipping method: add one in Shopify, then sync.';
    case 'other_method':
      return `Its shipping method is ${it.method}, not ${it.methods.join(', ')}: plan that method on its own.`;
    case 'payment_terms_hidden':
      return 'Shopify hides its payment terms from this app: grant the scope read_payment_terms.';
    case 'no_payment_terms':
      return 'It has no payment terms, so the option would not let it through: send a payment reminder.';
    case 'cannot_mark_as_paid':
      return 'Shopify does not let it be marked as paid: send a reminder, or collect the payment in Shopify.';
    case 'payment_authorised':
      return 'Its payment is authorised, so the buyer has nothing left to do: capture it in Shopify.';
    case 'no_email':
      return 'It has no e-mail address to write to: add one in Shopify, or mark it as paid.';
    case 'until_past':
      return `${it.until} is past: give a later time ${give('until')}.`;
    case 'dismissed_already':
      return 'It is dismissed already: nothing to do.';
    case 'not_set_aside':
      return 'It is neither snoozed nor dismissed: it is on the board.';
    default:
      return assertNever(it);
  }
}
