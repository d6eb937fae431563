package eu.rempart.company.ui;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyDataBuilder;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyRules;
import eu.rempart.company.CompanyService;
import eu.rempart.db.Reason;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.BulkRoom;
import eu.rempart.shell.custom.CustomBulk;
import eu.rempart.shell.custom.CustomFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many companies at once. */
@Component
class CompanyBulk implements BulkRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CompanyService companies;
  private final CustomFields custom;

  CompanyBulk(CompanyService companies, CustomFields custom) {
    this.companies = companies;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public ToIntFunction<List<UUID>> assign(@Nullable UUID owner) {
    return edit(builder -> builder.ownerId(owner));
  }

  @Override
  public ToIntFunction<List<UUID>> tag(Set<UUID> added, Set<UUID> removed) {
    return ids ->
        apply(
            ids,
            data -> {
              Set<UUID> tags = new LinkedHashSet<>(data.tags());
              tags.addAll(added);
              tags.removeAll(removed);
              return data.toBuilder().tags(tags).build();
            });
  }

  @Override
  public ToIntFunction<List<UUID>> archive() {
    return ids -> {
      List<CompanyId> there = companies.findAll(typed(ids)).stream().map(Company::id).toList();
      companies.archive(there);
      return there.size();
    };
  }

  @Override
  public List<BulkField<?>> fields() {
    List<BulkField<?>> all = new ArrayList<>(CompanyBulkFields.of(this::edit));
    all.addAll(CustomBulk.of(custom.book(kind()).writable(), this::fill));
    return all;
  }

  @Override
  public @Nullable Object now(String column, UUID id) {
    return companies
        .find(new CompanyId(id))
        .flatMap(
            found ->
                CustomBulk.now(column, found.data().custom())
                    .<Object>map(text -> text)
                    .or(() -> now(column, found.data())))
        .orElse(null);
  }

  private static Optional<Object> now(String column, CompanyData data) {
    return Arrays.stream(CompanyField.values())
        .filter(field -> field.column().equals(column))
        .findFirst()
        .flatMap(field -> Optional.ofNullable(field.valueIn(data)));
  }

  @Override
  public void seen(List<UUID> ids) {
    companies.tellIndex(typed(ids)).accept(PATIENCE);
  }

  private ToIntFunction<List<UUID>> edit(Consumer<CompanyDataBuilder> change) {
    return ids ->
        apply(
            ids,
            data -> {
              CompanyDataBuilder builder = data.toBuilder();
              change.accept(builder);
              return builder.build();
            });
  }

  private ToIntFunction<List<UUID>> fill(UUID field, String value) {
    return ids ->
        apply(ids, data -> data.toBuilder().custom(data.custom().with(field, value)).build());
  }

  private interface Edit {
    CompanyData of(CompanyData data);
  }

  private int apply(List<UUID> ids, Edit edit) {
    Map<Company, CompanyData> changes = new HashMap<>();
    for (Company each : companies.findAll(typed(ids))) {
      CompanyData edited = edit.of(each.data());
      if (!CompanyField.changed(each.data(), edited).isEmpty() && fits(each, edited)) {
        changes.put(each, edited);
      }
    }
    return changes.isEmpty() ? 0 : changes.size() - companies.saveAll(changes, Reason.EDIT).size();
  }

  /**
   * One that can't be kept so is left alone: a name that does not open must not stop the others.
   */
  private static boolean fits(Company before, CompanyData edited) {
    try {
      CompanyRules.check(before.id(), edited);
      return true;
    } catch (InvalidFieldException _) {
      return false;
    }
  }

  private static List<CompanyId> typed(List<UUID> ids) {
    return ids.stream().map(CompanyId::new).toList();
  }
}
