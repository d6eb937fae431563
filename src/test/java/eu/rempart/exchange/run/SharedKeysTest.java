package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.NewActivity;
import eu.rempart.common.Ids;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.NamedCompanies;
import eu.rempart.db.Reason;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of a key or a name that very many records share some are read, and none of another's is lost. */
class SharedKeysTest extends DealImportCase {

  private static final int VERY_MANY = 1_200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private final String key = UUID.randomUUID().toString();

  SharedKeysTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    openPipelines(house);
  }

  private static <I, D> Map<I, D> many(int number, Function<UUID, I> id, D data) {
    return Stream.generate(Ids::next).limit(number).collect(Collectors.toMap(id, _ -> data));
  }

  @Test
  void companiesOfOneName() {
    Map<CompanyId, CompanyData> shops =
        many(VERY_MANY, CompanyId::new, CompanyData.builder().name("Shop " + key).build());
    house.as(
        () -> {
          house.companies().createAll(shops, Reason.EDIT);
          house.companies().tellIndex(shops.keySet()).accept(PATIENCE);
          return true;
        });

    List<CompanyId> found = house.as(() -> house.companies().matching(null, "Shop " + key));

    assertThat(found).hasSizeBetween(2, 500);
    assertThat(house.as(() -> house.bean(NamedCompanies.class).of(List.of("Shop " + key))))
        .hasSize(1)
        .allSatisfy((_, shown) -> assertThat(shown).hasSizeBetween(2, 500));
  }

  @Test
  void dealsOfOneKey() {
    DealData shared =
        DealData.builder()
            .name("Deal " + key)
            .stageId(stage("Sales", "New").kept())
            .externalId("hubspot:" + key)
            .build();
    Map<DealId, DealData> deals = many(VERY_MANY, DealId::new, shared);
    Map<DealId, DealData> alone =
        many(1, DealId::new, shared.toBuilder().externalId("hubspot:alone-" + key).build());
    house.as(
        () -> {
          DealService service = house.bean(DealService.class);
          service.createAll(deals, Reason.EDIT);
          service.createAll(alone, Reason.EDIT);
          service.tellIndex(deals.keySet()).accept(PATIENCE);
          service.tellIndex(alone.keySet()).accept(PATIENCE);
          return true;
        });

    List<DealId> found =
        house.as(
            () ->
                house
                    .bean(NamedDeals.class)
                    .matching(List.of("hubspot:" + key, "hubspot:alone-" + key)));

    assertThat(found).hasSizeBetween(3, 51).containsAll(alone.keySet());
  }

  @Test
  void activitiesOfOneKey() {
    ActivityData shared =
        ActivityData.builder().subject("Call " + key).externalId("hubspot:" + key).build();
    Map<ActivityId, NewActivity> calls =
        many(VERY_MANY, ActivityId::new, new NewActivity(shared, ActivityLinks.NONE));
    Map<ActivityId, NewActivity> alone =
        many(
            1,
            ActivityId::new,
            new NewActivity(
                shared.toBuilder().externalId("hubspot:alone-" + key).build(), ActivityLinks.NONE));
    ManyActivitiesService many = house.bean(ManyActivitiesService.class);
    house.as(
        () -> {
          ActivityService service = house.bean(ActivityService.class);
          service.createAll(calls, Reason.EDIT);
          service.createAll(alone, Reason.EDIT);
          many.tellIndex(calls.keySet()).accept(PATIENCE);
          many.tellIndex(alone.keySet()).accept(PATIENCE);
          return true;
        });

    List<ActivityId> found =
        house.as(() -> many.matching(List.of("hubspot:" + key, "hubspot:alone-" + key)));

    assertThat(found).hasSizeBetween(3, 51).containsAll(alone.keySet());
    assertThat(house.as(() -> many.matching("hubspot:" + key))).hasSizeBetween(1, 50);
  }
}
