package eu.rempart.deal;

import eu.rempart.common.custom.CustomText;
import eu.rempart.company.CompanyId;
import eu.rempart.db.generated.DealWriter;
import eu.rempart.db.generated.OpenedDeal;
import eu.rempart.db.generated.Tables;
import eu.rempart.db.sealed.Opened;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.tag.TagIds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Between fields and columns: what a row opens to, and what is sealed into one. */
final class DealMapper {

  /** Said of lines that open, and yet are none: somebody else wrote them than Rempart. */
  private static final String DAMAGED = "D-LINES";

  private final Map<DealField, String> unopenable = new EnumMap<>(DealField.class);
  private final DealDataBuilder data = DealData.builder();

  private DealMapper() {}

  static List<? extends Field<?>> columns(Set<DealField> fields) {
    return fields.stream().<Field<?>>map(f -> Tables.DEAL.field(f.column())).toList();
  }

  /** Opens these fields of a row, and nothing else. */
  static DealMapper open(OpenedDeal row, Set<DealField> fields) {
    DealMapper mapper = new DealMapper();
    fields.forEach(field -> mapper.read(field, row));
    return mapper;
  }

  DealData data() {
    return data.build();
  }

  Map<DealField, String> unopenable() {
    return unopenable;
  }

  private void read(DealField field, OpenedDeal row) {
    switch (field) {
      case NAME -> take(field, row.name(), data::name);
      case COMPANY ->
          data.companyId(row.companyId() == null ? null : new CompanyId(row.companyId()));
      case AMOUNT -> data.amount(row.amount());
      case CURRENCY -> data.currency(row.currency());
      case STAGE -> data.stageId(new StageId(row.stageId()));
      case PROBABILITY -> data.probability(row.probability());
      case EXPECTED_CLOSE -> data.expectedClose(row.expectedClose());
      case SOURCE -> take(field, row.source(), data::source);
      case OWNER -> data.ownerId(row.ownerId());
      case LOST_REASON -> take(field, row.lostReason(), data::lostReason);
      case DESCRIPTION -> take(field, row.description(), data::description);
      case EXTERNAL_ID -> take(field, row.externalId(), data::externalId);
      case TAGS -> data.tags(TagIds.of(row.tags()));
      case CUSTOM -> take(field, row.custom(), text -> data.custom(CustomText.values(text)));
      case LINES -> take(field, row.lines(), this::lines);
      case AMOUNT_BY -> data.amountBy(AmountBy.of(row.amountBy()));
    }
  }

  private void lines(@Nullable String text) {
    try {
      data.lines(DealLine.KEPT.read(text));
    } catch (IllegalArgumentException _) {
      data.lines(List.of());
      unopenable.put(DealField.LINES, DAMAGED);
    }
  }

  private void take(DealField field, Opened<String> opened, Consumer<@Nullable String> to) {
    switch (opened) {
      case Opened.Clear<String>(var value) -> to.accept(value);
      case Opened.Unopenable<String>(var code) -> unopenable.put(field, code);
    }
  }

  static void write(DealField field, DealData data, DealWriter to) {
    switch (field) {
      case NAME -> to.name(data.name());
      case COMPANY -> to.companyId(data.companyId() == null ? null : data.companyId().value());
      case AMOUNT -> to.amount(data.amount());
      case CURRENCY -> to.currency(data.currency());
      case STAGE -> to.stageId(data.stageId() == null ? null : data.stageId().value());
      case PROBABILITY -> to.probability(data.probability());
      case EXPECTED_CLOSE -> to.expectedClose(data.expectedClose());
      case SOURCE -> to.source(data.source());
      case OWNER -> to.ownerId(data.ownerId());
      case LOST_REASON -> to.lostReason(data.lostReason());
      case DESCRIPTION -> to.description(data.description());
      case EXTERNAL_ID -> to.externalId(data.externalId());
      case TAGS -> to.tags(TagIds.column(data.tags()));
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
      case LINES -> to.lines(DealLine.KEPT.write(data.lines()));
      case AMOUNT_BY -> to.amountBy(data.amountBy().column());
    }
  }
}
