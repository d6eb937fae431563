package eu.rempart.deal;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.number.Decimals;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a deal. Texts are stripped; what is absent is null.
 *
 * @param ownerId the member who looks after it
 * @param companyId to whom it may be sold; may lie in the bin
 * @param amount at most 16 digits before the point; rounded to 2 behind it
 * @param currency ISO 4217
 * @param stageId in which it stands; the pipeline follows from it
 * @param probability in percent, in place of the stage's
 * @param expectedClose the day on which it is expected to be won
 * @param source where it came from
 * @param lostReason only of a lost one
 * @param externalId by which other programs know it
 * @param tags ids of its tags; one may lie in the bin
 * @param lines what it is about, in the deal's currency
 * @param amountBy whether the amount is what the lines come to
 * @param custom what it has in fields of the organisation\'s own
 */
public record DealData(
    @Nullable UUID ownerId,
    @Nullable String name,
    @Nullable CompanyId companyId,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable StageId stageId,
    @Nullable Integer probability,
    @Nullable LocalDate expectedClose,
    @Nullable String source,
    @Nullable String lostReason,
    @Nullable String description,
    @Nullable String externalId,
    Set<UUID> tags,
    CustomValues custom,
    List<DealLine> lines,
    AmountBy amountBy) {

  public static final DealData EMPTY = builder().build();

  /** Amounts are kept to hundredths: 1200 and 1200.00 are the same. */
  public DealData {
    tags = Set.copyOf(tags);
    custom = CustomValues.orNone(custom);
    // a draft that was begun before there were any has none
    lines = List.copyOf(Objects.requireNonNullElse(lines, List.<DealLine>of()));
    amountBy = Objects.requireNonNullElse(amountBy, AmountBy.HAND);
    amount = amount == null ? null : Decimals.rounded(amount, 2);
  }

  public static DealDataBuilder builder() {
    return new DealDataBuilder();
  }

  public DealDataBuilder toBuilder() {
    return new DealDataBuilder(this);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DealData[hidden]";
  }
}
