package eu.rempart.presence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.history.RecordRef;
import eu.rempart.team.WithNarrowedMembers;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looks at the same record. */
class PresenceServiceTest extends WithNarrowedMembers {

  @Autowired private PresenceService presences;
  @Autowired private DraftService drafts;

  @Test
  void whoLooksAndWhoEditsIsSeenByTheOthers() throws Exception {
    SignedInMember eve = join(Role.MEMBER);
    ContactId id = person("Looked at", admin().memberId());
    RecordRef record = new RecordRef("contact", id.value());
    CountDownLatch news = new CountDownLatch(1);
    UUID mine = presences.enter(record, news::countDown);
    UUID page = as(eve, () -> presences.enter(record, () -> {}));

    assertThat(news.await(30, TimeUnit.SECONDS)).as("the page hears of it").isTrue();
    assertThat(presences.others(record)).containsExactly(new Presence(eve.memberId(), false));
    as(
        eve,
        () -> {
          ContactData typed = ContactData.builder().lastName("Typed").build();
          drafts.keep(new DraftKey("contact", id.value()), 1, typed, typed);
          return true;
        });
    assertThat(presences.others(record)).containsExactly(new Presence(eve.memberId(), true));
    presences.leave(page);
    assertThat(presences.others(record)).isEmpty();
    presences.leave(mine);
    assertThat(as(eve, () -> presences.others(record))).isEmpty();
  }

  @Test
  void whoMayNotReadTheRecordLearnsNothing() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    RecordRef record = new RecordRef("contact", person("Hidden", admin().memberId()).value());
    UUID page = presences.enter(record, () -> {});
    assertThat(as(eve, () -> presences.others(record))).isEmpty();
    presences.leave(page);
  }
}
