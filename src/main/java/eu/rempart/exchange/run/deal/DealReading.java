package eu.rempart.exchange.run.deal;

import eu.rempart.common.ExternalId;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealField;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.deal.line.LineRefusedException;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.match.FileOwners;
import eu.rempart.exchange.run.match.FileTags;
import eu.rempart.exchange.run.match.Rest;
import eu.rempart.tag.TagId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From what a file says of a deal to what a record keeps, as far as whoever imports may. */
final class DealReading {

  private final ImportSource source;
  private final FileTags tags;
  private final FileOwners owners;
  private final Set<String> fixedColumns;
  private final Set<DealField> fixed;
  private final Set<UUID> fixedOwn;

  /**
   * For one file.
   *
   * @param fixedColumns those that whoever imports does not change
   * @param fixedOwn own fields that they do not change
   */
  DealReading(
      ImportSource source,
      FileTags tags,
      FileOwners owners,
      Set<String> fixedColumns,
      Set<UUID> fixedOwn) {
    this.source = source;
    this.tags = tags;
    this.owners = owners;
    this.fixedColumns = fixedColumns;
    this.fixedOwn = fixedOwn;
    this.fixed =
        EnumSet.allOf(DealField.class).stream()
            .filter(field -> fixedColumns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DealField.class)));
    if (fixed.contains(DealField.AMOUNT) || fixed.contains(DealField.CURRENCY)) {
      fixed.addAll(Set.of(DealField.AMOUNT, DealField.CURRENCY));
    }
  }

  /**
   * What a row says.
   *
   * @param data of a new deal, without company and stage
   * @param owner whose a deal that is there is to be; null for the one whom it has
   * @param rest what fits no field
   */
  record Read(DealData data, @Nullable UUID owner, Rest rest) {}

  /** Whether nobody could keep a deal who may not fill in what each of them has. */
  boolean isForbidden() {
    return fixed.contains(DealField.NAME)
        || fixed.contains(DealField.STAGE)
        || (fixed.contains(DealField.OWNER) && owners.read("").ofNew() != null);
  }

  boolean isFixed(String column) {
    return fixedColumns.contains(column);
  }

  Read read(ImportedDeal deal) {
    Rest rest = new Rest();
    FileTags.Read tagged = tags.read(deal.tags());
    rest.keep(tagged.rest());
    FileOwners.Owner owner = owners.read(deal.owner());
    if (!owner.known()) {
      rest.note(ProblemCode.OWNER_UNKNOWN, deal.owner());
    }
    ExternalId key = source.key(deal.externalId());
    List<DealLine> lines = lines(deal, rest);
    DealData said =
        DealData.builder()
            .name(deal.name())
            .amount(deal.amount())
            .currency(currency(deal, lines))
            .lines(lines)
            .amountBy(follows(deal, lines) ? AmountBy.PRODUCTS : AmountBy.HAND)
            .probability(deal.probability())
            .expectedClose(deal.expectedClose())
            .source(blank(deal.source()))
            .lostReason(blank(deal.lostReason()))
            .description(blank(deal.description()))
            .externalId(key == null ? null : key.key())
            .ownerId(owner.ofNew())
            .tags(tagged.ids())
            .custom(deal.custom())
            .build();
    DealData may = without(said);
    if (!may.equals(said)) {
      rest.note(ProblemCode.FIELD_FIXED);
    }
    return new Read(may, fixed.contains(DealField.OWNER) ? null : owner.named(), rest);
  }

  /** Null where there is nothing that costs anything. */
  private static @Nullable String currency(ImportedDeal deal, List<DealLine> lines) {
    if (deal.amount() != null) {
      return deal.currency();
    }
    return lines.isEmpty() ? null : lines.getFirst().currency();
  }

  /** Where a file says what products cost, and no amount, they are the amount. */
  private static boolean follows(ImportedDeal deal, List<DealLine> lines) {
    return deal.amount() == null && lines.stream().anyMatch(line -> line.unitPrice().signum() != 0);
  }

  /** Its products that can be kept; what the file says of others goes along as text. */
  private static List<DealLine> lines(ImportedDeal deal, Rest rest) {
    List<DealLine> kept = new ArrayList<>();
    for (DealLine line : deal.lines()) {
      kept.add(line);
      try {
        DealReckoning.settled(
            DealData.builder().currency(currency(deal, kept)).lines(kept).build());
      } catch (LineRefusedException _) {
        kept.removeLast();
        rest.note(ProblemCode.VALUE_INVALID, DealLine.KEPT.plain(List.of(line)));
      }
    }
    return kept;
  }

  private DealData without(DealData said) {
    DealData rest = fixed.isEmpty() ? said : DealField.copy(fixed, DealData.EMPTY, said);
    if (rest.lines().isEmpty() || rest.currency() == null) {
      rest = rest.toBuilder().lines(List.of()).amountBy(AmountBy.HAND).build();
    }
    if (fixedOwn.isEmpty() || rest.custom().isEmpty()) {
      return rest;
    }
    CustomValues own = rest.custom();
    for (UUID field : fixedOwn) {
      own = own.with(field, "");
    }
    return rest.toBuilder().custom(own).build();
  }

  Map<TagId, String> takeNewTags(Set<UUID> carried) {
    return tags.takeNew(carried);
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text;
  }
}
