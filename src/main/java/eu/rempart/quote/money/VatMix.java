package eu.rempart.quote.money;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether ways of taxing may stand in one quote, and whether buyer and seller fit them. */
public final class VatMix {

  private VatMix() {}

  /**
   * Passes, or says what does not go together.
   *
   * @param sellerNumber VAT number of the firm
   * @param buyerNumber VAT number of the customer
   * @param buyerCountry ISO 3166-1 alpha-2
   * @param reason why an exempt supply is exempt
   * @throws QuoteRefusedException for the first thing that is wrong
   */
  public static void check(
      Collection<VatCategory> all,
      String sellerCountry,
      @Nullable String sellerNumber,
      @Nullable String buyerCountry,
      @Nullable String buyerNumber,
      @Nullable String reason) {
    Set<VatCategory> categories = EnumSet.noneOf(VatCategory.class);
    categories.addAll(all);
    refuse(
        categories.contains(VatCategory.OUTSIDE) && categories.size() > 1,
        QuoteProblem.VAT_OUTSIDE_MIX);
    refuse(
        categories.contains(VatCategory.EXPORT)
            && (categories.contains(VatCategory.INTRA_COMMUNITY)
                || categories.contains(VatCategory.REVERSE_CHARGE)),
        QuoteProblem.VAT_PLACE_MIX);
    refuse(
        categories.contains(VatCategory.EXEMPT) && reason == null, QuoteProblem.VAT_REASON_MISSING);
    refuse(
        sellerNumber == null
            && !categories.equals(EnumSet.of(VatCategory.OUTSIDE))
            && !small(categories),
        QuoteProblem.VAT_SELLER_NUMBER_MISSING);
    refuse(
        buyerNumber == null && categories.stream().anyMatch(VatCategory::needsBuyerNumber),
        QuoteProblem.VAT_BUYER_NUMBER_MISSING);
    refuse(
        categories.contains(VatCategory.INTRA_COMMUNITY)
            && (!VatRates.inUnion(buyerCountry) || sellerCountry.equals(buyerCountry)),
        QuoteProblem.VAT_BUYER_NOT_IN_UNION);
    refuse(
        categories.contains(VatCategory.EXPORT)
            && (buyerCountry == null || VatRates.inUnion(buyerCountry)),
        QuoteProblem.VAT_BUYER_IN_UNION);
  }

  /** A small firm that is exempt as a whole has no number of its own. */
  private static boolean small(Set<VatCategory> categories) {
    return categories.equals(EnumSet.of(VatCategory.EXEMPT));
  }

  private static void refuse(boolean wrong, QuoteProblem problem) {
    if (wrong) {
      throw new QuoteRefusedException(problem);
    }
  }
}
