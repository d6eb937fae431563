package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteEngines.WitnessEngine;
import eu.rempart.ops.site.SiteState.Witness.Task;
import eu.rempart.ops.site.engine.Etcd;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The witness answers fully only while its own program says that it looks. */
class SignOfLifeTest {

  private static final String KEY = "/rempart-witness/one";

  private FakeEtcd server;
  private Etcd etcd;
  private SignOfLife sign;
  private WitnessEngine engine;

  @BeforeEach
  void start() throws Exception {
    server = new FakeEtcd();
    etcd = new Etcd(server.address(), SSLContext.getDefault(), Duration.ofMinutes(3));
    sign = new SignOfLife(etcd, KEY, "witness");
    engine =
        new WitnessEngine(
            new Machine("witness", Role.WITNESS, "BE", "10.0.0.3", Ports.USUAL, ""), etcd, KEY);
  }

  @AfterEach
  void stop() {
    etcd.close();
    server.close();
  }

  @Test
  void etcdAloneVotes() {
    assertThat(engine.task()).isEqualTo(Task.VOTES);
  }

  @Test
  void signIsWrittenOnceAndThenRenewed() throws Exception {
    sign.give();
    long written = server.revision(KEY);
    sign.give();
    assertThat(engine.task()).isEqualTo(Task.WATCHES);
    assertThat(server.revision(KEY)).isEqualTo(written);
  }

  @Test
  void signOfOneThatEndedGoes() throws Exception {
    sign.give();
    server.expire();
    assertThat(engine.task()).isEqualTo(Task.VOTES);
  }

  /** As after an outage of etcd that was longer than the lease. */
  @Test
  void signIsGivenAnewWhereItsLeaseIsOver() throws Exception {
    sign.give();
    server.expire();
    sign.give();
    assertThat(engine.task()).isEqualTo(Task.WATCHES);
  }

  @Test
  void withoutAMajorityTheWitnessIsSilent() throws Exception {
    sign.give();
    server.electing = true;
    assertThatIOException().isThrownBy(sign::give);
    assertThat(engine.task()).isEqualTo(Task.SILENT);
    server.electing = false;
    sign.give();
    assertThat(engine.task()).isEqualTo(Task.WATCHES);
  }
}
