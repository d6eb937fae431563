package eu.rempart.ops.site;

import static java.util.stream.Collectors.toMap;

import eu.rempart.db.handover.SiteHandover;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.run.Engines;
import eu.rempart.ops.site.run.Supervisor;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Two sites and a witness on three addresses of loopback, with the real programs. */
final class TestCluster implements AutoCloseable {

  private static final Path PROGRAMS =
      Path.of(System.getProperty("rempart.postgresql.programs", "/usr/lib/postgresql/17/bin"));

  final Cluster cluster;
  private final Path folder;
  private final Map<String, Supervisor> supervisors;
  private final Witness witness;

  /** Hands the embedded database of a home over, and starts nothing yet. */
  TestCluster(Path folder) throws IOException {
    this.folder = folder;
    this.cluster =
        new Cluster(
            "test",
            List.of(
                machine("site-a", Role.SITE, "FR", "127.0.0.2"),
                machine("site-b", Role.SITE, "DE", "127.0.0.3"),
                machine("witness", Role.WITNESS, "BE", "127.0.0.4")));
    SiteHandover database;
    try (HomeFolder home = HomeFolder.open(home("site-a"))) {
      database = SiteHandover.prepare(home);
    }
    ClusterAuthority authority = ClusterAuthority.in(home("site-a"));
    for (Machine machine : cluster.machines()) {
      MachineFiles files = new MachineFiles(home(machine.name()), cluster, machine);
      files.write(authority.issue(machine.name(), List.of(machine.host())));
      if (machine.role() == Role.SITE) {
        files.writeSite(
            new SiteSecrets(
                database.superuser(), database.replicator(), database.rewinder(), database.owner()),
            PROGRAMS,
            "128MB",
            machine.name().equals("site-a"));
      }
    }
    supervisors = cluster.machines().stream().collect(toMap(Machine::name, this::supervisor));
    Machine self = cluster.machine("witness").orElseThrow();
    witness = Witness.start(cluster, self, context("witness"));
  }

  private static Machine machine(String name, Role role, String country, String host)
      throws IOException {
    Ports ports = new Ports(free(host), free(host), free(host), free(host));
    return new Machine(name, role, country, host, ports, "");
  }

  private static int free(String host) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(host))) {
      return socket.getLocalPort();
    }
  }

  Path home(String machine) {
    return folder.resolve(machine);
  }

  private Supervisor supervisor(Machine machine) {
    return new Supervisor(
        Engines.of(SiteFolder.of(home(machine.name())), machine.role() == Role.SITE),
        Supervisor.Pauses.USUAL);
  }

  private Supervisor of(String machine) {
    return Objects.requireNonNull(supervisors.get(machine));
  }

  SSLContext context(String machine) {
    SiteFolder site = SiteFolder.of(home(machine));
    return ClusterTls.context(
        new ClusterTls.Files(site.certificate(), site.key(), site.authority()), Instant.now());
  }

  /** Trusts the machines, and shows nothing. */
  SSLContext withoutCertificate() throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var pem = Files.newInputStream(SiteFolder.of(home("site-a")).authority())) {
      trusted.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  void start(String machine) {
    of(machine).start();
  }

  /** As if its power went: all of its processes at once, and nobody starts them again. */
  void kill(String machine) throws IOException {
    Supervisor supervisor = of(machine);
    supervisor.letGo();
    List<ProcessHandle> all =
        Stream.of("patroni", "etcd")
            .flatMap(name -> supervisor.process(name).stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    Optional<ProcessHandle> postmaster = postmaster(machine);
    Stream<ProcessHandle> children =
        postmaster.stream().flatMap(it -> Stream.concat(Stream.of(it), it.children()));
    Stream.concat(all.stream(), children.toList().stream())
        .distinct()
        .forEach(ProcessHandle::destroyForcibly);
    supervisors.put(machine, supervisor(cluster.machine(machine).orElseThrow()));
  }

  private Optional<ProcessHandle> postmaster(String machine) throws IOException {
    Path pid = home(machine).resolve("postgres/postmaster.pid");
    return Files.exists(pid)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
        : Optional.empty();
  }

  /** As the application of this machine connects: to whichever site leads. */
  Connection connect(String machine) throws IOException, SQLException {
    return connect(machine, UnaryOperator.identity());
  }

  /** With the password, and trusting the right authority. */
  Connection connectWithoutCertificate(String machine) throws IOException, SQLException {
    return connect(machine, url -> url.replaceAll("&ssl(cert|key)=[^&]*", ""));
  }

  private Connection connect(String machine, UnaryOperator<String> change)
      throws IOException, SQLException {
    Properties settings = new Properties();
    try (var in = Files.newBufferedReader(SiteFolder.of(home(machine)).properties())) {
      settings.load(in);
    }
    return DriverManager.getConnection(
        change.apply(settings.getProperty("rempart.database.url")),
        settings.getProperty("rempart.database.user"),
        settings.getProperty("rempart.database.password"));
  }

  @Override
  public void close() {
    witness.close();
    List.of("site-b", "site-a", "witness").forEach(name -> of(name).close());
  }
}
