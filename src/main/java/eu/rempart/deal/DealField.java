package eu.rempart.deal;

import eu.rempart.common.RecordField;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a deal, each with its column; the one list of them in this room. */
public enum DealField implements RecordField<DealData> {
  NAME("name", DealData::name),
  COMPANY("company_id", DealData::companyId),
  AMOUNT("amount", DealData::amount),
  CURRENCY("currency", DealData::currency),
  STAGE("stage_id", DealData::stageId),
  PROBABILITY("probability", DealData::probability),
  EXPECTED_CLOSE("expected_close", DealData::expectedClose),
  SOURCE("source", DealData::source),
  OWNER("owner_id", DealData::ownerId),
  LOST_REASON("lost_reason", DealData::lostReason),
  DESCRIPTION("description", DealData::description),
  EXTERNAL_ID("external_id", DealData::externalId),
  TAGS("tags", DealData::tags),
  CUSTOM("custom", DealData::custom),
  LINES("lines", DealData::lines),
  AMOUNT_BY("amount_by", data -> data.amountBy().column());

  /** What the amount follows from, where it follows from products. */
  public static final Set<DealField> MONEY = Set.of(AMOUNT, CURRENCY, LINES, AMOUNT_BY);

  private final String column;
  private final Function<DealData, @Nullable Object> value;

  DealField(String column, Function<DealData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(DealData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<DealField> changed(DealData before, DealData after) {
    return RecordField.changed(DealField.class, before, after);
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static DealData copy(Set<DealField> fields, DealData source, DealData target) {
    DealDataBuilder builder = target.toBuilder();
    fields.forEach(field -> field.copyTo(builder, source));
    return builder.build();
  }

  private void copyTo(DealDataBuilder to, DealData from) {
    switch (this) {
      case NAME -> to.name(from.name());
      case COMPANY -> to.companyId(from.companyId());
      case AMOUNT -> to.amount(from.amount());
      case CURRENCY -> to.currency(from.currency());
      case STAGE -> to.stageId(from.stageId());
      case PROBABILITY -> to.probability(from.probability());
      case EXPECTED_CLOSE -> to.expectedClose(from.expectedClose());
      case SOURCE -> to.source(from.source());
      case OWNER -> to.ownerId(from.ownerId());
      case LOST_REASON -> to.lostReason(from.lostReason());
      case DESCRIPTION -> to.description(from.description());
      case EXTERNAL_ID -> to.externalId(from.externalId());
      case TAGS -> to.tags(from.tags());
      case CUSTOM -> to.custom(from.custom());
      case LINES -> to.lines(from.lines());
      case AMOUNT_BY -> to.amountBy(from.amountBy());
    }
  }
}
