package eu.rempart.bench.site;

import eu.rempart.RempartApplication;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.ops.site.command.SiteCommand;
import eu.rempart.tls.ClusterTls;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** Two sites and a witness, made and run by the commands that an administrator calls. */
final class SiteMachines implements AutoCloseable {

  private static final List<String> SMALL =
      List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  private static final Pattern PASSPHRASE = Pattern.compile("passphrase: (\\S+)");
  private static final long PATIENCE_MILLIS = 180_000;
  private static final long PAUSE_MILLIS = 250;

  private final Path folder;
  private final SiteNetwork network;

  /** By the machine that they write on. */
  private final Map<String, Process> writers = new HashMap<>();

  private final SmallDisk diskOfB;
  private final ClusterView view;

  /** Makes an installation, and two sites of it; starts nothing yet. */
  SiteMachines(Path folder, SiteNetwork network) throws IOException {
    this.folder = folder;
    this.network = network;
    beginInstallation();
    diskOfB = new SmallDisk(home("site-b"));
    String said =
        command(
            "site-a",
            List.of(),
            "site init --country FR --host %s --peer %s --peer-country DE --witness %s --witness-country BE"
                .formatted(
                    network.address("site-a"),
                    network.address("site-b"),
                    network.address("witness"))
                .split(" ", -1));
    Matcher passphrase = PASSPHRASE.matcher(said);
    for (String machine : List.of("site-b", "witness")) {
      if (!passphrase.find()) {
        throw new IOException(said);
      }
      command(
          machine,
          List.of("env", "REMPART_JOIN_PASSPHRASE=" + passphrase.group(1)),
          machine.equals("witness") ? "witness" : "site",
          "join",
          SiteFolder.of(home("site-a")).joinFile(machine).toString());
    }
    SiteFolder witness = SiteFolder.of(home("witness"));
    view =
        new ClusterView(
            Cluster.read(witness.cluster()).orElseThrow(),
            ClusterTls.context(
                new ClusterTls.Files(witness.certificate(), witness.key(), witness.authority()),
                Instant.now()));
  }

  private void beginInstallation() {
    SpringApplication.run(
            RempartApplication.class,
            "--rempart.home=" + home("site-a"),
            "--server.port=0",
            "--logging.level.root=error",
            "--REMPART_ADMIN_EMAIL=bench@rempart.example",
            "--REMPART_ADMIN_PASSWORD=only a benchmark, 4 words and more")
        .close();
  }

  SiteNetwork network() {
    return network;
  }

  Path home(String machine) {
    return folder.resolve(machine);
  }

  /** Who it is, by the address that its database has. */
  String address(String machine) {
    return network.address(machine);
  }

  /** Calls {@code ./rempart} there, and gives what it says. */
  String command(String machine, String... words) throws IOException {
    return command(machine, List.of(), words);
  }

  private String command(String machine, List<String> before, String... words) throws IOException {
    List<String> whole = new ArrayList<>(before);
    whole.addAll(java(SMALL, SiteCommand.class, words));
    whole.addAll(List.of("--home", home(machine).toString()));
    return Shell.run(network.on(machine, whole));
  }

