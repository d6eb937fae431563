package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.rempart.ops.site.engine.Etcd;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The witness takes the lease of a primary that nobody hears, and of no other. */
class HastenerTest {

  private static final String FOLDER = "/rempart/one/";
  private static final long LEASE = 7_587_862_114_532_177_665L;

  private FakeEtcd server;
  private Etcd etcd;
  private Hastener hastener;
  private final Set<String> silent = new HashSet<>();
  private boolean alone = true;
  private long seconds;

  @BeforeEach
  void start() throws Exception {
    server = new FakeEtcd();
    etcd = new Etcd(server.address(), SSLContext.getDefault(), Duration.ofMinutes(3));
    server.put(FOLDER + "leader", "site-a", LEASE);
    server.put(
        FOLDER + "sync", "{\"leader\":\"site-a\",\"sync_standby\":\"site-b\",\"quorum\":0}", 0);
    member("site-a", "10.77.0.1");
    member("site-b", "10.77.0.2");
    hastener =
        new Hastener(
            new ClusterKeys(etcd, FOLDER),
            new Hastener.Members() {
              @Override
              public boolean answers(ClusterKeys.Member member) {
                return !silent.contains(member.databaseHost());
              }

              @Override
              public boolean isAlone(ClusterKeys.Member member) {
                assertThat(member.api()).hasHost("10.77.0.2").hasPort(8008);
                return alone;
              }
            },
            Duration.ofSeconds(4),
            () -> Duration.ofSeconds(seconds).toNanos());
  }

  @AfterEach
  void stop() {
    etcd.close();
    server.close();
  }

  private void member(String name, String host) {
    server.put(
        FOLDER + "members/" + name,
        """
        {"conn_url":"postgres://%1$s:5432/postgres","api_url":"https://%1$s:8008/patroni","state":"running"}\
        """
            .formatted(host),
        1);
  }

  private boolean looksFor(int times) throws IOException {
    boolean taken = false;
    for (int i = 0; i < times; i++) {
      taken |= hastener.look();
      seconds++;
    }
    return taken;
  }

  private boolean leaseStands() {
    return server.has(FOLDER + "leader");
  }

  @Test
  void primaryThatAnswersKeepsItsLease() throws Exception {
    assertThat(looksFor(20)).isFalse();
    assertThat(leaseStands()).isTrue();
  }

  @Test
  void silentPrimaryLosesItAfterFourSeconds() throws Exception {
    assertThat(looksFor(2)).isFalse();
    silent.add("10.77.0.1");
    assertThat(looksFor(4)).isFalse();
    long touched = server.revision(FOLDER + "sync");
    assertThat(hastener.look()).isTrue();
    assertThat(leaseStands()).isFalse();
    assertThat(server.revision(FOLDER + "sync"))
        .as("a change of it that the former primary had under way fails")
        .isGreaterThan(touched);
  }

  @Test
  void moreSilenceInPiecesIsNone() throws Exception {
    assertThat(looksFor(1)).isFalse();
    for (int i = 0; i < 5; i++) {
      silent.add("10.77.0.1");
      assertThat(looksFor(3)).isFalse();
      silent.clear();
      assertThat(looksFor(1)).isFalse();
    }
    assertThat(leaseStands()).isTrue();
  }

  /** The way from the witness to the primary is cut, and the copy still hears it. */
  @Test
  void copyThatStillStreamsProvesThatThePrimaryLives() throws Exception {
    alone = false;
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    assertThat(looksFor(20)).isFalse();
    assertThat(leaseStands()).isTrue();
  }

  @Test
  void withoutASynchronousCopyNothingIsDone() throws Exception {
    server.put(FOLDER + "sync", "{\"leader\":\"site-a\",\"sync_standby\":null}", 0);
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    assertThat(looksFor(20)).isFalse();
    assertThat(leaseStands()).isTrue();
  }

  /** What the primary agreed on with its copy was agreed by another primary. */
  @Test
  void leaseOfOneWhomTheCopyDoesNotFollowStands() throws Exception {
    server.put(FOLDER + "sync", "{\"leader\":\"site-b\",\"sync_standby\":\"site-a\"}", 0);
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    assertThat(looksFor(20)).isFalse();
  }

  @Test
  void keyOfTheDeadMemberMayBeGone() throws Exception {
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    server.remove(FOLDER + "members/site-a");
    assertThat(looksFor(5)).isTrue();
  }

  @Test
  void memberWithAnotherAddressIsAskedThere() throws Exception {
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    member("site-a", "10.77.0.9");
    assertThat(looksFor(20)).isFalse();
    assertThat(leaseStands()).isTrue();
  }

  /** Silence goes on while etcd elects, and is counted. */
  @Test
  void etcdWithoutAMajoritySaysNothing() throws Exception {
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    server.electing = true;
    for (int i = 0; i < 10; i++) {
      assertThatIOException().isThrownBy(hastener::look);
      seconds++;
    }
    assertThat(leaseStands()).isTrue();
    server.electing = false;
    assertThat(hastener.look()).isTrue();
  }

  @Test
  void newPrimaryBeginsAnew() throws Exception {
    assertThat(looksFor(1)).isFalse();
    silent.add("10.77.0.1");
    assertThat(looksFor(3)).isFalse();
    server.put(FOLDER + "leader", "site-b", LEASE + 1);
    server.put(FOLDER + "sync", "{\"leader\":\"site-b\",\"sync_standby\":\"site-a\"}", 0);
    assertThat(looksFor(20)).isFalse();
    assertThat(leaseStands()).isTrue();
  }
}
