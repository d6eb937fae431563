package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DemoActivitiesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final UUID OWNER = UUID.randomUUID();

  private static Collection<NewActivity> activities() {
    Map<DealId, DealData> deals = new LinkedHashMap<>();
    for (int i = 0; i < 200; i++) {
      deals.put(new DealId(UUID.randomUUID()), DealData.EMPTY);
    }
    return new DemoActivities(OWNER, NOW, 7)
        .with(deals, List.<DealContact>of())
        .activities()
        .values();
  }

  @Test
  void someAreDoneSomeOverdueAndAllCanBeKept() {
    assertThat(activities())
        .hasSizeGreaterThan(150)
        .allSatisfy(activity -> ActivityRules.check(activity.data()))
        .allSatisfy(
            activity ->
                assertThat(activity.doneAt() != null)
                    .isEqualTo(activity.data().status() == ActivityStatus.DONE))
        .anyMatch(activity -> activity.data().status() == ActivityStatus.DONE)
        .anyMatch(activity -> activity.data().status() == ActivityStatus.OPEN);
  }

  @Test
  void theSameSeedGivesTheSameDiary() {
    assertThat(activities().stream().map(NewActivity::data).toList())
        .isEqualTo(activities().stream().map(NewActivity::data).toList());
  }
}
