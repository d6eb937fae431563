package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.home.SocketFolder;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.ops.site.run.Engines;
import eu.rempart.tls.ClusterTls;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * One call of a command about sites, and what all of them need.
 *
 * @param home absolute
 */
record SiteCall(
    CommandTexts texts,
    CommandArguments arguments,
    Map<String, String> environment,
    PrintStream out,
    Clock clock,
    Path home) {

  private static final Path POSTGRES = Path.of("/usr/lib/postgresql/17/bin");

  /** The longest name of a socket of PostgreSQL. */
  private static final String SOCKET = "run/pg/.s.PGSQL.65535";

  SiteFolder folder() {
    return SiteFolder.of(home);
  }

  void say(String key, Object... values) {
    out.println(texts.t("site." + key, values));
  }

  /** The value of an option that has to be there. */
  String required(String option) {
    return arguments
        .value(option)
        .orElseThrow(() -> new WrongCallException(texts.t("site.call.missing", option)));
  }

  /**
   * The cluster that this home folder belongs to.
   *
   * @throws CommandRefusedException if it belongs to none
   */
  Cluster cluster() {
    try {
      return Cluster.read(folder().cluster())
          .orElseThrow(() -> new CommandRefusedException("none", home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This machine in it. */
  Machine self(Cluster cluster) {
    try {
      String name = Files.readString(folder().self(), StandardCharsets.UTF_8).strip();
      return cluster.machine(name).orElseThrow(() -> new CommandRefusedException("none", home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With which this machine asks the others; its certificate is looked at first. */
  SSLContext tls() {
    SiteFolder folder = folder();
    return ClusterTls.context(
        new ClusterTls.Files(folder.certificate(), folder.key(), folder.authority()),
        clock.instant());
  }

  /** Where the programs of PostgreSQL are. */
  Path postgres() {
    return Path.of(environment.getOrDefault("REMPART_POSTGRESQL", POSTGRES.toString()));
  }

  /**
   * Looks whether the programs of Debian are there, whether PostgreSQL can have its socket, and the
   * disk has room.
   *
   * @throws CommandRefusedException with what to install
   */
  void refuseIfUnprepared(Role role) throws IOException {
    List<String> missing = new ArrayList<>();
    if (!Files.isExecutable(Engines.ETCD)) {
      missing.add("etcd-server");
    }
    if (role == Role.SITE
        && !(Files.isExecutable(Engines.PATRONI) && Files.isDirectory(Engines.ETCD_FOR_PATRONI))) {
      missing.add("patroni python3-etcd");
    }
    if (role == Role.SITE && !Files.isExecutable(postgres().resolve("postgres"))) {
      missing.add("postgresql-17");
    }
    if (role == Role.SITE && !Files.isExecutable(Engines.PGBACKREST)) {
      missing.add("pgbackrest");
    }
    if (!missing.isEmpty()) {
      throw new CommandRefusedException("programs-missing", String.join(" ", missing));
    }
    Path socket = home.resolve(SOCKET);
    if (role == Role.SITE
        && socket.toString().getBytes(StandardCharsets.UTF_8).length > SocketFolder.LONGEST_PATH) {
      throw new CommandRefusedException("home-too-long", home);
    }
    long needed = role == Role.SITE ? DiskSpace.OF_A_SITE : DiskSpace.OF_A_WITNESS;
    DiskSpace.of(home).refuseIfLess(needed, home);
  }

  /** Writes the units of systemd, and says how programs are started with and without it. */
  void writeUnits(MachineFiles files, Machine self) throws IOException {
    String account = System.getProperty("user.name");
    String program = arguments.value("--program").orElse("/usr/local/bin/rempart");
    String user = arguments.value("--program-user").orElse(account);
    for (var unit : UnitFiles.of(folder(), self, account, program, user).entrySet()) {
      files.write(folder().unit(unit.getKey()), unit.getValue().getBytes(StandardCharsets.UTF_8));
    }
    say("units", folder().path().resolve("units"));
  }
}
