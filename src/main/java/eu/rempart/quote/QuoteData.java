package eu.rempart.quote;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.Reckoning;
import eu.rempart.quote.money.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a quote. Texts are stripped; what is absent is null.
 *
 * @param ownerId the member who looks after it
 * @param companyId to whom it goes; may lie in the bin
 * @param contactId to whose attention; may lie in the bin
 * @param dealId what it belongs to
 * @param validUntil last day on which it can be accepted
 * @param language of the document: BCP 47, without a region
 * @param customerName as the document says it
 * @param customerContact to whose attention, as the document says it
 * @param customerAddress one or more lines, without the name
 * @param customerCountry ISO 3166-1 alpha-2
 * @param customerVat VAT number
 * @param vatReason why something is exempt of VAT
 * @param currency ISO 4217
 * @param tags ids of its tags; one may lie in the bin
 * @param custom what it has in fields of the organisation's own, which its document never says
 */
public record QuoteData(
    @Nullable UUID ownerId,
    @Nullable String title,
    @Nullable CompanyId companyId,
    @Nullable ContactId contactId,
    @Nullable DealId dealId,
    @Nullable LocalDate validUntil,
    String language,
    @Nullable String customerName,
    @Nullable String customerContact,
    @Nullable String customerAddress,
    @Nullable String customerCountry,
    @Nullable String customerVat,
    @Nullable String introduction,
    @Nullable String terms,
    @Nullable String vatReason,
    String currency,
    List<QuoteLine> lines,
    Discount discount,
    Set<UUID> tags,
    CustomValues custom) {

  public static final QuoteData EMPTY = builder().build();

  public QuoteData {
    lines = List.copyOf(lines);
    // a draft that was begun before there were any has none
    tags = Set.copyOf(Objects.requireNonNullElse(tags, Set.<UUID>of()));
    custom = CustomValues.orNone(custom);
  }

  public static QuoteDataBuilder builder() {
    return new QuoteDataBuilder();
  }

  public QuoteDataBuilder toBuilder() {
    return new QuoteDataBuilder(this);
  }

  /**
   * What it comes to.
   *
   * @throws eu.rempart.quote.money.QuoteRefusedException where the lines can't be reckoned
   */
  public Totals totals() {
    return Reckoning.of(currency, lines.stream().map(QuoteLine::priced).toList(), discount);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "QuoteData[hidden]";
  }
}
