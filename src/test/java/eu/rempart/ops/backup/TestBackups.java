package eu.rempart.ops.backup;

import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.BackupState.Obstacle;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** Destinations and backups as a test wants them, in the tables of the application. */
public final class TestBackups {

  /** What an operator does with psql. */
  @FunctionalInterface
  public interface Sql {
    void run(String statement, Object... values);
  }

  private final BackupBoard board;
  private final SiteFolder sites;
  private final Sql sql;

  public TestBackups(BeanFactory beans, Sql sql) {
    this.board = beans.getBean(BackupBoard.class);
    this.sites = SiteFolder.of(beans.getBean(HomeFolder.class).path());
    this.sql = sql;
    can();
  }

  /** This server can make backups. */
  public void can() {
    board.put(null);
  }

  /** Something stands in its way. */
  public void cannot(Obstacle obstacle) {
    board.put(obstacle);
  }

  /** The data lie on site-a, which this is, and on site-b. */
  public void twoServers() {
    List<Machine> machines =
        List.of(
            new Machine("site-a", Role.SITE, "FR", "10.0.0.1", Ports.USUAL, ""),
            new Machine("site-b", Role.SITE, "DE", "10.0.0.2", Ports.USUAL, ""));
    try {
      Files.createDirectories(sites.cluster().getParent());
      Files.write(sites.cluster(), new Cluster("rempart-1", machines).json());
      Files.writeString(sites.self(), "site-a");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the screens. */
  public void news() {
    board.news();
  }

  /** As every other test finds it. */
  public void clear() {
    sql.run("DELETE FROM backup_run");
    sql.run("DELETE FROM backup_destination");
    sql.run("DELETE FROM backup_secret");
    board.put(Obstacle.DATABASE_ELSEWHERE);
    try {
      Files.deleteIfExists(sites.cluster());
      Files.deleteIfExists(sites.self());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A destination that was added some time ago, at a machine with a key of its own. */
  public UUID destination(String address, String country, Duration ago) {
    byte[] key = address.getBytes(StandardCharsets.UTF_8);
    return destination(
        address, country, "ssh-ed25519 " + Base64.getEncoder().encodeToString(key), ago);
  }

  /** One whose machine shows this key. */
  public UUID destination(String address, String country, String hostKey, Duration ago) {
    UUID id = UUID.randomUUID();
    sql.run(
        """
        INSERT INTO backup_destination (id, address, country, host_keys, added_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        id,
        address,
        country,
        hostKey,
        before(ago));
    return id;
  }

  /** A cell of the one server that there is. */
  public static BackupCell cell(UUID destination, Technology technology) {
    return new BackupCell(BackupServers.ALONE, destination, technology);
  }

  /** A backup of 978 MB, of which 109 MB were new. */
  public void made(BackupCell cell, Duration ago, int left) {
    insert(cell, Act.MAKE, "done", ago);
    sql.run(
        """
        UPDATE backup_run SET label = '20261130-003000F', size = 978000000, stored = 109000000,
          left_out = ? WHERE id = (SELECT max(id) FROM backup_run)
        """,
        left);
  }

  /** An image without some files, which counts as failed. */
  public void incomplete(BackupCell cell, Duration ago, int missing) {
    run(cell, Act.MAKE, "failed", ago, "incomplete", "/srv/a, /srv/b, …");
    sql.run(
        """
        UPDATE backup_run SET label = '', size = 0, stored = 0, left_out = ?
        WHERE id = (SELECT max(id) FROM backup_run)
        """,
        missing);
  }

  public void verified(BackupCell cell, Duration ago) {
    insert(cell, Act.VERIFY, "done", ago);
  }

  public void drilled(BackupCell cell, Duration ago, Proof proof) {
    insert(cell, Act.DRILL, "done", ago);
    sql.run(
        "UPDATE backup_run SET proof = ?::jsonb WHERE id = (SELECT max(id) FROM backup_run)",
        JsonMapper.shared().writeValueAsString(proof));
  }

  /** Something that ended otherwise, or goes on. */
  public void run(
      BackupCell cell, Act act, String state, Duration ago, @Nullable String why, String said) {
    insert(cell, act, state, ago);
    if (why != null) {
      sql.run(
          "UPDATE backup_run SET why = ?, said = ? WHERE id = (SELECT max(id) FROM backup_run)",
          why,
          said);
    }
  }

  /** How far what runs is. */
  public void reached(double part) {
    sql.run("UPDATE backup_run SET part = ? WHERE state = 'running'", part);
  }

  private void insert(BackupCell cell, Act act, String state, Duration ago) {
    boolean open = state.equals("waiting") || state.equals("running");
    OffsetDateTime at = before(ago);
    sql.run(
        """
        INSERT INTO backup_run
          (server, destination, technology, act, state, asked_at, begun_at, ended_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN NULL ELSE ?::timestamptz END)
        """,
        cell.server(),
        cell.destination(),
        cell.technology().key(),
        act.key(),
        state,
        at,
        at,
        open,
        at);
  }

  private static OffsetDateTime before(Duration ago) {
    return Instant.now().minus(ago).atOffset(ZoneOffset.UTC);
  }
}
