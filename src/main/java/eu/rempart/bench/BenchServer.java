package eu.rempart.bench;

import eu.rempart.RempartApplication;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.bench.site.BenchSites;
import eu.rempart.search.SearchIndex;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application in a home folder of its own, with an administrator at work in it; gone
 * afterwards.
 */
final class BenchServer implements AutoCloseable {

  private static final String EMAIL = "bench@rempart.example";

  private final Path home;
  private final @Nullable BenchSites sites;
  private final ConfigurableApplicationContext application;
  private final VaultLease lease;
  private final SignedInMember member;

  private BenchServer(
      Path home, @Nullable BenchSites sites, ConfigurableApplicationContext application)
      throws SQLException {
    this.home = home;
    this.sites = sites;
    this.application = application;
    VaultService vault = bean(VaultService.class);
    UUID memberId = onlyMember();
    VaultHandle handle = unlock(vault, memberId);
    this.lease = vault.lease(handle);
    this.member =
        new SignedInMember(memberId, Role.ADMINISTRATOR, UUID.randomUUID(), lease.handle());
  }

  static BenchServer start() throws IOException, SQLException {
    Path home = Files.createTempDirectory("rempart-bench");
    return new BenchServer(home, null, application(home));
  }

  /** On the first of two sites: what is written is on both before it counts. */
  static BenchServer onTwoSites() throws IOException, SQLException, InterruptedException {
    BenchSites sites = BenchSites.start();
    return new BenchServer(sites.home(), sites, application(sites.home()));
  }

  private static ConfigurableApplicationContext application(Path home) {
    return SpringApplication.run(
        RempartApplication.class,
        "--rempart.home=" + home,
        "--server.port=0",
        "--logging.level.root=error",
        "--REMPART_ADMIN_EMAIL=" + EMAIL,
        "--REMPART_ADMIN_PASSWORD=" + password());
  }

  /** Nobody else gets to know the folder or the port; it need not be a secret. */
  static String password() {
    return "only a benchmark, 4 words and more";
  }

  /** Signs in with {@link #password()}, as a person does. */
  static String email() {
    return EMAIL;
  }

  UUID memberId() {
    return member.memberId();
  }

  /** The folder of the installation. */
  Path home() {
    return home;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** Runs work as the administrator, with the vault open. */
  void work(Runnable work) {
    bean(CurrentMember.class).runAs(member, () -> VaultScope.run(lease.handle(), work));
  }

  void dropIndex() {
    bean(SearchIndex.class).close();
  }

  /** Builds the index, and tells how long it took until contacts are found, in seconds. */
  double buildIndex() throws InterruptedException {
    return buildIndex(List.of("contact"));
  }

  /** Builds the index, and tells how long it took until these kinds are found, in seconds. */
  double buildIndex(List<String> kinds) throws InterruptedException {
    SearchIndex index = bean(SearchIndex.class);
    CountDownLatch ready = new CountDownLatch(1);
    Runnable stop =
        index.onStateChange(
            () -> {
              if (kinds.stream().allMatch(kind -> index.state(kind).ready())) {
                ready.countDown();
              }
            });
    long start = System.nanoTime();
    index.open(work -> VaultScope.run(lease.handle(), work));
    ready.await();
    stop.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static VaultHandle unlock(VaultService vault, UUID member) {
    if (vault.verifyAndUnlock(member, password().toCharArray())
        instanceof Unlocking.Unlocked unlocked) {
      return unlocked.handle();
    }
    throw new IllegalStateException("the vault of the benchmark does not open");
  }

  private UUID onlyMember() throws SQLException {
    try (Connection connection = bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM member")) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  @Override
  public void close() throws IOException {
    lease.close();
    application.close();
    if (sites != null) {
      sites.close();
      return;
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
