package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.home.HomeFolder;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeLab.Hand;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is admitted, and who is not. */
class AdmissionsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone BR = new Zone("BR");

  private final ProbeLab lab = new ProbeLab(database);

  private static String reason(Reply reply) {
    return Json.read(reply.body(), Exchange.No.class).reason();
  }

  @Test
  void aCodeAdmitsOneAgentOnce() {
    AdmissionCode code = lab.code(BR);
    byte[] asked =
        Json.write(Admission.Request.of(code, "BR", "machine", "1", ProbeKeys.generate()));
    Reply welcome = lab.admit(asked);
    assertThat(welcome.status()).isEqualTo(200);
    assertThat(Admission.signed(code.home(), asked, welcome.body(), welcome.signature())).isTrue();
    assertThat(Admission.signed(code.home(), new byte[0], welcome.body(), welcome.signature()))
        .isFalse();
    assertThat(reason(lab.admit(code, "BR", ProbeKeys.generate()))).isEqualTo("code");
  }

  /** An agent gives up at it, and so has to know whose it is. */
  @Test
  void aRefusalIsSignedForTheOneWhoAsked() {
    AdmissionCode wrong = AdmissionCode.random(lab.home.open());
    byte[] asked =
        Json.write(Admission.Request.of(wrong, "BR", "machine", "1", ProbeKeys.generate()));
    for (byte[] request : new byte[][] {asked, "{}".getBytes(StandardCharsets.UTF_8)}) {
      Reply no = lab.admit(request);
      assertThat(Admission.refused(lab.home.open(), request, no.body(), no.signature())).isTrue();
      assertThat(Admission.refused(lab.home.open(), new byte[1], no.body(), no.signature()))
          .isFalse();
      assertThat(Admission.signed(lab.home.open(), request, no.body(), no.signature()))
          .as("a welcome is something else")
          .isFalse();
    }
  }

  /** The answer was lost on the way: the agent knows nothing of it, and has used up its code. */
  @Test
  void whoseAnswerWasLostIsToldTheSameAgain() {
    AdmissionCode code = lab.code(BR);
    KeyPair pair = ProbeKeys.generate();
    Reply lost = lab.admit(code, "BR", pair);
    lab.watch.clock.pass(Duration.ofMinutes(1));
    Reply again = lab.admit(code, "BR", pair);
    assertThat(again.status()).isEqualTo(200);
    assertThat(agent(again)).isEqualTo(agent(lost));
    // not with another code, nor for ever, nor after another took its place
    assertThat(reason(lab.admit(AdmissionCode.random(lab.home.open()), "BR", pair)))
        .isEqualTo("code");
    lab.watch.clock.pass(ProbeService.CODE_LIFE);
    assertThat(reason(lab.admit(code, "BR", pair))).isEqualTo("code");
    AdmissionCode other = lab.code(BR);
    KeyPair former = ProbeKeys.generate();
    lab.admit(other, "BR", former);
    lab.agents.revoke(BR, lab.now());
    assertThat(reason(lab.admit(other, "BR", former))).isEqualTo("code");
  }

  private static String agent(Reply reply) {
    return Json.read(reply.body(), Admission.Welcome.class).agent();
  }

  @Test
  void noAgentStandsWhereANodeIs() {
    Zone node = Zone.ofNode(3);
    assertThat(reason(lab.admit(lab.code(node), node.code(), ProbeKeys.generate())))
        .isEqualTo("code");
  }

  @Test
  void aCodeOfAnotherZoneOrTooOldOrMadeUpAdmitsNobody() {
    AdmissionCode code = lab.code(BR);
    assertThat(reason(lab.admit(code, "HK", ProbeKeys.generate()))).isEqualTo("code");
    assertThat(reason(lab.admit(code, "HOME", ProbeKeys.generate()))).isEqualTo("code");
    assertThat(reason(lab.admit(AdmissionCode.random(lab.home.open()), "BR", ProbeKeys.generate())))
        .isEqualTo("code");
    lab.watch.clock.pass(ProbeService.CODE_LIFE);
    assertThat(reason(lab.admit(code, "BR", ProbeKeys.generate()))).isEqualTo("code");
    AdmissionCode former = lab.code(BR);
    AdmissionCode latest = lab.code(BR);
    assertThat(reason(lab.admit(former, "BR", ProbeKeys.generate()))).isEqualTo("code");
    assertThat(lab.admit(latest, "BR", ProbeKeys.generate()).status()).isEqualTo(200);
  }

  @Test
  void whoeverTriesManyCodesWaits() {
    AdmissionCode right = lab.code(BR);
    for (int i = 0; i < Attempts.MOST; i++) {
      AdmissionCode wrong = AdmissionCode.random(lab.home.open());
      assertThat(lab.admit(wrong, "BR", ProbeKeys.generate()).status()).isEqualTo(403);
    }
    assertThat(reason(lab.admit(right, "BR", ProbeKeys.generate()))).isEqualTo("too-many");
    lab.address = "192.0.2.200";
    assertThat(reason(lab.admit(right, "BR", ProbeKeys.generate()))).isEqualTo("too-many");
    lab.watch.clock.pass(Duration.ofMinutes(1));
    assertThat(lab.admit(right, "BR", ProbeKeys.generate()).status()).isEqualTo(200);
  }

  @Test
  void whoeverTriesManyCodesKeepsNobodyElseOut() {
    AdmissionCode right = lab.code(BR);
    for (String address : new String[] {"192.0.2.7", "[2001:db8::1]", "nonsense"}) {
      lab.address = address;
      for (int i = 0; i <= Attempts.MOST; i++) {
        lab.admit("{}".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(reason(lab.admit(right, "BR", ProbeKeys.generate()))).isEqualTo("too-many");
    }
    lab.address = "2001:db8:0:1::1";
    assertThat(lab.admit(right, "BR", ProbeKeys.generate()).status()).isEqualTo(200);
  }

  @Test
  void nonsenseIsAnsweredAndCounted() {
    for (String body :
        new String[] {"", "null", "{}", "[1]", "{\"zone\":\"BR\",\"key\":\"<b>\"}"}) {
      assertThat(reason(lab.admit(body.getBytes(StandardCharsets.UTF_8)))).isEqualTo("malformed");
    }
  }

  @Test
  void whoeverComesNextInAZoneTakesThePlace() {
    Hand first = lab.agent(BR);
    first.deliver();
    Hand second = lab.agent(BR);
    lab.watch.clock.pass(Duration.ofSeconds(2));
    assertThat(first.deliver().reason()).isEqualTo("revoked");
    assertThat(second.deliver().status()).isEqualTo(200);
    assertThat(lab.agents.current()).extracting(Agent::id).containsOnlyOnce(second.id);
    // a key that was here before may have been copied
    assertThat(reason(lab.admit(lab.code(BR), "BR", first.pair))).isEqualTo("code");
  }

  @Test
  void whoeverIsAdmittedAnewGoesOnWhereItWasAndLostNothing() {
    Check check = lab.watch.watch("anew", BR);
    Hand agent = lab.agent(BR);
    agent.number = 5_000;
    assertThat(agent.deliver(agent.found(check, lab.now(), true)).done().taken()).isEqualTo(5_001);
    assertThat(lab.known(agent).conduct().lost()).isZero();
  }

  @Test
  void theDatabaseKnowsNoCode() {
    AdmissionCode code = lab.code(BR);
    String rows = database.owner().fetch("SELECT * FROM watch_agent_code").formatJSON();
    assertThat(rows).doesNotContain(code.secret(), code.text());
  }

  @Test
  void aNodeWithAnotherKeyAnswersNobody(@TempDir Path folder) throws IOException {
    HomeKeyRepository kept = new HomeKeyRepository(database.app());
    try (HomeFolder a = HomeFolder.open(folder.resolve("a"));
        HomeFolder b = HomeFolder.open(folder.resolve("b"))) {
      HomeKey first = HomeKey.in(a, kept::agree);
      assertThat(first.isHome()).isTrue();
      assertThat(HomeKey.in(a, kept::agree).open()).isEqualTo(first.open());
      assertThat(HomeKey.in(a, kept::agree).isHome()).isTrue();
      HomeKey other = HomeKey.in(b, kept::agree);
      assertThat(other.isHome()).isFalse();
      assertThat(Arrays.equals(ProbeKeys.bytes(other.open()), ProbeKeys.bytes(first.open())))
          .isFalse();
    }
    assertThat(new HomeKey(ProbeKeys.generate(), own -> new byte[1]).isHome()).isFalse();
  }

  @Test
  void whomToTrustIsToldWithHomesSignature() throws IOException {
    Reply told = lab.admissions.authorities();
    KeyPair other = ProbeKeys.generate();
    assertThat(Admission.signed(lab.home.open(), told.body(), told.signature())).isTrue();
    assertThat(Admission.signed(other.getPublic(), told.body(), told.signature())).isFalse();
    assertThat(Admission.signed(lab.home.open(), new byte[3], told.signature())).isFalse();
  }
}
