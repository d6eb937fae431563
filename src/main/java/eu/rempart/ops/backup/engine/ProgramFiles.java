package eu.rempart.ops.backup.engine;

import eu.rempart.vault.operating.BackupSecret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pgBackRest, restic and OpenSSH are told. The values were measured (see the records). */
final class ProgramFiles {

  /** Both servers write into the same: its backups and its log belong to one database. */
  static final String STANZA = "rempart";

  private final BackupFolder folder;
  private final BackupSecret secret;
  private final List<Destination> destinations;

  /**
   * A server of the database as it is reached here.
   *
   * @param data its folder
   * @param sockets the folder of its Unix socket
   * @param leader whose data it copies; empty where it copies nobody's
   */
  record Server(Path data, Path sockets, int port, String user, Optional<Leader> leader) {

    /** One that copies nobody's data. */
    Server(Path data, Path sockets, int port, String user) {
      this(data, sockets, port, user, Optional.empty());
    }
  }

  ProgramFiles(BackupFolder folder, BackupSecret secret, List<Destination> destinations) {
    this.folder = folder;
    this.secret = secret;
    this.destinations = List.copyOf(destinations);
  }

  /**
   * For archiving; with passphrases: for the account alone.
   *
   * @param prepared the destinations that have their repository
   */
  String pgbackrest(Server server, List<Destination> prepared) {
    return pgbackrest(server, folder.locks(), prepared);
  }

  /** For whatever is done at one destination, as {@link #pgbackrest(Server, List)}. */
  String pgbackrest(Server server, Destination destination) {
    String alone = pgbackrest(server, folder.locks(destination), List.of(destination));
    return server.leader().map(leader -> alone + leader.text(STANZA, server.user())).orElse(alone);
  }

  private String pgbackrest(Server server, Path locks, List<Destination> which) {
    return """
    [global]
    log-path=%s
    lock-path=%s
    spool-path=%s
    log-level-console=detail
    log-level-file=detail
    start-fast=y
    process-max=2
    compress-type=zst
    compress-level=3
    archive-async=y
    archive-push-queue-max=4GiB
    io-timeout=10
    delta=y
    sck-keep-alive=y
    %s
    [%s]
    pg1-path=%s
    pg1-socket-path=%s
    pg1-port=%d
    pg1-user=%s
    """
        .formatted(
            folder.log(),
            locks,
            folder.spool(),
            which.stream().map(this::repository).collect(Collectors.joining("\n")),
            STANZA,
            server.data(),
            server.sockets(),
            server.port(),
            server.user());
  }

  private String repository(Destination destination) {
    String shared =
        """
        path=%s
        cipher-type=aes-256-cbc
        cipher-pass=%s
        bundle=y
        block=y
        retention-full-type=time
        retention-full=14
        retention-diff=14
        """
            .formatted(
                destination.folder(Technology.CLASSIC),
                secret.passphrase(destination.use(Technology.CLASSIC)));
    return (shared + kind(destination))
        .indent(0)
        .lines()
        .map(line -> "repo%d-%s".formatted(destination.place(), line))
        .collect(Collectors.joining("\n"));
  }

  private String kind(Destination destination) {
    DestinationAddress address = destination.address();
    return address.isHere()
        ? "type=posix"
        : """
        type=sftp
        sftp-host=%s
        sftp-host-port=%d
        sftp-host-user=%s
        sftp-host-key-hash-type=sha256
        sftp-host-key-check-type=strict
        sftp-known-host=%s
        sftp-private-key-file=%s
        sftp-public-key-file=%s
        """
            .formatted(
                destination.reached(),
                address.port(),
                address.user(),
                folder.knownHosts(),
                folder.sshKey(),
                folder.sshPublicKey());
  }

  /** For {@code ssh -F}: one name for each destination, and strangers are told nothing. */
  String ssh() {
    return destinations.stream()
        .filter(each -> !each.address().isHere())
        .map(this::host)
        .collect(Collectors.joining());
  }

  private String host(Destination destination) {
    return """
    Host %s
      HostName %s
      HostKeyAlias %s
      Port %d
      User %s
      IdentityFile "%s"
      IdentitiesOnly yes
      IdentityAgent none
      UserKnownHostsFile "%s"
      GlobalKnownHostsFile none
      StrictHostKeyChecking yes
      UpdateHostKeys no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      BatchMode yes
      ConnectTimeout 10
      ServerAliveInterval 15
      ServerAliveCountMax 4
    """
        .formatted(
            sshName(destination),
            destination.reached(),
            known(destination.address().host(), destination.address().port()),
            destination.address().port(),
            destination.address().user(),
            asIs(folder.sshKey()),
            asIs(folder.knownHosts()));
  }

  /** As OpenSSH reads it, for which a per cent sign stands for something else. */
  private static String asIs(Path path) {
    return path.toString().replace("%", "%%");
  }

  /** The name of a destination in {@link #ssh}. */
  static String sshName(Destination destination) {
    return "destination-" + destination.place();
  }

  /**
   * The keys that destinations were known by when they were added, under their names and, for
   * pgBackRest, which knows no other name for an address, under those addresses too.
   */
  String knownHosts() {
    return destinations.stream()
        .filter(each -> !each.address().isHere())
        .flatMap(ProgramFiles::known)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<String> known(Destination destination) {
    String name = String.valueOf(destination.address().host());
    return Stream.of(name, destination.reached())
        .distinct()
        .map(host -> known(host, destination.address().port()))
        .flatMap(host -> destination.hostKeys().lines().map(key -> host + " " + key));
  }

  private static String known(@Nullable String host, int port) {
    return port == 22 ? String.valueOf(host) : "[%s]:%d".formatted(host, port);
  }

  /** What restic calls the repository of a destination. */
  static String image(Destination destination) {
    String folder = destination.folder(Technology.IMAGE);
    return destination.address().isHere()
        ? folder
        : "sftp:%s:%s".formatted(sshName(destination), folder);
  }
}
