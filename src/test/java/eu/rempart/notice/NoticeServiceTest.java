package eu.rempart.notice;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.UploadService;
import eu.rempart.history.RecordRef;
import eu.rempart.team.WithNarrowedMembers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What members are told of, and what they are not. */
class NoticeServiceTest extends WithNarrowedMembers {

  @Autowired private NoticeService notices;
  @Autowired private NoticeBoard board;
  @Autowired private NoticeRepository repository;
  @Autowired private ActivityService activities;
  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;

  private void give(ContactId id, @Nullable UUID owner) {
    Contact contact = contacts.find(id).orElseThrow();
    contacts.save(
        id, contact.version(), contact.data(), contact.data().toBuilder().ownerId(owner).build());
  }

  @Test
  void whoGetsARecordFromSomebodyElseIsTold() throws Exception {
    SignedInMember eve = join(Role.MEMBER);
    ContactId id = person("Handed over", admin().memberId());
    CountDownLatch told = new CountDownLatch(1);
    Runnable stop = board.listen(eve.memberId(), told::countDown);
    give(id, eve.memberId());

    List<Notice> mine = as(eve, () -> notices.mine(null, 10));
    assertThat(mine).hasSize(1);
    assertThat(mine.getFirst().kind()).isEqualTo(NoticeKind.ASSIGNED);
    assertThat(mine.getFirst().record()).isEqualTo(new RecordRef("contact", id.value()));
    assertThat(mine.getFirst().by()).isEqualTo(admin().memberId());
    assertThat(as(eve, () -> notices.unread())).isEqualTo(1);
    assertThat(told.await(30, TimeUnit.SECONDS)).as("pages hear of it").isTrue();
    stop.run();

    as(
        eve,
        () -> {
          notices.read(mine.getFirst());
          return true;
        });
    assertThat(as(eve, () -> notices.unread())).isZero();
    assertThat(as(eve, () -> notices.mine(null, 10))).allMatch(Notice::read);
  }

  @Test
  void whoGetsAnActivityOrADocumentFromSomebodyElseIsTold() throws Exception {
    SignedInMember eve = join(Role.MEMBER);
    admin();
    ActivityData call =
        ActivityData.builder()
            .kind(ActivityKind.CALL)
            .subject("Call")
            .ownerId(eve.memberId())
            .build();
    ActivityId activity = activities.create(call, ActivityLinks.NONE);
    UUID upload = uploads.begin("plan.txt", 4, "").id();
    uploads.append(upload, 0, new ByteArrayInputStream("plan".getBytes(StandardCharsets.UTF_8)));
    Document plan = ((Brought.Kept) documents.create(upload, null, List.of())).document();
    DocumentData data = plan.data();
    documents.save(
        plan.id(),
        plan.version(),
        data,
        DocumentData.named(String.valueOf(data.name()), data.folder(), eve.memberId()));

    assertThat(as(eve, () -> notices.mine(null, 10)))
        .allMatch(notice -> notice.kind() == NoticeKind.ASSIGNED)
        .extracting(Notice::record)
        .containsExactlyInAnyOrder(
            new RecordRef("activity", activity.value()),
            new RecordRef("document", plan.id().value()));
  }

  @Test
  void nobodyIsToldOfWhatTheyDidOrDoNotWantToKnow() {
    SignedInMember eve = join(Role.MEMBER);
    admin();
    as(eve, () -> person("Her own", eve.memberId()));
    assertThat(as(eve, () -> notices.mine(null, 10))).isEmpty();
    as(
        eve,
        () -> {
          notices.choose(new NoticeChoice(Set.of(NoticeKind.values()), MailPace.NEVER));
          return true;
        });
    ContactId id = person("Unwanted", eve.memberId());
    notices.tell(
        NoticeKind.MENTIONED, new RecordRef("contact", id.value()), List.of(eve.memberId()));
    assertThat(as(eve, () -> notices.mine(null, 10))).isEmpty();
    assertThat(as(eve, () -> notices.choice()).mail()).isEqualTo(MailPace.NEVER);
  }

  @Test
  void aMentionOfWhoMayNotSeeTheRecordReachesNobody() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ContactId hidden = person("Hidden", admin().memberId());
    notices.tell(
        NoticeKind.MENTIONED, new RecordRef("contact", hidden.value()), List.of(eve.memberId()));
    assertThat(as(eve, () -> notices.mine(null, 10))).isEmpty();
    assertThat(as(eve, () -> notices.unread())).isZero();

    give(hidden, eve.memberId());
    assertThat(as(eve, () -> notices.unread())).as("now that it is hers").isEqualTo(2);
  }

  @Test
  void aLetterCountsWhatIsUnreadOnceAndKeepsItsPace() {
    SignedInMember eve = join(Role.MEMBER);
    admin();
    person("First", eve.memberId());
    person("Second", eve.memberId());
    Instant now = Instant.now();
    assertThat(repository.waiting(now.plusSeconds(60))).contains(eve.memberId());
    assertThat(repository.beginLetter(eve.memberId(), now, now.minus(Duration.ofDays(1)))).isTrue();
    assertThat(repository.mailed(eve.memberId())).isEqualTo(2);
    assertThat(repository.mailed(eve.memberId())).isZero();
    Instant later = now.plus(Duration.ofHours(2));
    assertThat(repository.beginLetter(eve.memberId(), later, later.minus(Duration.ofDays(1))))
        .as("one a day")
        .isFalse();
    assertThat(repository.beginLetter(eve.memberId(), later, later.minus(Duration.ofHours(1))))
        .as("one an hour")
        .isTrue();
  }
}
