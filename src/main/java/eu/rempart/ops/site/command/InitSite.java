package eu.rempart.ops.site.command;

import eu.rempart.common.CountryCode;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.db.handover.SiteHandover;
import eu.rempart.home.HomeFolder;
import eu.rempart.home.HomeInUseException;
import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteSecrets;
import eu.rempart.ops.site.place.SitePlaces;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the first site of a cluster out of an installation, and the files for the others. */
final class InitSite {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HIGHEST_PORT = 65_535;

  /** An origin: what browsers are sent to, with the path that they were at. */
  private static final Pattern PAGE =
      Pattern.compile("https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/?");

  /** In which options a machine is given; the witness has no name and no page of its own. */
  private record Options(Role role, String name, String country, String host, String page) {}

  private static final List<Options> OPTIONS =
      List.of(
          new Options(Role.SITE, "--name", "--country", "--host", "--page"),
          new Options(Role.SITE, "--peer-name", "--peer-country", "--peer", "--peer-page"),
          new Options(Role.WITNESS, "--none", "--witness-country", "--witness", "--none"));

  private final SiteCall call;

  InitSite(SiteCall call) {
    this.call = call;
  }

  /**
   * Called again, on either site, it makes new join files, as for machines that did not come within
   * the hour, and takes pages that are given. What is left out stays as it is.
   */
  void run() throws IOException {
    call.arguments()
        .allow(
            call.texts(),
            1,
            "--name",
            "--country",
            "--host",
            "--page",
            "--peer",
            "--peer-name",
            "--peer-country",
            "--peer-page",
            "--witness",
            "--witness-country",
            "--same-country",
            "--ports",
            "--program",
            "--program-user");
    Optional<Cluster> present = Cluster.read(call.folder().cluster());
    List<Machine> before = present.map(this::fromHere).orElse(List.of());
    List<Machine> machines = machines(before);
    ClusterAuthority authority = ClusterAuthority.in(call.home());
    Machine self = machines.getFirst();
    SiteSecrets secrets;
    Cluster cluster;
    if (present.isPresent()) {
      refuseChange(before, machines);
      if (!authority.isHere()) {
        throw new CommandRefusedException("no-authority", call.home());
      }
      cluster = withPages(present.get(), machines);
      secrets = SecretFiles.read(call.home());
      call.say("init.present", self.name());
    } else {
      refuseTheSameTwice(machines);
      refuseOneCountry(machines);
      refuseOtherCountries(machines);
      cluster = new Cluster(newScope(), machines);
      secrets = takeOver(cluster, self, authority);
    }
    for (Machine other : machines.subList(1, machines.size())) {
      new JoinFileWriter(call).write(cluster, other, authority, secrets);
    }
    call.say("init.next", call.home());
  }

  /** In the order of the options: this site, the other one, the witness. */
  private List<Machine> fromHere(Cluster cluster) {
    Machine self = call.self(cluster);
    if (self.role() == Role.WITNESS) {
      throw new CommandRefusedException("no-authority", call.home());
    }
    return cluster.machines().stream()
        .sorted(Comparator.comparing(Machine::role).thenComparing(each -> !each.equals(self)))
        .toList();
  }

