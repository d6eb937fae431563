package eu.rempart.deal.ui;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.db.Reason;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.custom.CustomFieldBulk;
import eu.rempart.shell.custom.CustomFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many deals at once. */
@Component
class DealBulk extends CustomFieldBulk<Deal, DealField, DealData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DealService deals;
  private final Pipelines pipelines;

  DealBulk(DealService deals, Pipelines pipelines, CustomFields custom) {
    super(DealField.class, custom);
    this.deals = deals;
    this.pipelines = pipelines;
  }

  @Override
  public String kind() {
    return "deal";
  }

  @Override
  protected List<Deal> read(List<UUID> ids) {
    return deals.findAll(typed(ids));
  }

  @Override
  protected DealData dataOf(Deal found) {
    return found.data();
  }

  @Override
  protected DealData ownedBy(DealData data, @Nullable UUID owner) {
    return data.toBuilder().ownerId(owner).build();
  }

  @Override
  protected Set<UUID> tagsOf(DealData data) {
    return data.tags();
  }

  @Override
  protected DealData tagged(DealData data, Set<UUID> tags) {
    return data.toBuilder().tags(tags).build();
  }

  @Override
  protected CustomValues customOf(DealData data) {
    return data.custom();
  }

  @Override
  protected DealData with(DealData data, CustomValues values) {
    return data.toBuilder().custom(values).build();
  }

  @Override
  protected Set<Deal> keepable(Map<Deal, DealData> changes) {
    return deals.keepable(changes);
  }

  @Override
  protected int save(Map<Deal, DealData> changes) {
    return deals.saveAll(changes, Reason.EDIT).size();
  }

  @Override
  protected int archive(List<Deal> there) {
    deals.archive(there.stream().map(Deal::id).toList());
    return there.size();
  }

  @Override
  protected List<BulkField<?>> own() {
    return DealBulkFields.of(pipelines.book(), this::built);
  }

  private ToIntFunction<List<UUID>> built(Consumer<DealDataBuilder> change) {
    return edit(
        data -> {
          DealDataBuilder builder = data.toBuilder();
          change.accept(builder);
          return builder.build();
        });
  }

  @Override
  public void seen(List<UUID> ids) {
    deals.awaitIndex(typed(ids), PATIENCE);
  }

  private static List<DealId> typed(List<UUID> ids) {
    return ids.stream().map(DealId::new).toList();
  }
}
