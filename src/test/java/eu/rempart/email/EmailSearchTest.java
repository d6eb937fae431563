package eu.rempart.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.GlobalSearch;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** E-mails are found by what they say, by whoever may see what they lie on. */
class EmailSearchTest extends WithMail {

  @Autowired private ObjectProvider<GlobalSearch> searches;

  private static String word() {
    return "w" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "quince";
  }

  private UUID file(String subject, String text, String from, String to, RecordRef... about) {
    UUID mail = UUID.randomUUID();
    emails.file(
        new NewEmail(
            mail,
            Direction.IN,
            EmailState.RECEIVED,
            Instant.now(),
            new EmailContent(
                from,
                List.of(to),
                List.of(),
                subject,
                text,
                null,
                "<" + mail + "@client.example>",
                List.of(),
                null,
                List.of())),
        Arrays.asList(about));
    return mail;
  }

  private List<UUID> found(String text) {
    return emails.search(text, 5).stream().map(Email::mailId).toList();
  }

  private void soon(String text, UUID mail) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(found(text)).containsExactly(mail));
  }

  @Test
  void aMailIsFoundBySubjectWordsNameAndAddressesOnceWhereverItLies() {
    Known zoe = known("Zoe", "Found");
    Known kim = known("Kim", "Found");
    String subject = word();
    String inside = word();
    UUID mail =
        file(
            "Offer " + subject,
            "Dear all,\n" + "blah blah ".repeat(500) + inside,
            "Zoe Quincewater <" + zoe.address() + ">",
            kim.address(),
            zoe.ref(),
            kim.ref());
    soon(subject, mail);
    soon(inside, mail);
    soon(zoe.address(), mail);
    soon(kim.address(), mail);
    assertThat(found("quincewater " + subject)).containsExactly(mail);
    assertThat(found(word())).isEmpty();

    var hits = searches.orderedStream().flatMap(each -> each.find(subject, 5).stream()).toList();
    assertThat(hits)
        .anySatisfy(
            group -> {
              assertThat(group.labelKey()).isEqualTo("email.found.title");
              assertThat(group.hits().getFirst().title()).isEqualTo("Offer " + subject);
            });
  }

  @Test
  void whatIsArchivedIsFoundNoMore() {
    Known zoe = known("Zoe", "Archived");
    String subject = word();
    soon(subject, file(subject, "x", zoe.address(), ADMIN, zoe.ref()));
    emails.archive(on(zoe.ref()).getFirst().id());
    await().pollInSameThread().untilAsserted(() -> assertThat(found(subject)).isEmpty());
  }

  @Test
  void whoMayNotSeeTheRecordDoesNotFindItsMails() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hidden = known("Hidden", "Mail");
    Known own = known("Own", "Mail", eve.memberId());
    String subject = word();
    soon(subject, file(subject, "Secret", hidden.address(), ADMIN, hidden.ref()));
    assertThat(as(eve, () -> emails.search(subject, 5))).isEmpty();
    assertThat(as(eve, () -> emails.search(hidden.address(), 5))).isEmpty();

    String shared = word();
    soon(shared, file(shared, "Ours", hidden.address(), ADMIN, hidden.ref(), own.ref()));
    assertThat(as(eve, () -> emails.search(shared, 5)))
        .singleElement()
        .extracting(Email::about)
        .isEqualTo(own.ref());
  }

  @Test
  void onesOwnMailIsFoundAmongManyThatAreHidden() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hidden = known("Hidden", "Mail");
    Known own = known("Own", "Mail", eve.memberId());
    String subject = word();
    UUID mine = file(subject, "Ours", own.address(), ADMIN, own.ref());
    for (int i = 0; i < 12; i++) {
      file(subject, "Secret", hidden.address(), ADMIN, hidden.ref());
    }
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(emails.search(subject, 20)).hasSize(13));
    assertThat(as(eve, () -> emails.search(subject, 1)))
        .singleElement()
        .extracting(Email::mailId)
        .isEqualTo(mine);
  }

  @Test
  void wordsComeInPartsOfWhichNoneIsCut() {
    assertThat(EmailSearch.words("")).containsExactly("");
    assertThat(EmailSearch.words("One one, two")).containsExactly("one two");
    String many =
        java.util.stream.IntStream.range(0, 3_000)
            .mapToObj(i -> "word" + i)
            .collect(java.util.stream.Collectors.joining(" "));
    List<String> parts = EmailSearch.words(many);
    assertThat(parts).hasSizeBetween(8, 10).allMatch(part -> part.length() <= 1_000);
    assertThat(String.join(" ", parts)).startsWith("word0 word1 word2");
    assertThat(EmailSearch.words("x".repeat(5_000))).containsExactly("");
  }
}
