package eu.rempart.deal;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds {@link DealData} step by step; blank texts become null. */
public final class DealDataBuilder {

  private @Nullable UUID ownerId;
  private @Nullable String name;
  private @Nullable CompanyId companyId;
  private @Nullable BigDecimal amount;
  private @Nullable String currency;
  private @Nullable StageId stageId;
  private @Nullable Integer probability;
  private @Nullable LocalDate expectedClose;
  private @Nullable String source;
  private @Nullable String lostReason;
  private @Nullable String description;
  private @Nullable String externalId;
  private Set<UUID> tags = Set.of();
  private CustomValues custom = CustomValues.NONE;
  private List<DealLine> lines = List.of();
  private AmountBy amountBy = AmountBy.HAND;

  DealDataBuilder() {}

  DealDataBuilder(DealData from) {
    ownerId = from.ownerId();
    name = from.name();
    companyId = from.companyId();
    amount = from.amount();
    currency = from.currency();
    stageId = from.stageId();
    probability = from.probability();
    expectedClose = from.expectedClose();
    source = from.source();
    lostReason = from.lostReason();
    description = from.description();
    externalId = from.externalId();
    tags = from.tags();
    custom = from.custom();
    lines = from.lines();
    amountBy = from.amountBy();
  }

  public DealDataBuilder ownerId(@Nullable UUID value) {
    ownerId = value;
    return this;
  }

  public DealDataBuilder name(@Nullable String value) {
    name = text(value);
    return this;
  }

  public DealDataBuilder companyId(@Nullable CompanyId value) {
    companyId = value;
    return this;
  }

  public DealDataBuilder amount(@Nullable BigDecimal value) {
    amount = value;
    return this;
  }

  public DealDataBuilder currency(@Nullable String value) {
    currency = text(value);
    return this;
  }

  public DealDataBuilder stageId(@Nullable StageId value) {
    stageId = value;
    return this;
  }

  public DealDataBuilder probability(@Nullable Integer value) {
    probability = value;
    return this;
  }

  public DealDataBuilder expectedClose(@Nullable LocalDate value) {
    expectedClose = value;
    return this;
  }

  public DealDataBuilder source(@Nullable String value) {
    source = text(value);
    return this;
  }

  public DealDataBuilder lostReason(@Nullable String value) {
    lostReason = text(value);
    return this;
  }

  public DealDataBuilder description(@Nullable String value) {
    description = text(value);
    return this;
  }

  public DealDataBuilder externalId(@Nullable String value) {
    externalId = text(value);
    return this;
  }

  public DealDataBuilder tags(Set<UUID> value) {
    tags = value;
    return this;
  }

  public DealDataBuilder custom(CustomValues value) {
    custom = value;
    return this;
  }

  public DealDataBuilder lines(List<DealLine> value) {
    lines = value;
    return this;
  }

  public DealDataBuilder amountBy(AmountBy value) {
    amountBy = value;
    return this;
  }

  public DealData build() {
    return new DealData(
        ownerId,
        name,
        companyId,
        amount,
        currency,
        stageId,
        probability,
        expectedClose,
        source,
        lostReason,
        description,
        externalId,
        tags,
        custom,
        lines,
        amountBy);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
