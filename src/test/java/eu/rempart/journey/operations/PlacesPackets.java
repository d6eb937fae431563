package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.cli.Shell.Outcome;
import eu.rempart.journey.CutProxy;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.HostKeys;
import eu.rempart.ops.backup.engine.SftpServer;
import eu.rempart.vault.operating.BackupSecret;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person has an application send something to each kind of place, and reads on the page Places
 * where data go; then a packet goes somewhere else. Runs in a network of its own, and says what the
 * log of packets saw beside what the page says.
 */
public final class PlacesPackets {

  /** Nobody declared this one. */
  static final String STRAY = "198.51.100.99";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BOX = "claire@firm.example";
  private static final String BOX_PASSWORD = "sesame-opens-this-box";

  private final Path folder;
  private final PlacePeers peers;
  private final OwnNetwork network;

  private PlacesPackets(Path folder, PlacePeers peers, OwnNetwork network) {
    this.folder = folder;
    this.peers = peers;
    this.network = network;
  }

  /**
   * Ends with 0 unless something can't be done.
   *
   * @param arguments a home folder that somebody else began
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path folder = Files.createTempDirectory("packets-");
    try (OwnNetwork network = new OwnNetwork(PlacePeers.ADDRESSES.values());
        PlacePeers peers = new PlacePeers(folder)) {
      new PlacesPackets(folder, peers, network).run(home);
    } finally {
      Homes.delete(folder);
    }
    System.exit(0); // the browser's driver has threads that go on
  }

  private void run(Path home) throws Exception {
    List<String> options = new ArrayList<>(peers.options());
    options.addAll(peers.settings());
    Path little = Files.createDirectory(folder.resolve("little"));
    Settings settings = new Settings(Map.of("REMPART_BACKUP_IMAGE_OF", little.toString()), options);
    try (Installation application = Installation.start(home, false, settings, network.through())) {
      int port = URI.create(application.url()).getPort();
      try (CutProxy way = CutProxy.to(InetAddress.ofLiteral(OwnNetwork.ADDRESS), port);
          Person person = Person.at("https://localhost:" + way.port(), Way.DESKTOP_ENGLISH);
          SftpServer sftp = sftp(home)) {
        person.signIn();
        alerts(person);
        mailbox(person);
        backup(home, sftp);
        await("sign of life").atMost(PATIENCE).until(() -> peers.lived.get() > 0);
        compare(person);
      }
    }
  }

  private SftpServer sftp(Path home) throws Exception {
    await("a secret for backups")
        .atMost(PATIENCE)
        .until(() -> BackupSecret.read(home), Optional::isPresent);
    String key = BackupSecret.read(home).orElseThrow().sshPublicKey();
    return SftpServer.start(
        folder.resolve("sftp"),
        key,
        InetAddress.ofLiteral(Objects.requireNonNull(PlacePeers.ADDRESSES.get(PlacePeers.BACKUP))));
  }

  /** By mail and by push: a code goes to whoever says that they are reached there. */
  private void alerts(Person person) {
    person.open("/alert-servers");
    person.button("alert-channel.set-up.of", person.t("alert.channel.push")).click();
    Person.type(field(person, "alert-channel.field.url"), peers.pushUrl());
    Locator country = field(person, "alert-channel.field.country");
    Person.type(country, "Germany");
    option(person, "Germany");
    person.dialogButton("alert-channel.save").click();
    assertThat(person.dialog()).hasCount(0);
    person.open("/alert-channels");
    reach(person, ChannelKind.EMAIL, BOX);
    reach(person, ChannelKind.PUSH, "duty-claire");
    await("mail").atMost(PATIENCE).until(() -> peers.mails() > 0);
    await("push").atMost(PATIENCE).until(() -> peers.pushed.get() > 0);
  }

  private static void reach(Person person, ChannelKind kind, String address) {
    person.main().getByLabel(person.t("alert.channels.kind")).first().click();
    option(person, person.t("alert.channel." + kind.key()));
    Person.type(person.field("alert.channels.address"), address);
    person.button("alert.channels.add").click();
    person.sees(person.t("alert.channels.line", person.t("alert.channel." + kind.key()), address));
  }

  private void mailbox(Person person) {
    peers.mailbox(BOX, BOX_PASSWORD);
    person.goTo("/emails");
    person.button("mailbox.new").click();
    Person.type(field(person, "mailbox.field.address"), BOX);
    Person.type(field(person, "mailbox.field.host"), PlacePeers.MAILBOX);
    Person.type(field(person, "mailbox.field.port"), String.valueOf(peers.imaps()));
    Person.type(field(person, "mailbox.field.password"), BOX_PASSWORD);
    person.dialogButton("mailbox.test").click();
    assertThat(person.dialog().locator(".email-answer")).containsText(person.t("mailbox.opens", 0));
    person.dialogButton("mailbox.save").click();
    person.isTold(person.t("mailbox.saved"));
  }

  /** As an operator adds it, and until the application itself wrote there. */
  private void backup(Path home, SftpServer sftp) throws Exception {
    DestinationAddress at = sftp.address();
    String key = HostKeys.of(at).fingerprints().getFirst().split(" ", -1)[1];
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(peers.options());
    command.addAll(
        List.of(
            "-cp",
            Installation.application().resolve(Installation.JAR).toString(),
            "eu.rempart.ops.backup.command.BackupCommand",
            "backup",
            "add",
            at.toString().replace(at.machine().orElseThrow(), PlacePeers.BACKUP),
            "--country",
            "NL",
            "--host-key",
            key,
            "--later",
            "--home",
            home.toString()));
    Outcome added = network.inside(command.toArray(String[]::new));
    assertThat(added.output()).contains("in NL");
    await("what the application itself writes")
        .atMost(PATIENCE)
        .until(() -> Files.exists(sftp.data().resolve("classic")));
  }

  private void compare(Person person) {
    person.open("/places");
    assertThat(person.main().locator(".lines li").first()).isVisible();
    Set<String> declared = new TreeSet<>();
    for (Locator line : person.main().locator(".lines li").all()) {
      String host = line.locator(".line-soft").first().innerText();
      if (!host.equals(person.t("places.here"))) {
        declared.add(PlacePeers.ADDRESSES.getOrDefault(host, host));
      }
    }
    person.picture("places-packets");
    Set<String> seen = network.seen();
    network.stray(STRAY); // whatever went before it is in the log by now
    Set<String> all = network.seen();
    all.remove(STRAY);
    seen.addAll(all);
    System.out.println("places: " + String.join(" ", declared));
    System.out.println("packets: " + String.join(" ", seen));
    System.out.println("packets with a stray one: " + String.join(" ", network.seen()));
  }

  private static Locator field(Person person, String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true));
  }

  private static void option(Person person, String name) {
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
