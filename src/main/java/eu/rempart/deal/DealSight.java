package eu.rempart.deal;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomSight;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a deal whoever acts on this thread may see, and what they may change. */
final class DealSight {

  private final Rights rights;
  private final CustomChecks custom;

  DealSight(Rights rights, CustomChecks custom) {
    this.rights = rights;
    this.custom = custom;
  }

  private Set<DealField> hidden() {
    Set<String> columns = rights.hidden(DealSearch.KIND);
    return columns.isEmpty()
        ? Set.of()
        : EnumSet.allOf(DealField.class).stream()
            .filter(field -> columns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DealField.class)));
  }

  /** Without the fields that are hidden. */
  Deal seen(Deal deal) {
    Set<DealField> hidden = hidden();
    return rights.hidden(DealSearch.KIND).isEmpty()
        ? deal
        : new Deal(
            deal.id(),
            deal.version(),
            seen(deal.data(), hidden),
            deal.standing(),
            without(hidden, deal.unopenable()),
            deal.created(),
            deal.changed());
  }

  /** Each without the fields that are hidden. */
  List<DealRow> seen(List<DealRow> rows) {
    Set<DealField> hidden = hidden();
    return rights.hidden(DealSearch.KIND).isEmpty()
        ? rows
        : rows.stream().map(row -> seen(row, hidden)).toList();
  }

  private DealRow seen(DealRow row, Set<DealField> hidden) {
    return new DealRow(
        row.id(),
        row.version(),
        seen(row.shown(), hidden),
        without(hidden, row.unopenable()),
        hidden.contains(DealField.COMPANY) ? null : row.company(),
        row.state(),
        row.since(),
        row.closedAt(),
        row.createdAt(),
        row.changedAt());
  }

  private DealData seen(DealData data, Set<DealField> hidden) {
    DealData rest = DealField.copy(hidden, DealData.EMPTY, data);
    Set<UUID> own = CustomSight.hidden(rights, DealSearch.KIND);
    return own.isEmpty()
        ? rest
        : rest.toBuilder().custom(CustomSight.without(rest.custom(), own)).build();
  }

  private static Map<DealField, String> without(
      Set<DealField> hidden, Map<DealField, String> unopenable) {
    Map<DealField, String> rest = new EnumMap<>(DealField.class);
    unopenable.forEach(
        (field, code) -> {
          if (!hidden.contains(field)) {
            rest.put(field, code);
          }
        });
    return rest;
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  DealData owned(DealData data) {
    UUID owner = rights.ownerOfNew(DealSearch.KIND, data.ownerId());
    return Objects.equals(owner, data.ownerId()) ? data : data.toBuilder().ownerId(owner).build();
  }

  /**
   * Goes on only if these may be kept as new ones.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a custom field can't have its value
   */
  void requireNew(Collection<DealData> all) {
    rights.requireOwners(
        Right.WRITE_RECORDS, DealSearch.KIND, all.stream().map(DealData::ownerId).toList());
    Set<DealField> filled = EnumSet.noneOf(DealField.class);
    if (!rights.fixed(DealSearch.KIND).isEmpty()) {
      all.forEach(data -> filled.addAll(DealField.changed(DealData.EMPTY, data)));
      requireColumns(filled);
    }
    custom.check(
        rights,
        DealSearch.KIND,
        all.stream()
            .map(data -> new CustomChecks.Change(CustomValues.NONE, data.custom()))
            .toList());
  }

  /**
   * Goes on only if this one may be changed so.
   *
   * @param mine what changes
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a custom field can't have its value
   */
  void requireChange(UUID id, Set<DealField> mine, DealData before, DealData after) {
    rights.require(Right.WRITE_RECORDS, DealSearch.KIND, List.of(id));
    requireChange(mine, after);
    custom.check(rights, DealSearch.KIND, before.custom(), after.custom());
  }

  /**
   * Goes on only if these may be changed so.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChanges(Map<Deal, DealData> changes) {
    rights.require(
        Right.WRITE_RECORDS,
        DealSearch.KIND,
        changes.keySet().stream().map(deal -> deal.id().value()).toList());
    changes.forEach((deal, after) -> requireChange(DealField.changed(deal.data(), after), after));
    custom.check(
        rights,
        DealSearch.KIND,
        changes.entrySet().stream()
            .map(
                change ->
                    new CustomChecks.Change(
                        change.getKey().data().custom(), change.getValue().custom()))
            .toList());
  }

  private void requireChange(Set<DealField> mine, DealData after) {
    requireColumns(mine);
    if (mine.contains(DealField.OWNER)) {
      rights.requireOwners(
          Right.WRITE_RECORDS,
          DealSearch.KIND,
          java.util.Arrays.<@Nullable UUID>asList(after.ownerId()));
    }
  }

  private void requireColumns(Set<DealField> fields) {
    rights.requireColumns(DealSearch.KIND, fields.stream().map(DealField::column).toList());
  }

  /**
   * What is written of a change: custom fields that are hidden keep their values, of which it knows
   * nothing.
   *
   * @param stored reads what the record has
   */
  DealData written(Set<DealField> mine, DealData after, Supplier<Optional<Deal>> stored) {
    Set<UUID> hidden = CustomSight.hidden(rights, DealSearch.KIND);
    return hidden.isEmpty() || !mine.contains(DealField.CUSTOM)
        ? after
        : stored.get().map(now -> whole(after, now, hidden)).orElse(after);
  }

  /** As {@link #written(Set, DealData, Supplier)}, of many. */
  Map<Deal, DealData> written(
      Map<Deal, DealData> changes, Function<List<UUID>, List<Deal>> stored) {
    Set<UUID> hidden = CustomSight.hidden(rights, DealSearch.KIND);
    if (hidden.isEmpty()) {
      return changes;
    }
    Map<DealId, Deal> now =
        stored.apply(changes.keySet().stream().map(each -> each.id().value()).toList()).stream()
            .collect(Collectors.toMap(Deal::id, Function.identity()));
    Map<Deal, DealData> written = new HashMap<>(changes);
    written.replaceAll(
        (before, after) -> {
          Deal kept = now.get(before.id());
          return kept == null || after.custom().equals(before.data().custom())
              ? after
              : whole(after, kept, hidden);
        });
    return written;
  }

  private static DealData whole(DealData after, Deal stored, Set<UUID> hidden) {
    return after.toBuilder()
        .custom(CustomSight.with(after.custom(), stored.data().custom(), hidden))
        .build();
  }
}
