package eu.rempart.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.db.TestDatabase;
import eu.rempart.history.RecordRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecallServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final CurrentMember current = new CurrentMember();
  private final Ticking clock = new Ticking();
  private RecallService recall;
  private SignedInMember anna;

  /** A second later each time it is asked. */
  private static final class Ticking extends Clock {

    private Instant now = Instant.parse("2026-11-26T08:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }
  }

  @BeforeEach
  void open() {
    recall =
        new RecallService(
            new RecallRepository(database.app()), new Rights(current), current, clock);
    anna = member(Role.READER);
  }

  private SignedInMember member(Role role) {
    return new SignedInMember(database.member(role.name()), role, UUID.randomUUID(), null);
  }

  private <T> T as(SignedInMember member, Callable<T> work) throws Exception {
    return current.callAs(member, work);
  }

  private void mark(SignedInMember member, RecordRef ref, boolean favourite) {
    current.runAs(member, () -> recall.mark(ref, favourite));
  }

  private static RecordRef record(String kind) {
    return new RecordRef(kind, UUID.randomUUID());
  }

  @Test
  void marksComeBackLatestFirstUntilTheyAreTakenAway() throws Exception {
    RecordRef first = record("contact");
    RecordRef second = record("deal");
    mark(anna, first, true);
    mark(anna, second, true);
    mark(anna, first, true);

    assertThat(as(anna, () -> recall.favourites(10))).containsExactly(second, first);
    assertThat(as(anna, () -> recall.favourites(1))).containsExactly(second);

    mark(anna, second, false);
    assertThat(as(anna, () -> recall.favourites(10))).containsExactly(first);
    assertThat(as(anna, () -> recall.isFavourite(second))).isFalse();
  }

  @Test
  void nobodySeesWhatAnotherMarkedOrLookedAt() throws Exception {
    RecordRef ref = record("company");
    mark(anna, ref, true);
    current.runAs(anna, () -> recall.visited(ref));
    SignedInMember bert = member(Role.ADMINISTRATOR);

    assertThat(as(bert, () -> recall.favourites(10))).isEmpty();
    assertThat(as(bert, () -> recall.recent(10))).isEmpty();
    mark(bert, ref, false);
    assertThat(as(anna, () -> recall.isFavourite(ref))).isTrue();
  }

  @Test
  void onlyTheLatestVisitsAreKept() throws Exception {
    RecordRef often = record("contact");
    current.runAs(anna, () -> recall.visited(often));
    for (int i = 0; i < RecallService.VISITS + 10; i++) {
      current.runAs(anna, () -> recall.visited(record("company")));
    }
    current.runAs(anna, () -> recall.visited(often));

    List<RecordRef> recent = as(anna, () -> recall.recent(RecallService.VISITS));

    assertThat(recent).hasSize(RecallService.VISITS).startsWith(often).doesNotHaveDuplicates();
    assertThat(
            database
                .app()
                .fetchCount(
                    org.jooq.impl.DSL.table("visit"),
                    org.jooq.impl.DSL.field("member_id").eq(anna.memberId())))
        .isEqualTo(RecallService.VISITS);
  }

  @Test
  void engineersHaveNoneOfIt() {
    SignedInMember eve = member(Role.ENGINEER);
    RecordRef ref = record("contact");

    List<Callable<?>> doors =
        List.of(
            () -> recall.favourites(1),
            () -> recall.recent(1),
            () -> recall.isFavourite(ref),
            () -> {
              recall.mark(ref, true);
              return true;
            },
            () -> {
              recall.visited(ref);
              return true;
            });
    doors.forEach(
        door -> assertThatThrownBy(() -> as(eve, door)).isInstanceOf(NotPermittedException.class));
  }
}
