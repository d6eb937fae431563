package eu.rempart.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.email.WithMail;
import eu.rempart.mail.Outbox;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The letter about what somebody did not read yet, through a real mail server. */
class NoticeDigestTest extends WithMail {

  @Autowired private NoticeService notices;
  @Autowired private NoticeRepository repository;
  @Autowired private Outbox outbox;
  @Autowired private TransactionOperations transactions;

  private String address = "";

  private SignedInMember reader() {
    address = someone().value();
    SignedInMember eve = joinAs(address, Role.MEMBER);
    admin();
    return eve;
  }

  private void round(Duration later) {
    Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
    new NoticeDigest(repository, outbox, transactions, clock).send();
  }

  private List<MimeMessage> letters() {
    return Arrays.stream(SERVERS.green().getReceivedMessages())
        .filter(
            message -> {
              try {
                return message.getAllRecipients()[0].toString().equals(address);
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private void awaitLetters(int count) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(letters()).hasSize(count));
  }

  @Test
  void whatIsUnreadIsCountedInOneLetterADayWithoutSayingWhat() throws Exception {
    SignedInMember eve = reader();
    person("Geheimnis One", eve.memberId());
    person("Geheimnis Two", eve.memberId());

    round(Duration.ofMinutes(1));
    assertThat(repository.waiting(Instant.now().plusSeconds(60)))
        .as("whoever is there reads it on the page")
        .contains(eve.memberId());

    round(NoticeDigest.GRACE.plusMinutes(1));
    awaitLetters(1);
    MimeMessage letter = letters().getFirst();
    // she speaks French
    assertThat(letter.getSubject()).contains("2").doesNotContain("unread", "Geheimnis");
    assertThat(letter.getContent().toString())
        .contains("/notices")
        .doesNotContain("Geheimnis", "unread");

    person("Geheimnis Three", eve.memberId());
    round(Duration.ofHours(2));
    assertThat(repository.waiting(Instant.now().plusSeconds(60)))
        .as("one letter a day")
        .contains(eve.memberId());
    round(Duration.ofHours(26));
    awaitLetters(2);
    assertThat(repository.waiting(Instant.now().plusSeconds(60))).doesNotContain(eve.memberId());
  }

  @Test
  void whoReadsItOnThePageOrWantsNoLetterGetsNone() {
    SignedInMember eve = reader();
    person("Read at once", eve.memberId());
    as(
        eve,
        () -> {
          notices.readAll();
          return true;
        });
    assertThat(repository.waiting(Instant.now().plusSeconds(60))).doesNotContain(eve.memberId());

    as(
        eve,
        () -> {
          notices.choose(new NoticeChoice(Set.of(), MailPace.NEVER));
          return true;
        });
    person("Never by mail", eve.memberId());
    round(Duration.ofDays(2));
    assertThat(repository.waiting(Instant.now().plusSeconds(60))).contains(eve.memberId());
  }
}
