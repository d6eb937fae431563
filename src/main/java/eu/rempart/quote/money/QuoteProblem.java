package eu.rempart.quote.money;

/**
 * Why a quote can't be reckoned, kept or issued; its words are under {@code quote.problem.NAME}.
 */
public enum QuoteProblem {
  CURRENCY_UNKNOWN,
  /** A line is in another currency than the quote. */
  CURRENCY_MIX,
  /** Lines or a discount that do not open stay, and are in the currency that was. */
  CURRENCY_OF_SEALED,
  QUANTITY_RANGE,
  PRICE_RANGE,
  /** A discount of less than 0 or more than 100 percent. */
  DISCOUNT_RANGE,
  /** The discount takes away more than there is. */
  DISCOUNT_TOO_LARGE,
  VAT_RATE_RANGE,
  /** Taxed at the standard or a reduced rate, which is never 0. */
  VAT_RATE_MISSING,
  /** Not taxed, and yet with a rate. */
  VAT_RATE_NOT_ZERO,
  /** What VAT does not reach can't stand beside what it does (BR-O-11). */
  VAT_OUTSIDE_MIX,
  /** One supply is either within the Union or an export. */
  VAT_PLACE_MIX,
  /** An exemption needs its reason (BR-E-10). */
  VAT_REASON_MISSING,
  /** Reverse charge and intra-community supplies name the buyer's VAT number. */
  VAT_BUYER_NUMBER_MISSING,
  /** VAT, or its absence in a cross-border trade, needs the firm's own VAT number. */
  VAT_SELLER_NUMBER_MISSING,
  /** An intra-community supply goes to another country of the Union. */
  VAT_BUYER_NOT_IN_UNION,
  /** An export goes to a country outside of the Union. */
  VAT_BUYER_IN_UNION,
  TOTAL_NEGATIVE,
  TOTAL_TOO_LARGE,
  LINES_MISSING,
  LINES_TOO_MANY,
  DESCRIPTION_MISSING,
  CUSTOMER_MISSING,
  TEXT_TOO_LONG,
  DATE_BEFORE_TODAY,
  LETTERHEAD_MISSING,
  /** Another revision took the place of the same quote. */
  REVISED_ALREADY
}