  /** Names what was given otherwise before, each by its option. */
  private void refuseChange(List<Machine> before, List<Machine> machines) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < OPTIONS.size(); i++) {
      Machine old = before.get(i);
      Machine given = machines.get(i);
      Options options = OPTIONS.get(i);
      note(changed, options.name(), old.name(), given.name());
      note(changed, options.country(), old.country(), given.country());
      note(changed, options.host(), old.host(), given.host());
    }
    note(changed, "--ports", text(before.getFirst().ports()), text(machines.getFirst().ports()));
    if (!changed.isEmpty()) {
      throw new CommandRefusedException("can-not-change", String.join(", ", changed));
    }
  }

  private void note(List<String> changed, String option, String old, String given) {
    if (!old.equals(given)) {
      changed.add(call.texts().t("site.init.changed", option, old, given));
    }
  }

  private static String text(Ports ports) {
    return "%d,%d,%d,%d,%d"
        .formatted(
            ports.postgres(), ports.patroni(), ports.etcd(), ports.etcdPeer(), ports.backup());
  }

  /** The application that runs here takes them at once. */
  private Cluster withPages(Cluster present, List<Machine> machines) throws IOException {
    List<Machine> taken =
        present.machines().stream()
            .map(
                old ->
                    machines.stream()
                        .filter(each -> each.name().equals(old.name()))
                        .findFirst()
                        .orElseThrow())
            .toList();
    Cluster cluster = new Cluster(present.scope(), taken);
    if (!cluster.equals(present)) {
      new MachineFiles(call.home(), cluster, machines.getFirst()).finish();
      call.say("init.pages");
    }
    return cluster;
  }

  private SiteSecrets takeOver(Cluster cluster, Machine self, ClusterAuthority authority)
      throws IOException {
    call.refuseIfUnprepared(Role.SITE);
    if (!Files.exists(call.home().resolve("keys/pepper"))) {
      throw new CommandRefusedException(
          "not-begun", call.home()); // the other site would make another
    }
    if (!Files.exists(call.home().resolve("postgres/PG_VERSION"))) {
      throw new CommandRefusedException("not-embedded", call.home());
    }
    ClusterCertificate certificate = authority.issue(self.name(), List.of(self.host()));
    SiteHandover database;
    try (HomeFolder home = HomeFolder.open(call.home())) {
      database = SiteHandover.prepare(home);
    } catch (HomeInUseException running) {
      throw new CommandRefusedException("running", call.home());
    }
    SiteSecrets secrets = SecretFiles.read(call.home());
    MachineFiles files = new MachineFiles(call.home(), cluster, self);
    files.write(certificate, false);
    files.writeSite(secrets, call.postgres(), database.sharedBuffers(), true);
    call.writeUnits(files, self);
    files.finish();
    call.say("init.done", self.name(), self.country(), call.home().resolve("postgres"));
    return secrets;
  }

  /**
   * As given.
   *
   * @param before of what is left out; none at the first call
   */
  private List<Machine> machines(List<Machine> before) {
    Ports ports = ports(before.isEmpty() ? Ports.USUAL : before.getFirst().ports());
    String first = call.arguments().value("--name").orElse("site-a");
    List<String> names = List.of(first, first.equals("site-b") ? "site-a" : "site-b", "witness");
    List<Machine> machines = new ArrayList<>();
    for (int i = 0; i < OPTIONS.size(); i++) {
      Machine old = before.isEmpty() ? null : before.get(i);
      machines.add(machine(OPTIONS.get(i), old, names.get(i), ports));
    }
    return machines;
  }

  private Machine machine(Options options, @Nullable Machine old, String usual, Ports ports) {
    String name = value(options.name(), old, Machine::name).orElse(usual);
    if (!name.matches("[a-z0-9][a-z0-9-]{0,30}")) {
      throw new WrongCallException(call.texts().t("site.call.name", name));
    }
    String letters =
        value(options.country(), old, Machine::country)
            .orElseGet(() -> call.required(options.country()));
    String address = value(options.page(), old, Machine::page).orElse("");
    if (!address.isEmpty() && !PAGE.matcher(address).matches()) {
      throw new WrongCallException(call.texts().t("site.call.page", address));
    }
    return new Machine(
        name,
        options.role(),
        CountryCode.parse(letters)
            .orElseThrow(() -> new WrongCallException(call.texts().t("site.call.country", letters)))
            .value(),
        value(options.host(), old, Machine::host).orElseGet(() -> call.required(options.host())),
        ports,
        address);
  }

  private Optional<String> value(
      String option, @Nullable Machine old, Function<Machine, String> present) {
    return call.arguments().value(option).or(() -> Optional.ofNullable(old).map(present));
  }

  private Ports ports(Ports usual) {
    Optional<String> given = call.arguments().value("--ports");
    if (given.isEmpty()) {
      return usual;
    }
    if (!given.get().matches("\\d{1,5}(,\\d{1,5}){4}")) {
      throw new WrongCallException(call.texts().t("site.call.ports", given.get()));
    }
    List<Integer> numbers =
        List.of(given.get().split(",", -1)).stream().map(Integer::valueOf).toList();
    if (Set.copyOf(numbers).size() < numbers.size()
        || numbers.stream().anyMatch(port -> port < 1 || port > HIGHEST_PORT)) {
      throw new WrongCallException(call.texts().t("site.call.ports", given.get()));
    }
    return new Ports(
        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
  }

  private void refuseTheSameTwice(List<Machine> machines) {
    if (machines.stream().map(Machine::name).distinct().count() < machines.size()) {
      throw new WrongCallException(call.texts().t("site.call.names"));
    }
    if (machines.stream().map(Machine::host).distinct().count() < machines.size()) {
      throw new WrongCallException(call.texts().t("site.call.hosts"));
    }
  }

  private void refuseOneCountry(List<Machine> machines) {
    String country = machines.getFirst().country();
    if (country.equals(machines.get(1).country()) && !call.arguments().has("--same-country")) {
      throw new CommandRefusedException("same-country", country);
    }
  }

  private void refuseOtherCountries(List<Machine> machines) {
    PlaceRules rules = new PlaceRules(AllowedCountries.of(call.environment()), false, false);
    for (Machine machine : machines) {
      if (rules.refusal(SitePlaces.of(machine)).isPresent()) {
        throw new CommandRefusedException(
            PlaceNotAllowedException.CODE, machine.country(), rules.allowed().toString());
      }
    }
  }

  private static String newScope() {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return "rempart-" + HexFormat.of().formatHex(random);
  }
}
