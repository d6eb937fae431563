package eu.rempart.exchange.run.deal;

import eu.rempart.common.ExternalId;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.tag.TagRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How what a row says and what a deal has are merged. */
final class DealRecords {

  private DealRecords() {}

  /**
   * The record with the row's values; empty ones change nothing, tags are united.
   *
   * @param lined whether the record has products, be they shown to whoever imports or not
   * @param firms companies that the row may mean: one that the record has is meant
   */
  static DealData merge(
      UUID id, DealData record, boolean lined, DealData row, List<CompanyId> firms) {
    DealDataBuilder merged = record.toBuilder();
    merged.name(or(row.name(), record.name()));
    if (record.companyId() == null || !firms.contains(record.companyId())) {
      merged.companyId(or(row.companyId(), record.companyId()));
    }
    if (row.amount() != null) {
      merged.amount(row.amount());
      merged.currency(row.currency());
    }
    if (!lined) {
      products(merged, record, row);
    }
    merged.stageId(or(row.stageId(), record.stageId()));
    merged.probability(or(row.probability(), record.probability()));
    merged.expectedClose(or(row.expectedClose(), record.expectedClose()));
    merged.source(or(row.source(), record.source()));
    merged.ownerId(or(row.ownerId(), record.ownerId()));
    merged.lostReason(or(row.lostReason(), record.lostReason()));
    merged.description(text(record.description(), row.description()));
    merged.tags(tags(record.tags(), row.tags()));
    merged.custom(row.custom().or(record.custom()));
    merged.externalId(keys(id, record.externalId(), row.externalId()));
    return merged.build();
  }

  /** Products of the row, for a record that has none: where both have a currency, it is one. */
  private static void products(DealDataBuilder merged, DealData record, DealData row) {
    String currency = row.amount() != null ? row.currency() : or(record.currency(), row.currency());
    if (row.lines().isEmpty()
        || !row.lines().stream().allMatch(line -> line.currency().equals(currency))) {
      return;
    }
    merged.currency(currency);
    merged.lines(row.lines());
    if (record.amount() == null && row.amountBy() == AmountBy.PRODUCTS) {
      merged.amountBy(AmountBy.PRODUCTS);
    }
  }

  /** Whether they are the same as far as a table has them: it has the first line of a text. */
  static boolean sayTheSame(List<DealLine> said, List<DealLine> kept) {
    return told(said).equals(told(kept));
  }

  private static List<DealLine> told(List<DealLine> lines) {
    return lines.stream()
        .map(
            line ->
                new DealLine(
                    null,
                    line.description().lines().findFirst().orElse(""),
                    line.unit(),
                    line.quantity(),
                    line.unitPrice(),
                    line.currency(),
                    line.discount()))
        .toList();
  }

  private static Set<UUID> tags(Set<UUID> record, Set<UUID> row) {
    Set<UUID> united = new LinkedHashSet<>(record);
    row.stream().sorted().filter(_ -> united.size() < TagRules.MAX_ON_RECORD).forEach(united::add);
    return united;
  }

  /** The record's keys with those of the row; its own id, which our exports write, is none. */
  private static @Nullable String keys(UUID own, @Nullable String record, @Nullable String row) {
    String keys = record;
    for (ExternalId key : ExternalId.parse(row)) {
      String more = ExternalId.add(keys, key);
      keys = more.length() > DealRules.MAX_TEXT || key.equals(ExternalId.ours(own)) ? keys : more;
    }
    return keys;
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  /** Notes are added, not replaced, and not twice. */
  private static @Nullable String text(@Nullable String record, @Nullable String row) {
    return record == null || row == null || record.contains(row)
        ? or(record, row)
        : record + "\n\n" + row;
  }
}
