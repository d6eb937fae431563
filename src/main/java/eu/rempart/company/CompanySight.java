package eu.rempart.company;

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

/** What of a company whoever acts on this thread may see, and what they may change. */
final class CompanySight {

  private final Rights rights;
  private final CustomChecks custom;

  CompanySight(Rights rights, CustomChecks custom) {
    this.rights = rights;
    this.custom = custom;
  }

  private Set<CompanyField> hidden() {
    Set<String> columns = rights.hidden(CompanySearch.KIND);
    return columns.isEmpty()
        ? Set.of()
        : EnumSet.allOf(CompanyField.class).stream()
            .filter(field -> columns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CompanyField.class)));
  }

  /** Without the fields that are hidden. */
  Company seen(Company company) {
    Set<CompanyField> hidden = hidden();
    return rights.hidden(CompanySearch.KIND).isEmpty()
        ? company
        : new Company(
            company.id(),
            company.version(),
            seen(company.data(), hidden),
            without(hidden, company.unopenable()),
            company.created(),
            company.changed());
  }

  /** Each without the fields that are hidden. */
  List<CompanyRow> seen(List<CompanyRow> rows) {
    Set<CompanyField> hidden = hidden();
    return rights.hidden(CompanySearch.KIND).isEmpty()
        ? rows
        : rows.stream().map(row -> seen(row, hidden)).toList();
  }

  private CompanyRow seen(CompanyRow row, Set<CompanyField> hidden) {
    return new CompanyRow(
        row.id(),
        seen(row.shown(), hidden),
        without(hidden, row.unopenable()),
        row.createdAt(),
        row.changedAt());
  }

  private CompanyData seen(CompanyData data, Set<CompanyField> hidden) {
    CompanyData rest = CompanyField.copy(hidden, CompanyData.EMPTY, data);
    Set<UUID> own = CustomSight.hidden(rights, CompanySearch.KIND);
    return own.isEmpty()
        ? rest
        : rest.toBuilder().custom(CustomSight.without(rest.custom(), own)).build();
  }

  private static Map<CompanyField, String> without(
      Set<CompanyField> hidden, Map<CompanyField, String> unopenable) {
    Map<CompanyField, String> rest = new EnumMap<>(CompanyField.class);
    unopenable.forEach(
        (field, code) -> {
          if (!hidden.contains(field)) {
            rest.put(field, code);
          }
        });
    return rest;
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  CompanyData owned(CompanyData data) {
    UUID owner = rights.ownerOfNew(CompanySearch.KIND, data.ownerId());
    return Objects.equals(owner, data.ownerId()) ? data : data.toBuilder().ownerId(owner).build();
  }

  /**
   * Goes on only if these may be kept as new ones.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a custom field can't have its value
   */
  void requireNew(Collection<CompanyData> all) {
    rights.requireOwners(
        Right.WRITE_RECORDS, CompanySearch.KIND, all.stream().map(CompanyData::ownerId).toList());
    Set<CompanyField> filled = EnumSet.noneOf(CompanyField.class);
    if (!rights.fixed(CompanySearch.KIND).isEmpty()) {
      all.forEach(data -> filled.addAll(CompanyField.changed(CompanyData.EMPTY, data)));
      requireColumns(filled);
    }
    custom.check(
        rights,
        CompanySearch.KIND,
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
  void requireChange(UUID id, Set<CompanyField> mine, CompanyData before, CompanyData after) {
    rights.require(Right.WRITE_RECORDS, CompanySearch.KIND, List.of(id));
    requireChange(mine, after);
    custom.check(rights, CompanySearch.KIND, before.custom(), after.custom());
  }

  private void requireChange(Set<CompanyField> mine, CompanyData after) {
    requireColumns(mine);
    if (mine.contains(CompanyField.OWNER)) {
      rights.requireOwners(
          Right.WRITE_RECORDS,
          CompanySearch.KIND,
          java.util.Arrays.<@Nullable UUID>asList(after.ownerId()));
    }
  }

  private void requireColumns(Set<CompanyField> fields) {
    rights.requireColumns(CompanySearch.KIND, fields.stream().map(CompanyField::column).toList());
  }

  /**
   * Goes on only if these may be changed so.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChanges(Map<Company, CompanyData> changes) {
    rights.require(
        Right.WRITE_RECORDS,
        CompanySearch.KIND,
        changes.keySet().stream().map(company -> company.id().value()).toList());
    changes.forEach(
        (company, after) -> requireChange(CompanyField.changed(company.data(), after), after));
    custom.check(
        rights,
        CompanySearch.KIND,
        changes.entrySet().stream()
            .map(
                change ->
                    new CustomChecks.Change(
                        change.getKey().data().custom(), change.getValue().custom()))
            .toList());
  }

  /**
   * What is written of a change: custom fields that are hidden keep their values, of which it knows
   * nothing.
   *
   * @param stored reads what the record has
   */
  CompanyData written(
      Set<CompanyField> mine, CompanyData after, Supplier<Optional<Company>> stored) {
    Set<UUID> hidden = CustomSight.hidden(rights, CompanySearch.KIND);
    return hidden.isEmpty() || !mine.contains(CompanyField.CUSTOM)
        ? after
        : stored.get().map(now -> whole(after, now, hidden)).orElse(after);
  }

  /** As {@link #written(Set, CompanyData, Supplier)}, of many. */
  Map<Company, CompanyData> written(
      Map<Company, CompanyData> changes, Function<List<UUID>, List<Company>> stored) {
    Set<UUID> hidden = CustomSight.hidden(rights, CompanySearch.KIND);
    if (hidden.isEmpty()) {
      return changes;
    }
    Map<CompanyId, Company> now =
        stored.apply(changes.keySet().stream().map(each -> each.id().value()).toList()).stream()
            .collect(Collectors.toMap(Company::id, Function.identity()));
    Map<Company, CompanyData> written = new HashMap<>(changes);
    written.replaceAll(
        (before, after) -> {
          Company kept = now.get(before.id());
          return kept == null || after.custom().equals(before.data().custom())
              ? after
              : whole(after, kept, hidden);
        });
    return written;
  }

  private static CompanyData whole(CompanyData after, Company stored, Set<UUID> hidden) {
    return after.toBuilder()
        .custom(CustomSight.with(after.custom(), stored.data().custom(), hidden))
        .build();
  }
}
