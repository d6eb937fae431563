package eu.rempart.ops.site.command;

import static java.util.stream.Collectors.toMap;

import eu.rempart.db.OwnerAccess;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Original;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.ops.site.Witness;
import eu.rempart.ops.site.run.Engines;
import eu.rempart.ops.site.run.Supervisor;
import eu.rempart.tls.ClusterTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Two sites and a witness on three addresses of loopback, made by the commands, with the real
 * programs.
 */
public final class TestCluster implements AutoCloseable {

  private static final String PROGRAMS =
      System.getProperty("rempart.postgresql.programs", "/usr/lib/postgresql/17/bin");

  private static final Pattern PASSPHRASE = Pattern.compile("passphrase: (\\S+)");

  private final Cluster cluster;
  private final Path folder;
  private final Map<String, Supervisor> supervisors;
  private final Witness witness;

  /** The installation that becomes the first site; its administrator has set it up. */
  public static Path found(Path folder) throws IOException {
    Original.FOUNDED.copyTo(folder.resolve("home"));
    return Files.move(folder.resolve("home"), folder.resolve("site-a"));
  }

  /**
   * Hands the database of a {@link #found} installation over, and starts nothing yet.
   *
   * @param more options of {@code site init}
   */
  public TestCluster(Path folder, String... more) throws IOException {
    this.folder = folder;
    String said = command(Map.of(), "site-a", init(more));
    Matcher passphrase = PASSPHRASE.matcher(said);
    for (String machine : List.of("site-b", "witness")) {
      if (!passphrase.find()) {
        throw new IllegalStateException(said);
      }
      join(machine, "site-a", passphrase.group(1));
    }
    cluster = Cluster.read(SiteFolder.of(home("site-a")).cluster()).orElseThrow();
    supervisors = cluster.machines().stream().collect(toMap(Machine::name, this::supervisor));
    Machine self = cluster.machine("witness").orElseThrow();
    witness = Witness.start(cluster, self, context("witness"));
  }

  private void join(String machine, String maker, String passphrase) {
    command(
        Map.of("REMPART_JOIN_PASSPHRASE", passphrase),
        machine,
        machine.equals("witness") ? "witness" : "site",
        "join",
        SiteFolder.of(home(maker)).joinFile(machine).toString());
  }

  /** A new machine in the place of one that was killed, with nothing of it but its address. */
  void replace(String machine, String survivor) {
    Homes.delete(home(machine));
    String said = command(Map.of(), survivor, "site", "replace", machine);
    Matcher passphrase = PASSPHRASE.matcher(said);
    if (!passphrase.find()) {
      throw new IllegalStateException(said);
    }
    join(machine, survivor, passphrase.group(1));
  }

  private static String[] init(String... more) throws IOException {
    String words =
        "site init --country FR --host 127.0.0.2 --peer 127.0.0.3 --peer-country DE"
            + " --witness 127.0.0.4 --witness-country BE --ports %d,%d,%d,%d,%d"
                .formatted(free(), free(), free(), free(), free());
    return Stream.concat(Stream.of(words.split(" ", -1)), Stream.of(more)).toArray(String[]::new);
  }

  /**
   * What it says.
   *
   * @throws IllegalStateException with what it complains of, if it is refused
   */
  public String command(Map<String, String> environment, String machine, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home(machine).toString()));
    Map<String, String> whole = new java.util.HashMap<>(environment);
    whole.put("REMPART_POSTGRESQL", PROGRAMS);
    int exit =
        new SiteCommand(
                whole,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC())
            .run(all.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** On each of the three addresses, as far as one process can tell. */
  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"))) {
      return socket.getLocalPort();
    }
  }

  public Path home(String machine) {
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

  Machine machine(String name) {
    return cluster.machine(name).orElseThrow();
  }

  /** As the witness sees it. */
  public ClusterView.Seen look() {
    return new ClusterView(cluster, context("witness")).look();
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

  public void start(String machine) {
    of(machine).start();
  }

  /** Ends what runs at the witness beside its etcd. */
  void endWitness() {
    witness.close();
  }

  /** As if its power went: all of its processes at once, and nobody starts them again. */
  public void kill(String machine) throws IOException {
    Supervisor supervisor = of(machine);
    supervisor.letGo();
    List<ProcessHandle> engines =
        Stream.of("patroni", "etcd", "pgbackrest")
            .flatMap(name -> supervisor.process(name).stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    Stream<ProcessHandle> database =
        postmaster(machine).stream().flatMap(it -> Stream.concat(Stream.of(it), it.children()));
    Stream.concat(engines.stream(), database.toList().stream())
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
  public Connection connect(String machine) throws IOException, SQLException {
    return connect(machine, UnaryOperator.identity());
  }

  /** With the password, and trusting the right authority. */
  Connection connectWithoutCertificate(String machine) throws IOException, SQLException {
    return connect(machine, url -> url.replaceAll("&ssl(cert|key)=[^&]*", ""));
  }

  private Connection connect(String machine, UnaryOperator<String> change)
      throws IOException, SQLException {
    OwnerAccess owner = SiteFolder.of(home(machine)).owner();
    return new OwnerAccess(change.apply(owner.jdbcUrl()), owner.user(), owner.password()).connect();
  }

  @Override
  public void close() {
    witness.close();
    List.of("site-b", "site-a", "witness").forEach(name -> of(name).close());
  }
}