  private static List<String> java(List<String> options, Class<?> main, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList()));
    command.add(main.getName());
    command.addAll(List.of(words));
    return command;
  }

  /** Starts all programs, and returns when everything is on two servers. */
  void startAll() throws IOException, InterruptedException {
    start("witness");
    start("site-a");
    start("site-b");
    awaitSafe();
  }

  /** Starts the programs of a machine, as {@code ./rempart site start} does; waits for nothing. */
  void start(String machine) throws IOException {
    String noun = machine.equals("witness") ? "witness" : "site";
    launch(
        machine,
        "supervisor",
        java(SMALL, SiteCommand.class, noun, "run", "--home", home(machine).toString()));
  }

  /** Starts the application of a site, and somebody who writes there. */
  void startWriter(String site) throws IOException {
    writers.put(
        site,
        launch(
            site,
            "writer",
            java(
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                FailoverWriter.class,
                home(site).toString(),
                site,
                notes(site).toString())));
  }

  private Process launch(String machine, String log, List<String> command) throws IOException {
    return new ProcessBuilder(network.on(machine, command))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(folder.resolve(machine + "-" + log + ".log").toFile()))
        .start();
  }

  private Path notes(String site) {
    return folder.resolve(site + "-notes.txt");
  }

  Notes notes() throws IOException {
    return Notes.of(List.of(notes("site-a"), notes("site-b")));
  }

  /** As if the power went, but for the one who writes there: he loses his database only. */
  void kill(String machine) throws IOException {
    Process writer = writers.get(machine);
    signal(
        "KILL",
        network.processes(machine).stream()
            .filter(process -> writer == null || process != writer.pid())
            .toList());
  }

  /** All processes stop where they are, and the one who writes there with them. */
  void freeze(String machine) throws IOException {
    signal("STOP", network.processes(machine));
  }

  /** The end of {@link #freeze}. */
  void thaw(String machine) throws IOException {
    signal("CONT", network.processes(machine));
  }

  private static void signal(String name, List<Long> processes) throws IOException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add(Long.toString(process)));
    try {
      Shell.run(command);
    } catch (IOException e) {
      // it tells the others all the same where one has ended meanwhile, with another that it served
      if (processes.stream().allMatch(process -> ProcessHandle.of(process).isPresent())) {
        throw e;
      }
    }
  }

  void killDatabase(String site) throws IOException {
    Path file = home(site).resolve("postgres/postmaster.pid");
    signal("KILL", List.of(Long.valueOf(Files.readAllLines(file).getFirst())));
  }

  void killPatroni(String site) throws IOException {
    Path file = SiteFolder.of(home(site)).pid("patroni");
    signal("KILL", List.of(Long.valueOf(Files.readString(file).strip())));
  }

  /**
   * Has the database write more than the disk of site B, which is full then, has room for.
   *
   * @throws IllegalStateException if site B leads
   */
  void fillDiskOfCopy(String copy) throws IOException, SQLException {
    if (!copy.equals("site-b")) {
      throw new IllegalStateException(
          "the small disk is that of site B, and " + copy + " is the copy");
    }
    diskOfB.fill();
    try (Connection owner = connect();
        Statement statement = owner.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS bench_load");
      statement.execute("CREATE TABLE bench_load (words text)");
      // more than the segments of WAL that PostgreSQL keeps to write into again
      statement.execute(
          "INSERT INTO bench_load SELECT string_agg(md5(i::text || random()), '')"
              + " FROM generate_series(1, 6000000) i GROUP BY i % 6000");
    }
  }

  void emptyDiskOfCopy() throws IOException {
    diskOfB.empty();
  }

  /**
   * Waits until what is acknowledged is on two servers, and says which one leads.
   *
   * @throws IOException if that takes minutes
   */
  String awaitSafe() throws IOException, InterruptedException {
    AtomicReference<@Nullable String> leader = new AtomicReference<>();
    await(
        "the sites did not come together again",
        () -> {
          ClusterView.Seen seen = view.look();
          leader.set(seen.safe() ? seen.leader() : null);
          return leader.get() != null;
        });
    return Objects.requireNonNull(leader.get());
  }

  /**
   * Waits until both writers are told something again.
   *
   * @throws IOException if that takes minutes
   */
  void awaitWriting(long since) throws IOException, InterruptedException {
    await(
        "a writer was told nothing",
        () -> Notes.last(notes("site-a")) > since && Notes.last(notes("site-b")) > since);
  }

  /**
   * Waits until one writer is told something again.
   *
   * @throws IOException if that takes minutes
   */
  void awaitOneWriter(long since) throws IOException, InterruptedException {
    await(
        "nobody was told anything",
        () -> Notes.last(notes("site-a")) > since || Notes.last(notes("site-b")) > since);
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(String complaint, Condition condition)
      throws IOException, InterruptedException {
    long begun = System.currentTimeMillis();
    while (!condition.holds()) {
      if (System.currentTimeMillis() - begun > PATIENCE_MILLIS) {
        throw new IOException("%s for minutes; see %s".formatted(complaint, folder));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Whether the database of a site takes changes. */
  boolean leads(String site) {
    return view.look().site(site).filter(ClusterView.Site::leads).isPresent();
  }

  /** The other one. */
  static String other(String site) {
    return site.equals("site-a") ? "site-b" : "site-a";
  }

  /** As the owner, to whichever site leads. */
  Connection connect() throws IOException, SQLException {
    return SiteFolder.of(home("site-a")).owner().connect();
  }

  @Override
  public void close() throws IOException {
    for (String machine : List.of("site-a", "site-b", "witness")) {
      List<Long> processes = network.processes(machine);
      if (!processes.isEmpty()) {
        signal("KILL", processes);
      }
    }
    diskOfB.close();
  }
}
