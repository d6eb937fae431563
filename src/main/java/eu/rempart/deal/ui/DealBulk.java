package eu.rempart.deal.ui;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.db.Reason;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.DealService;
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

/** What can be done to many deals at once. */
@Component
class DealBulk implements BulkRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DealService deals;
  private final Pipelines pipelines;
  private final CustomFields custom;

  DealBulk(DealService deals, Pipelines pipelines, CustomFields custom) {
    this.deals = deals;
    this.pipelines = pipelines;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "deal";
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
      List<DealId> there = deals.findAll(typed(ids)).stream().map(Deal::id).toList();
      deals.archive(there);
      return there.size();
    };
  }

  @Override
  public List<BulkField<?>> fields() {
    List<BulkField<?>> all = new ArrayList<>(DealBulkFields.of(pipelines.book(), this::edit));
    all.addAll(CustomBulk.of(custom.book(kind()).writable(), this::fill));
    return all;
  }

  @Override
  public @Nullable Object now(String column, UUID id) {
    return deals
        .find(new DealId(id))
        .flatMap(
            found ->
                CustomBulk.now(column, found.data().custom())
                    .<Object>map(text -> text)
                    .or(() -> now(column, found.data())))
        .orElse(null);
  }

  private static Optional<Object> now(String column, DealData data) {
    return Arrays.stream(DealField.values())
        .filter(field -> field.column().equals(column))
        .findFirst()
        .flatMap(field -> Optional.ofNullable(field.valueIn(data)));
  }

  @Override
  public void seen(List<UUID> ids) {
    deals.awaitIndex(typed(ids), PATIENCE);
  }

  private ToIntFunction<List<UUID>> edit(Consumer<DealDataBuilder> change) {
    return ids ->
        apply(
            ids,
            data -> {
              DealDataBuilder builder = data.toBuilder();
              change.accept(builder);
              return builder.build();
            });
  }

  private ToIntFunction<List<UUID>> fill(UUID field, String value) {
    return ids ->
        apply(ids, data -> data.toBuilder().custom(data.custom().with(field, value)).build());
  }

  private interface Edit {
    DealData of(DealData data);
  }

  private int apply(List<UUID> ids, Edit edit) {
    Map<Deal, DealData> changes = new HashMap<>();
    for (Deal each : deals.findAll(typed(ids))) {
      DealData edited = edit.of(each.data());
      if (!DealField.changed(each.data(), edited).isEmpty() && fits(edited)) {
        changes.put(each, edited);
      }
    }
    return changes.isEmpty() ? 0 : changes.size() - deals.saveAll(changes, Reason.EDIT).size();
  }

  /**
   * One that can't be kept so is left alone: a name that does not open must not stop the others.
   */
  private static boolean fits(DealData edited) {
    try {
      DealRules.check(edited);
      return true;
    } catch (InvalidFieldException _) {
      return false;
    }
  }

  private static List<DealId> typed(List<UUID> ids) {
    return ids.stream().map(DealId::new).toList();
  }
}
