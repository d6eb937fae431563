package eu.rempart.ops.site.command;

import eu.rempart.common.CountryCode;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.db.handover.SiteHandover;
import eu.rempart.home.HomeFolder;
import eu.rempart.home.HomeInUseException;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteSecrets;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the first site of a cluster out of an installation, and the files for the others. */
final class InitSite {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HIGHEST_PORT = 65_535;

  /** An origin: what browsers are sent to, with the path that they were at. */
  private static final Pattern PAGE =
      Pattern.compile("https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/?");

  private final SiteCall call;

  InitSite(SiteCall call) {
    this.call = call;
  }

  /** Called again it makes new join files, as for machines that did not come within the hour. */
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
    List<Machine> machines = machines();
    refuseTheSameTwice(machines);
    refuseOneCountry(machines);
    Optional<Cluster> present = Cluster.read(call.folder().cluster());
    if (present.isPresent() && !present.get().machines().equals(machines)) {
      throw new SiteRefusedException("other-machines", call.home());
    }
    ClusterAuthority authority = ClusterAuthority.in(call.home());
    Machine self = machines.getFirst();
    SiteSecrets secrets;
    Cluster cluster;
    if (present.isPresent()) {
      cluster = present.get();
      secrets = SecretFiles.read(call.home());
      call.say("init.present", self.name());
    } else {
      cluster = new Cluster(newScope(), machines);
      secrets = takeOver(cluster, self, authority);
    }
    for (Machine other : machines.subList(1, machines.size())) {
      new JoinFileWriter(call).write(cluster, other, authority, secrets);
    }
    call.say("init.next", call.home());
  }

  private SiteSecrets takeOver(Cluster cluster, Machine self, ClusterAuthority authority)
      throws IOException {
    call.refuseIfUnprepared(Role.SITE);
    if (!Files.exists(call.home().resolve("keys/pepper"))) {
      throw new SiteRefusedException("not-begun", call.home()); // the other site would make another
    }
    if (!Files.exists(call.home().resolve("postgres/PG_VERSION"))) {
      throw new SiteRefusedException("not-embedded", call.home());
    }
    ClusterCertificate certificate = authority.issue(self.name(), List.of(self.host()));
    SiteHandover database;
    try (HomeFolder home = HomeFolder.open(call.home())) {
      database = SiteHandover.prepare(home);
    } catch (HomeInUseException running) {
      throw new SiteRefusedException("running", call.home());
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

  private List<Machine> machines() {
    Ports ports = ports();
    String name = call.arguments().value("--name").orElse("site-a");
    String peer =
        call.arguments().value("--peer-name").orElse(name.equals("site-b") ? "site-a" : "site-b");
    return List.of(
        machine(name, Role.SITE, "--country", "--host", "--page", ports),
        machine(peer, Role.SITE, "--peer-country", "--peer", "--peer-page", ports),
        machine("witness", Role.WITNESS, "--witness-country", "--witness", "--none", ports));
  }

  private Machine machine(
      String name, Role role, String country, String host, String page, Ports ports) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,30}")) {
      throw new WrongCallException(call.texts().t("site.call.name", name));
    }
    String letters = call.required(country);
    String address = call.arguments().value(page).orElse("");
    if (!address.isEmpty() && !PAGE.matcher(address).matches()) {
      throw new WrongCallException(call.texts().t("site.call.page", address));
    }
    return new Machine(
        name,
        role,
        CountryCode.parse(letters)
            .orElseThrow(() -> new WrongCallException(call.texts().t("site.call.country", letters)))
            .value(),
        call.required(host),
        ports,
        address);
  }

  private Ports ports() {
    Optional<String> given = call.arguments().value("--ports");
    if (given.isEmpty()) {
      return Ports.USUAL;
    }
    if (!given.get().matches("\\d{1,5}(,\\d{1,5}){3}")) {
      throw new WrongCallException(call.texts().t("site.call.ports", given.get()));
    }
    List<Integer> numbers =
        List.of(given.get().split(",", -1)).stream().map(Integer::valueOf).toList();
    if (Set.copyOf(numbers).size() < numbers.size()
        || numbers.stream().anyMatch(port -> port < 1 || port > HIGHEST_PORT)) {
      throw new WrongCallException(call.texts().t("site.call.ports", given.get()));
    }
    return new Ports(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
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
      throw new SiteRefusedException("same-country", country);
    }
  }

  private static String newScope() {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return "rempart-" + HexFormat.of().formatHex(random);
  }
}
