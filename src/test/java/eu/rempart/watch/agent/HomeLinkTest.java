package eu.rempart.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.Refusal;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an agent takes for home, over real TLS. */
class HomeLinkTest {

  @TempDir static Path tlsHome;
  private static ServerTls tls;

  @TempDir Path path;

  private FakeHome home;
  private AgentFolder folder;
  private Notebook notebook;
  private long sequence;

  @BeforeAll
  static void certificate() {
    tls = ServerTls.open(TlsSettings.in(tlsHome));
  }

  @BeforeEach
  void open() throws IOException {
    home = new FakeHome(tls);
    folder = AgentFolder.open(path.resolve("agent"));
    notebook = Notebook.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
    home.close();
  }

  private Entry entry() {
    return new Entry(
        ProbeCall.of(
            "--zone", "BR", "--server", home.address().toString(), "--code", home.code.text()),
        folder,
        notebook);
  }

  private Exchange.Work exchange(HomeLink link, Identity identity)
      throws IOException, HomeRefusedException {
    RequestSeal seal =
        new RequestSeal(identity.agent(), UUID.randomUUID(), ++sequence, Instant.EPOCH);
    return link.exchange(new Exchange.Report("BR", "1", 0, "", List.of()), seal, identity);
  }

  @Test
  void aCodeIsEnoughToKnowHomeAndItIsUsedOnce() throws Exception {
    Identity identity = entry().enter();
    assertThat(identity.home()).isEqualTo(home.pair.getPublic());
    try (HomeLink link = entry().link()) {
      assertThat(exchange(link, identity).revision()).isEqualTo("r");
    }
    assertThat(entry().enter()).isEqualTo(identity);
    assertThat(Identity.read(folder)).contains(identity);
  }

  @Test
  void whoeverHasAnotherKeyIsNotHome() throws Exception {
    Identity identity = entry().enter();
    for (boolean signs : new boolean[] {true, false}) {
      home.signer = signs ? ProbeKeys.generate() : null;
      try (HomeLink link = entry().link()) {
        assertThatThrownBy(() -> exchange(link, identity)).isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> entry().learn(identity.home())).isInstanceOf(IOException.class);
    }
    home.signer = home.pair;
    // an answer to the first of all, signed by home
    home.repeats = true;
    try (HomeLink link = entry().link()) {
      assertThatThrownBy(() -> exchange(link, identity)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatWasMeasuredInAZoneIsNotToldOfAnother() throws Exception {
    Identity identity = entry().enter();
    AdmissionCode other = AdmissionCode.random(home.pair.getPublic());
    Entry moved =
        new Entry(
            ProbeCall.of(
                "--zone", "FR", "--server", home.address().toString(), "--code", other.text()),
            folder,
            notebook);
    assertThatThrownBy(moved::enter)
        .isInstanceOf(AgentException.class)
        .hasMessageContaining("another --home");
    assertThat(Identity.read(folder)).contains(identity);
  }

  @Test
  void whoseAnswerWasLostAsksWithTheSameKey() throws Exception {
    home.loses = true;
    assertThatThrownBy(() -> entry().enter()).isInstanceOf(IOException.class);
    home.loses = false;
    // too many wrong codes came: it is worth waiting
    home.no = new Exchange.No("too-many", "?", 1);
    assertThatThrownBy(() -> entry().enter()).isInstanceOf(IOException.class);
    home.no = new Exchange.No("code", "?", 1);
    assertThatThrownBy(() -> entry().enter()).isInstanceOf(AgentException.class);
    home.no = null;
    entry().enter();
    assertThat(home.keys).hasSize(4);
    assertThat(home.keys.stream().distinct()).hasSize(1);
    assertThat(folder.read(PendingKey.FILE)).isEmpty();
  }

  /** Who is on the way can keep an agent waiting, and not have it give up. */
  @Test
  void whatHomeDidNotSignEndsNoAdmission() throws Exception {
    for (String reason : List.of("code", "zone", "malformed", "revoked", "of-a-later-version")) {
      home.no = new Exchange.No(reason, "?", 1);
      home.refuser = null;
      assertThatThrownBy(() -> entry().enter()).isInstanceOf(IOException.class);
      home.refuser = ProbeKeys.generate();
      assertThatThrownBy(() -> entry().enter()).isInstanceOf(IOException.class);
      home.refuser = home.pair;
      assertThatThrownBy(() -> entry().enter()).isInstanceOf(AgentException.class);
    }
    home.no = null;
    entry().enter();
  }

  @Test
  void nobodyIsAdmittedWhereHomeIsNot() {
    home.signer = ProbeKeys.generate();
    assertThatThrownBy(() -> entry().enter())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not the home of the code");
  }

  @Test
  void whomToTrustIsTakenFromHomeAloneAndNeverAnOlderAnswer() throws Exception {
    Identity identity = entry().enter();
    // nor after an admission, which is when somebody on the way could say it again
    assertThat(notebook.authorityAt()).isEqualTo(1);
    home.authoritiesAt = 1;
    assertThat(entry().learn(identity.home())).isFalse();
    home.authoritiesAt = 9;
    assertThat(entry().learn(identity.home())).isFalse(); // newer, and the same
    folder.write(Notebook.AUTHORITY, new byte[0]);
    try (HomeLink link = entry().link()) {
      assertThatThrownBy(() -> exchange(link, identity)).isInstanceOf(SSLException.class);
    }
    home.authoritiesAt = 10;
    assertThat(entry().learn(identity.home())).isTrue();
    try (HomeLink link = entry().link()) {
      exchange(link, identity);
    }
  }

  /** As when the network goes in the middle of an answer. */
  @Test
  void anAnswerThatNeverEndsIsWaitedForNoLongerThanSo() throws Exception {
    Identity identity = entry().enter();
    home.stopsAfterHead = true;
    try (HomeLink link =
        new HomeLink(
            home.address(),
            LinkTrust.of(Optional.empty(), folder.resolve(Notebook.AUTHORITY)),
            Duration.ofMillis(700))) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> exchange(link, identity))
                  .isInstanceOf(HttpTimeoutException.class));
    }
  }

  @Test
  void aRefusalIsToldWithHomesWords() throws Exception {
    Identity identity = entry().enter();
    home.no = new Exchange.No("clock", "it is late", 5_000_000);
    try (HomeLink link = entry().link()) {
      assertThatThrownBy(() -> exchange(link, identity))
          .isInstanceOfSatisfying(
              HomeRefusedException.class,
              refused -> {
                assertThat(refused.reason()).contains(Refusal.CLOCK);
                assertThat(refused.words()).isEqualTo("it is late");
                assertThat(refused.now()).isEqualTo(Instant.ofEpochSecond(5));
              });
      home.signer = null;
      assertThatThrownBy(() -> exchange(link, identity))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("did not sign");
      home.signer = home.pair;
      home.no = new Exchange.No("of-a-later-version", "?", 1);
      assertThatThrownBy(() -> exchange(link, identity))
          .isInstanceOfSatisfying(
              HomeRefusedException.class, refused -> assertThat(refused.reason()).isEmpty());
    }
  }
}
