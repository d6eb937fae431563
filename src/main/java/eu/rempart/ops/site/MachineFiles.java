package eu.rempart.ops.site;

import eu.rempart.db.handover.SiteHandover;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.file.PgbackrestServer;
import eu.rempart.tls.ClusterCertificate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes all that the programs of a machine are told, each file whole and for its owner alone. */
public final class MachineFiles {

  private final Path home;
  private final SiteFolder folder;
  private final Cluster cluster;
  private final Machine self;

  /**
   * Writes nothing yet.
   *
   * @param self one of the cluster's machines
   */
  public MachineFiles(Path home, Cluster cluster, Machine self) {
    this.home = home.toAbsolutePath().normalize();
    this.folder = SiteFolder.of(this.home);
    this.cluster = cluster;
    this.self = self;
  }

  /**
   * Of a witness; of a site, the greater part.
   *
   * @param replaces whether it comes in the place of a machine that was lost
   */
  public void write(ClusterCertificate certificate, boolean replaces) throws IOException {
    write(folder.self(), text(self.name() + "\n"));
    writeCertificate(certificate);
    write(folder.etcdConfig(), new EngineFiles(cluster, self, folder).etcd(replaces));
    makeFolder(folder.etcdData());
  }

  /** The certificate anew; programs that run take it when they are told to read it. */
  public void writeCertificate(ClusterCertificate certificate) throws IOException {
    write(folder.authority(), text(certificate.authority()));
    write(folder.certificate(), text(certificate.certificate()));
    write(folder.key(), text(certificate.key()));
    write(folder.keyForJdbc(), der(certificate.key()));
  }

  /**
   * Of a site, after {@link #write}.
   *
   * @param programs the folder of PostgreSQL's
   * @param first whether it brings the data that all begin with
   */
  public void writeSite(SiteSecrets secrets, Path programs, String sharedBuffers, boolean first)
      throws IOException {
    Path sockets = home.resolve("run/pg");
    makeFolder(sockets);
    makeFolder(folder.rotatedLogs());
    EngineFiles.Server server =
        new EngineFiles.Server(
            home.resolve("postgres"),
            programs,
            sockets,
            sharedBuffers,
            SiteHandover.archiveCommand(home));
    EngineFiles files = new EngineFiles(cluster, self, folder);
    write(folder.patroniConfig(), files.patroni(server, secrets, first));
    makeFolder(folder.run());
    write(folder.pgbackrestConfig(), text(pgbackrest().text()));
    write(
        folder.pgbackrestPasswords(),
        text(PgbackrestServer.passwords(EngineFiles.SUPERUSER, secrets.superuser())));
    write(folder.properties(), text(properties(secrets)));
  }

  /** Last of all: from here on the machine belongs to the cluster. */
  public void finish() throws IOException {
    write(folder.cluster(), cluster.json());
  }

  /**
   * What {@link #writeSite} writes, as this version has it; programs take it when they start again.
   *
   * @param programs the folder of PostgreSQL's
   */
  public void rewriteSite(SiteSecrets secrets, Path programs, String sharedBuffers)
      throws IOException {
    Path patroni = folder.patroniConfig();
    boolean first = Files.exists(patroni) && Files.readString(patroni).contains("\"bootstrap\"");
    writeSite(secrets, programs, sharedBuffers, first);
  }

  private PgbackrestServer pgbackrest() {
    return new PgbackrestServer(
        self.isAddress() ? self.host() : "*",
        self.ports().backup(),
        folder.run(),
        new PgbackrestServer.Tls(folder.authority(), folder.certificate(), folder.key()),
        cluster.sites().stream()
            .map(Cluster.Machine::name)
            .filter(name -> !name.equals(self.name()))
            .toList());
  }

  private String properties(SiteSecrets secrets) {
    return """
    # Written by ./rempart site init and ./rempart site join.
    rempart.database.url=%s
    rempart.database.user=rempart_owner
    rempart.database.password=%s
    rempart.places.country=%s
    """
        .formatted(jdbcUrl(), secrets.owner(), self.country());
  }

  /** Finds the site that leads, whichever it is. */
  String jdbcUrl() {
    return cluster.sites().stream()
            .map(Cluster.Machine::database)
            .collect(Collectors.joining(",", "jdbc:postgresql://", "/rempart"))
        + "?targetServerType=primary&hostRecheckSeconds=1&tcpKeepAlive=true"
        // a frozen machine still takes connections, and says nothing on them
        + "&connectTimeout=2&sslResponseTimeout=2000"
        + "&sslmode=verify-full&sslrootcert=%s&sslcert=%s&sslkey=%s"
            .formatted(folder.authority(), folder.certificate(), folder.keyForJdbc());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder()
        .decode(
            pem.lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining()));
  }

  private static void makeFolder(Path path) throws IOException {
    Files.createDirectories(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
  }

  /** Writes another file of this home folder. */
  public void write(Path file, byte[] content) throws IOException {
    makeFolder(folder.path());
    makeFolder(Objects.requireNonNull(file.getParent()));
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    Files.createFile(
        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true); // a power cut would leave an empty file under the name
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
