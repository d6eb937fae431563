package eu.rempart.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.rempart.db.TestDatabase;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.mail.relay.MailTls;
import eu.rempart.mail.relay.SmtpSockets;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.lock.VaultLockedException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue and a real mail server: one that takes letters, and some that do not. */
class MailTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID member = database.member("MEMBER");
  private final OrderRepository repository = new OrderRepository(database.app());
  private final List<SecurityEvent> events = new ArrayList<>();
  private final List<Object> published = new ArrayList<>();
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private boolean locked;

  @BeforeEach
  void start() {
    database.app().execute("DELETE FROM mail");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static MailSettings settings(int port, MailTls tls, @Nullable String user) {
    return new MailSettings(
        "127.0.0.1",
        null,
        port,
        tls,
        user,
        user == null ? null : "secret",
        null,
        "rempart@firm.example",
        "https://crm.firm.example",
        Duration.ofSeconds(1));
  }

  private MailSettings plain() {
    return settings(server.getSmtp().getPort(), MailTls.NONE, null);
  }

  private Postman postman(MailSettings settings) {
    return new Postman(
        new Postman.Means(
            repository,
            () ->
                Optional.of(
                    new MailServer(
                        settings,
                        new SmtpSockets(() -> FileRelay.open(settings, TestPlaces.anywhere())))),
            this::recipient,
            List.of(new Greeting()),
            "https://crm.firm.example",
            events::add,
            published::add,
            Instant::now));
  }

  private Optional<Recipient> recipient(UUID id) {
    if (locked) {
      throw new VaultLockedException();
    }
    return Optional.of(new Recipient("max@firm.example", Locale.FRENCH));
  }

  private record Greeting() implements Letter {

    @Override
    public String kind() {
      return "greeting";
    }

    @Override
    public Content write(Map<String, String> facts, Locale language, String site) {
      return new Content("Été " + language, "À " + facts.get("whom") + ", " + site);
    }
  }

  private UUID order() {
    var id = UUID.randomUUID();
    repository.insert(id, member, "greeting", Map.of("whom", "Zoë"));
    return id;
  }

  private void makeDue() {
    database.app().execute("UPDATE mail SET due_at = now()");
  }

  private MailStatus status() {
    return repository.status(true);
  }

  @Test
  void aLetterIsSentOnceInTheMembersLanguage() throws Exception {
    var id = order();
    var postman = postman(plain());
    postman.round();
    makeDue();
    postman.round();

    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Été fr");
    assertThat(message.getContent().toString().strip())
        .isEqualTo("À Zoë, https://crm.firm.example");
    assertThat(message.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("max@firm.example");
    assertThat(message.getMessageID()).isEqualTo("<" + id + "@firm.example>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(status()).isEqualTo(new MailStatus(true, 0, 0, null, null, null));
  }

  @Test
  void neitherAddressNorTextLieInTheDatabase() {
    order();

    assertThat(database.owner().fetch("SELECT * FROM mail").formatJSON())
        .contains("greeting")
        .doesNotContain("firm.example", "Été");
  }

  @Test
  void whatWasOnItsWayWhenTheProcessDiedIsTriedAgain() {
    order();
    assertThat(repository.take()).isPresent(); // and then nothing
    assertThat(repository.take()).as("nobody else tries it meanwhile").isEmpty();
    makeDue();
    postman(plain()).round();

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void withoutTheKeyALetterWaitsAndThatIsNoTry() {
    order();
    locked = true;
    var postman = postman(plain());
    postman.round();
    assertThat(status().waiting()).isEqualTo(1);
    assertThat(attempts()).isZero();

    locked = false;
    makeDue();
    postman.round();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  private int attempts() {
    return Integer.parseInt(String.valueOf(database.app().fetchValue("SELECT attempts FROM mail")));
  }

  @Test
  void aServerThatIsAwayIsTriedAgainLaterAndLater() {
    order();
    var settings = plain();
    server.stop();
    var postman = postman(settings);
    postman.round();
    assertThat(minutesUntilDue()).isBetween(1.5, 2.0);
    assertThat(status().fault()).isEqualTo(MailFault.UNREACHABLE);
    for (int i = 0; i < 7; i++) {
      makeDue();
      postman.round();
    }

    assertThat(minutesUntilDue()).isBetween(59.0, 60.0);
    assertThat(status().waiting()).isEqualTo(1);
    assertThat(events).isEmpty();
  }

  private double minutesUntilDue() {
    return Double.parseDouble(
        String.valueOf(
            database.app().fetchValue("SELECT extract(epoch FROM due_at - now()) / 60 FROM mail")));
  }

  @Test
  void afterThreeDaysItIsGivenUpAndSaid() {
    order();
    var settings = plain();
    server.stop();
    database.app().execute("UPDATE mail SET created_at = now() - interval '73 hours'");
    var postman = postman(settings);
    postman.round();
    makeDue();
    postman.round();

    assertThat(published)
        .containsExactly(new MailGivenUp(member, "greeting", Map.of("whom", "Zoë")));
    assertThat(events).extracting(SecurityEvent::kind).containsExactly("account.mail.given.up");
    assertThat(status().givenUp()).isEqualTo(1);
    assertThat(status().waiting()).isZero();
  }

  @Test
  void aServerThatHangsHoldsNobodyForLong() throws Exception {
    order();
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      postman(settings(silent.getLocalPort(), MailTls.NONE, null)).round();
    }

    assertThat(status().fault()).isEqualTo(MailFault.UNREACHABLE);
  }

  @Test
  void aServerThatRefusesForGoodEndsIt() throws Exception {
    order();
    try (var refusing = new ScriptedServer("550 5.1.1 no such person max@firm.example")) {
      postman(settings(refusing.port(), MailTls.NONE, null)).round();
    }

    assertThat(status().fault()).isEqualTo(MailFault.REFUSED);
    assertThat(status().reply()).isEqualTo(550);
    assertThat(status().givenUp()).isEqualTo(1);
    assertThat(published).hasSize(1);
  }

  @Test
  void aServerThatIsBusyIsTriedAgain() throws Exception {
    order();
    try (var busy = new ScriptedServer("451 4.7.1 greylisted")) {
      postman(settings(busy.port(), MailTls.NONE, null)).round();
    }

    assertThat(status().fault()).isEqualTo(MailFault.LATER);
    assertThat(status().reply()).isEqualTo(451);
    assertThat(status().waiting()).isEqualTo(1);
  }

  @Test
  void withoutTlsNothingIsSentByDefault() {
    order();
    postman(settings(server.getSmtp().getPort(), MailTls.STARTTLS, "rempart")).round();

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(status().fault()).isEqualTo(MailFault.TLS);
  }

  @Test
  void aPasswordIsRefusedOverAConnectionInClear() {
    assertThatThrownBy(
            () ->
                new MailSettings(
                    "mail",
                    "DE",
                    25,
                    MailTls.NONE,
                    "me",
                    "secret",
                    null,
                    "a@b.c",
                    null,
                    Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rempart.mail.tls")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theSiteComesFromTheSettingsAlone() {
    var settings = settings(25, MailTls.NONE, null);
    var none =
        new MailSettings(
            null, null, 25, MailTls.NONE, null, null, null, null, null, Duration.ofSeconds(1));

    assertThat(MailConfiguration.site(settings, List.of(), 8443))
        .isEqualTo("https://crm.firm.example");
    assertThat(MailConfiguration.site(none, List.of("", "crm.example"), 443))
        .isEqualTo("https://crm.example");
    assertThat(MailConfiguration.site(none, List.of(), 8443)).isEqualTo("https://localhost:8443");
  }
}
