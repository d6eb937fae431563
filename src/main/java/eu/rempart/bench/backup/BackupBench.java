package eu.rempart.bench.backup;

import eu.rempart.common.CountryCode;
import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Backs up a database of sealed bytes, which nothing compresses, to a folder of this machine, and
 * restores it: both technologies, as ratios to Debian's {@code pg_basebackup} in the same run. Then
 * how long a destination that nobody answers at delays the log's way to another.
 */
public final class BackupBench {

  private static final int ROW = 8_000;
  private static final long MB = 1_000_000;

  private final Path folder;
  private final PrintStream out;
  private double baseline;

  private BackupBench(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /**
   * Prints a table.
   *
   * @param megabytes of the database
   */
  public static void run(int megabytes) throws Exception {
    Path folder = Files.createTempDirectory("rempart-bench-backup-");
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"));
        DatabaseServer.Started server = DatabaseServer.start(home)) {
      new BackupBench(folder, System.out).measure(home, server, megabytes);
    } finally {
      new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start().waitFor();
    }
  }

  private void measure(HomeFolder home, DatabaseServer server, int megabytes) throws Exception {
    fill(server, megabytes);
    out.printf(Locale.ROOT, "%n%-34s %9s %9s %14s%n", "", "seconds", "MB/s", "of baseline");
    baseline = seconds(() -> copy(server, folder.resolve("copy")));
    line("pg_basebackup (baseline)", baseline, megabytes);

    BackupEngine engine =
        new BackupEngine(
            home, server, BackupSecret.in(home), new ImageScope(List.of(home.path()), List.of()));
    Destination disk = destination(1, folder.resolve("disk").toString());
    Files.createDirectories(folder.resolve("disk"));
    if (!engine.use(List.of(disk), untold()).isEmpty()) {
      throw new IOException("no repository at %s".formatted(disk.address()));
    }
    for (Technology technology : Technology.values()) {
      Made[] made = new Made[1];
      String name = technology.key();
      line(
          name + ", the first",
          seconds(() -> made[0] = make(engine, technology, disk, true)),
          megabytes);
      change(server);
      line(
          name + ", 1 % changed",
          seconds(() -> made[0] = make(engine, technology, disk, false)),
          megabytes);
      line(
          name + ", read all",
          seconds(() -> engine.verify(technology, disk, "server", null, untold())),
          megabytes);
      line(
          name + ", restored, started, looked at",
          seconds(() -> engine.drill(technology, disk, made[0].label(), untold())),
          megabytes);
    }
    delay(engine, server, disk);
  }

  private static Made make(
      BackupEngine engine, Technology technology, Destination disk, boolean whole)
      throws IOException {
    return engine.make(technology, disk, "server", whole, List.of(disk), untold());
  }

  /** The other's port is closed. */
  private void delay(BackupEngine engine, DatabaseServer server, Destination disk)
      throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    double alone = seconds(() -> archive(server, disk));
    Destination away = destination(2, "sftp://nobody@127.0.0.1:%d/rempart".formatted(closed));
    // as one that had a repository, and is away now
    Files.writeString(folder.resolve("home/backup/prepared-2"), away.address().toString());
    engine.use(List.of(disk, away), untold());
    double beside = seconds(() -> archive(server, disk));
    out.printf(
        Locale.ROOT,
        "%nthe log at the folder after %.1f s; beside a destination that is away after %.1f s"
            + " (15)%n",
        alone,
        beside);
  }

  private static void fill(DatabaseServer server, int megabytes) throws SQLException {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pgcrypto");
      statement.execute("CREATE TABLE ledger_of_bench (n int, bytes bytea STORAGE EXTERNAL)");
      statement.execute(
          "INSERT INTO ledger_of_bench SELECT n, (SELECT string_agg(gen_random_bytes(1000), '')"
              + " FROM generate_series(1, %d) WHERE n > 0) FROM generate_series(1, %d) n"
                  .formatted(ROW / 1_000, megabytes * MB / ROW));
      statement.execute("CHECKPOINT");
    }
  }

  private static void change(DatabaseServer server) throws SQLException {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE ledger_of_bench SET bytes = bytes || gen_random_bytes(10) WHERE n % 100 = 0");
    }
  }

  /** The part of the log that is written now, until it lies at the destination. */
  private static void archive(DatabaseServer server, Destination disk) throws Exception {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS bench_log (n int)");
      statement.execute("INSERT INTO bench_log VALUES (1)");
      String part;
      try (ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal() - 1)")) {
        row.next();
        part = row.getString(1);
      }
      Path archive = Path.of(disk.address().toString(), "classic/archive");
      while (!isIn(archive, part)) {
        Thread.sleep(100);
      }
    }
  }

  private static boolean isIn(Path archive, String part) throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.anyMatch(each -> String.valueOf(each.getFileName()).startsWith(part));
    }
  }

  private static void copy(DatabaseServer server, Path to) throws Exception {
    ProcessBuilder copy =
        new ProcessBuilder(
                "/usr/lib/postgresql/17/bin/pg_basebackup",
                "--host=" + server.socketFolder(),
                "--port=" + server.port(),
                "--username=" + server.superuser(),
                "--pgdata=" + to,
                "--checkpoint=fast")
            .inheritIO();
    copy.environment().put("PGPASSWORD", server.password());
    if (copy.start().waitFor() != 0) {
      throw new IllegalStateException("pg_basebackup failed");
    }
  }

  private static Destination destination(int place, String address) throws Exception {
    return new Destination(
        UUID.randomUUID(), place, DestinationAddress.parse(address), CountryCode.of("FR"), "");
  }

  private static RunControl untold() {
    return new RunControl(_ -> {});
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
  }

  private void line(String what, double seconds, int megabytes) {
    out.printf(
        Locale.ROOT,
        "%-34s %9.1f %9.0f %14.2f%n",
        what,
        seconds,
        megabytes / seconds,
        seconds / baseline);
  }
}
