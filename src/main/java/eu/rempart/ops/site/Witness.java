package eu.rempart.ops.site;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.ops.site.engine.Patroni;
import eu.rempart.ops.site.engine.PostgresDoor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the hastener look once a second, at the etcd of the witness and at the sites, and says in
 * etcd that it does.
 */
public final class Witness implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Witness.class);

  private static final Duration SILENCE = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** An etcd that elects takes longer. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Etcd etcd;
  private final Sites sites;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

  /** When the hastener ended its last look, by {@link System#nanoTime}. */
  private volatile long looked = System.nanoTime();

  private boolean quiet;

  private Witness(Etcd etcd, Sites sites) {
    this.etcd = etcd;
    this.sites = sites;
  }

  /**
   * Starts looking.
   *
   * @param self the witness
   * @param context with its certificate
   */
  public static Witness start(Cluster cluster, Machine self, SSLContext context) {
    Witness witness = new Witness(new Etcd(self.etcd(), context, ANSWER), new Sites(context));
    Hastener hastener =
        new Hastener(
            new ClusterKeys(witness.etcd, cluster.folder()),
            witness.sites,
            SILENCE,
            System::nanoTime);
    var _ = witness.clock.scheduleAtFixedRate(() -> witness.look(hastener), 0, 1, TimeUnit.SECONDS);
    SignOfLife sign = new SignOfLife(witness.etcd, cluster.signOfLife(), self.name());
    // beside it: while etcd elects, the next look shall not wait for this as well
    var _ = witness.clock.scheduleWithFixedDelay(() -> witness.give(sign), 0, 2, TimeUnit.SECONDS);
    return witness;
  }

  private void look(Hastener hastener) {
    try {
      hastener.look();
      quiet = false;
    } catch (IOException e) {
      if (!quiet) {
        log.warn("etcd or the copy does not answer: {}; looking on", e.toString());
      }
      quiet = true;
    } catch (RuntimeException e) { // else the clock would stop without a word
      log.error("looking failed; looking on", e);
    }
    looked = System.nanoTime();
  }

  /** Only where looks end: who hangs does not live. */
  private void give(SignOfLife sign) {
    if (System.nanoTime() - looked > SignOfLife.LIFE.toNanos()) {
      return;
    }
    try {
      sign.give();
    } catch (IOException away) {
      log.debug("etcd took no sign of life: {}", away.toString()); // look says so, once
    } catch (RuntimeException e) {
      log.error("the sign of life failed; it is tried again", e);
    }
  }

  /** Asks the sites themselves. */
  private static final class Sites implements Hastener.Members, AutoCloseable {

    private final SSLContext context;
    private final Map<URI, Patroni> patronis = new HashMap<>();
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    Sites(SSLContext context) {
      this.context = context;
    }

    /** Both at once: of a machine that is lost each takes all of its time. */
    @Override
    public boolean answers(ClusterKeys.Member member) {
      CompletableFuture<Boolean> database =
          CompletableFuture.supplyAsync(
              () -> PostgresDoor.answers(member.databaseHost(), member.databasePort(), PATIENCE),
              beside);
      return patroni(member).answers() || database.join();
    }

    @Override
    public boolean isAlone(ClusterKeys.Member member) throws IOException {
      return patroni(member).status().isAlone();
    }

    private synchronized Patroni patroni(ClusterKeys.Member member) {
      return patronis.computeIfAbsent(member.api(), api -> new Patroni(api, context, PATIENCE));
    }

    @Override
    public synchronized void close() {
      beside.shutdownNow();
      patronis.values().forEach(Patroni::close);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    sites.close();
    etcd.close();
  }
}
