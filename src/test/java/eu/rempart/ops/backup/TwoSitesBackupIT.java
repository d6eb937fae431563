package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.command.BackupCommand;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.HostKeys;
import eu.rempart.ops.backup.engine.SftpServer;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.command.TestCluster;
import eu.rempart.vault.operating.BackupSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both servers, both technologies, four destinations, with the real programs and a clock driven by
 * hand: all sixteen are there and young, a switch changes nothing, and after both servers are lost
 * either technology brings the records back on one machine alone.
 */
class TwoSitesBackupIT {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  /** Half past midnight, when the first site is due. */
  private volatile Instant now =
      LocalDateTime.now(ZoneId.of("Europe/Paris"))
          .toLocalDate()
          .atTime(0, 30)
          .atZone(ZoneId.of("Europe/Paris"))
          .toInstant();

  private final List<Integer> acknowledged = new ArrayList<>();

  @Test
  void bothServersAreBackedUpToFourDestinationsAndComeBack() throws Exception {
    TestCluster.found(folder);
    Path kit = folder.resolve("kit.txt");
    List<Destination> destinations;
    List<Integer> inImage;
    try (TestCluster machines = new TestCluster(folder);
        SftpServer sftp = SftpServer.start(folder.resolve("sftp"), secret().sshPublicKey())) {
      machines.start("witness");
      machines.start("site-a");
      machines.start("site-b");
      await().atMost(LONG).until(machines::look, ClusterView.Seen::safe);
      write(machines);
      try (SiteAtWork a = new SiteAtWork(machines.home("site-a"), secret(), this::now, 0);
          SiteAtWork b = new SiteAtWork(machines.home("site-b"), secret(), this::now, 6)) {
        destinations = add(a, sftp);
        Files.writeString(kit, new BackupKit(secret().groups(), destinations, now).text());
        b.workOff();
        assertThat(b.runs.latest(now)).as("the primary makes the repositories").isEmpty();
        a.workOff();
        now = now.plus(Duration.ofHours(6));
        b.workOff();
        sixteenCellsAreYoung(a, destinations);
        for (Technology technology : Technology.values()) {
          does(b, destinations.getLast(), technology, Act.DRILL);
        }
        inImage = List.copyOf(acknowledged);

        machines.command(Map.of(), "site-b", "site", "switch", "--to", "site-b");
        await().atMost(LONG).until(machines::look, ClusterView.Seen::safe);
        write(machines);
        does(b, destinations.getFirst(), Technology.CLASSIC, Act.MAKE);
        does(a, destinations.getFirst(), Technology.CLASSIC, Act.MAKE);
        does(a, destinations.getFirst(), Technology.IMAGE, Act.MAKE);
      }
    }
    assertThat(restored(destinations.getFirst(), kit, "classic", "site-a")).isEqualTo(acknowledged);
    assertThat(restored(destinations.get(1), kit, "image", "site-b")).isEqualTo(inImage);
  }

  private BackupSecret secret() {
    return BackupSecret.read(folder.resolve("site-a")).orElseThrow();
  }

  private Instant now() {
    return now;
  }

  /** Three disks, and a server for files. */
  private List<Destination> add(SiteAtWork site, SftpServer sftp) throws Exception {
    List<Destination> added = new ArrayList<>();
    for (String country : List.of("FR", "DE", "BE")) {
      Path disk = Files.createDirectory(folder.resolve("disk-" + country));
      added.add(site.add(disk.toString(), country, "", now));
    }
    added.add(
        site.add(
            sftp.address().toString(),
            "NL",
            String.join("\n", HostKeys.of(sftp.address()).lines()),
            now));
    return added;
  }

  /** At the last moment before the next of the first site are due. */
  private void sixteenCellsAreYoung(SiteAtWork site, List<Destination> destinations) {
    Instant last = now.plus(Duration.ofHours(6)).minusSeconds(60);
    BackupState state =
        new BackupState(
            null,
            new BackupServers(site.home.path()).all(),
            destinations.stream().map(each -> new Known(each, now, null, null)).toList(),
            site.runs.latest(last),
            null,
            now,
            new Archiving(now, null, null));
    assertThat(state.runs()).allSatisfy(run -> assertThat(run.isGood()).as("%s", run).isTrue());
    assertThat(state.cells())
        .hasSize(16)
        .allSatisfy(
            cell ->
                assertThat(state.age(cell, last).orElseThrow())
                    .isLessThanOrEqualTo(BackupState.OLD));
  }

  private void does(SiteAtWork site, Destination destination, Technology technology, Act act)
      throws IOException {
    BackupCell cell = site.cell(destination, technology);
    now = now.plusSeconds(1);
    site.runs.ask(cell, act, false, now, null);
    site.workOff();
    BackupRun last =
        site.runs.latest(now).stream()
            .filter(run -> run.cell().equals(cell) && run.act() == act)
            .findFirst()
            .orElseThrow();
    assertThat(last.state()).as("%s", last).isEqualTo(State.DONE);
    assertThat(last.isGood()).as("%s", last).isTrue();
  }

  private void write(TestCluster machines) throws Exception {
    try (Connection connection = machines.connect("site-a");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)");
      for (int i = 0; i < 50; i++) {
        int n = acknowledged.size();
        statement.execute("INSERT INTO written VALUES (%d)".formatted(n));
        acknowledged.add(n);
      }
    }
  }

  /** What is read on one machine alone, made of a destination and the kit. */
  private List<Integer> restored(Destination from, Path kit, String technology, String server)
      throws Exception {
    Path target = folder.resolve("restored-" + technology);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit =
        new BackupCommand(
                Map.of(), new ByteArrayInputStream(new byte[0]), out, out, InstantSource.system())
            .run(
                "restore",
                "--from",
                from.address().toString(),
                "--kit",
                kit.toString(),
                "--technology",
                technology,
                "--server",
                server,
                "--home",
                target.toString());
    assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(new BackupServers(target).all()).containsExactly(BackupServers.ALONE);
    List<Integer> found = new ArrayList<>();
    try (HomeFolder home = HomeFolder.open(target);
        DatabaseServer.Started database = DatabaseServer.start(home);
        Connection connection = database.open("rempart");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n FROM written ORDER BY n")) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }
}
