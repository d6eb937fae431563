package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.email.ImapFront;
import eu.rempart.email.ImapFront.Offer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mailboxes on servers that begin in clear: encrypted before a name or a password is said. */
class StarttlsTest extends WithMailbox {

  private MailboxData through(ImapFront front, String host) {
    return new MailboxData(host, front.port(), MailboxTls.STARTTLS, own, SECRET, "INBOX", own);
  }

  private Checked check(ImapFront front) {
    return mailboxes.check(Optional.empty(), through(front, "localhost"));
  }

  /** Neither as it is nor as servers are told it (RFC 4616). */
  private void nothingSaid(ImapFront front) {
    String all = String.join("\n", front.clear());
    assertThat(all).doesNotContain(SECRET, own, "LOGIN", "AUTHENTICATE");
    for (String word : all.split("\\s+", -1)) {
      if (word.length() > 8 && word.matches("[A-Za-z0-9+/]+=*")) {
        assertThat(decoded(word)).doesNotContain(SECRET);
      }
    }
  }

  private static String decoded(String word) {
    try {
      return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @Test
  void aMailboxOpensOnceTheConnectionIsEncrypted() throws Exception {
    try (ImapFront front = SERVERS.imapFront(Offer.STARTTLS)) {
      assertThat(check(front))
          .isInstanceOfSatisfying(
              Checked.Opens.class, opens -> assertThat(opens.folders()).contains("INBOX"));
      assertThat(front.clear()).anyMatch(line -> line.endsWith("STARTTLS"));
      nothingSaid(front);

      Known zoe = known("Zoe", "Starttls");
      deliver(mail(zoe.address(), own, said("s" + zoe.id(), "Hello")));
      look();
      repository.update(mailboxes.mine().getFirst().id(), through(front, "localhost"));
      deliver(mail(zoe.address(), own, said("t" + zoe.id(), "Hello again")));
      assertThat(look().fault()).isNull();
      assertThat(on(zoe.ref())).hasSize(2);
      nothingSaid(front);
    }
  }

  @Test
  void aServerThatOffersNoEncryptionIsToldNothingAndSaidSo() throws Exception {
    try (ImapFront front = SERVERS.imapFront(Offer.NOTHING)) {
      assertThat(check(front))
          .isInstanceOfSatisfying(
              Checked.Refused.class,
              refused -> {
                assertThat(refused.fault()).isEqualTo(MailboxFault.TLS);
                assertThat(refused.said()).contains("STARTTLS");
              });
      nothingSaid(front);
    }
  }

  @Test
  void aServerThatTakesItsOfferBackIsToldNothingEither() throws Exception {
    for (Offer offer : new Offer[] {Offer.REFUSAL, Offer.LIE}) {
      try (ImapFront front = SERVERS.imapFront(offer)) {
        assertThat(check(front))
            .as("%s", offer)
            .isInstanceOfSatisfying(
                Checked.Refused.class,
                refused ->
                    assertThat(offer == Offer.LIE || refused.said().contains("not today"))
                        .isTrue());
        nothingSaid(front);
      }
    }
  }

  @Test
  void theNameIsCheckedAsWhereItIsEncryptedFromTheFirstByte() throws Exception {
    try (ImapFront front = SERVERS.imapFront(Offer.STARTTLS)) {
      assertThat(mailboxes.check(Optional.empty(), through(front, "127.0.0.1")))
          .isInstanceOfSatisfying(
              Checked.Refused.class,
              refused -> assertThat(refused.fault()).isEqualTo(MailboxFault.TLS));
      nothingSaid(front);
    }
  }
}
