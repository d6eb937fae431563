package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.team.WithNarrowedMembers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not say whether something is done neither does so by a click nor by any other way. */
class NarrowedStatusTest extends WithNarrowedMembers {

  @Autowired private ActivityService activities;
  @Autowired private SeriesService series;

  private ActivityId task() {
    return activities.create(
        ActivityData.builder().subject("To be done").ownerId(admin().memberId()).build(),
        ActivityLinks.NONE);
  }

  private SignedInMember eve(FieldRule rule) {
    return narrowed(Role.MEMBER, without("activity", Map.of("status", rule)));
  }

  @ParameterizedTest
  @EnumSource(FieldRule.class)
  void theServiceRefuses(FieldRule rule) {
    ActivityId id = task();
    SignedInMember eve = eve(rule);
    for (ActivityStatus status : ActivityStatus.values()) {
      assertThatThrownBy(() -> as(eve, () -> series.mark(List.of(id), status)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> as(eve, () -> activities.mark(List.of(id), status)))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThat(activities.find(id).orElseThrow().data().status()).isEqualTo(ActivityStatus.OPEN);
  }

  @Test
  void thePageOffersNoButton() {
    ActivityId id = task();
    open(ActivityNavigation.details(id), "");
    assertThat(offers("Mark as done")).isTrue();
    act(eve(FieldRule.READ_ONLY));
    open(ActivityNavigation.details(id), "");
    assertThat(offers("Edit")).isTrue();
    assertThat(offers("Mark as done")).isFalse();
  }
}
