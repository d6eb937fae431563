package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.db.handover.SiteHandover;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.tls.ClusterCertificate;
import java.io.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes this machine a part of a cluster, by a join file. */
final class JoinSite {

  private static final String PASSPHRASE = "REMPART_JOIN_PASSPHRASE";

  private final SiteCall call;
  private final Role role;

  JoinSite(SiteCall call, Role role) {
    this.call = call;
    this.role = role;
  }

  void run() throws IOException {
    call.arguments().allow(call.texts(), 2, "--program", "--program-user");
    JoinFile file = JoinFile.parse(given());
    boolean renews = refuseIfOther(file);
    file.refuseIfNotNow(call.clock().instant());
    JoinFile.Content content = file.open(passphrase());
    Cluster cluster = content.cluster();
    Machine self =
        cluster
            .machine(file.machine())
            .orElseThrow(() -> new CommandRefusedException("join-damaged"));
    if (self.role() != role) {
      throw new CommandRefusedException("join-other-role", self.name());
    }
    refuseIfElsewhere(self);
    MachineFiles files = new MachineFiles(call.home(), cluster, self);
    ClusterCertificate certificate =
        new ClusterCertificate(content.authority(), content.certificate(), content.key());
    byte[] id = (file.id() + "\n").getBytes(StandardCharsets.US_ASCII);
    if (renews && content.replaces() && Files.exists(call.home().resolve("postgres"))) {
      throw new CommandRefusedException("join-replaced", call.home(), self.name());
    }
    if (renews) {
      files.writeCertificate(certificate);
      if (content.secrets() != null) {
        files.rewriteSite(content.secrets(), call.postgres(), SiteHandover.sharedBuffersHere());
        call.writeUnits(files, self);
      }
      files.finish(); // pages may be other ones
      files.write(call.folder().joined(), id);
      call.say("join.renewed", self.name());
      return;
    }
    call.refuseIfUnprepared(role);
    // first, so that one that is interrupted may go on with the same file
    files.write(call.folder().joined(), id);
    for (Map.Entry<String, byte[]> secret : content.files().entrySet()) {
      files.write(inHome(secret.getKey()), secret.getValue());
    }
    files.write(certificate, content.replaces());
    if (content.secrets() != null) {
      files.writeSite(content.secrets(), call.postgres(), SiteHandover.sharedBuffersHere(), false);
    }
    call.writeUnits(files, self);
    files.finish();
    call.say("join.done", self.name(), cluster.scope(), call.home());
  }

  private byte[] given() throws IOException {
    String name =
        call.arguments()
            .word(1)
            .orElseThrow(() -> new WrongCallException(call.texts().t("site.call.file")));
    if (name.equals("-")) {
      return System.in.readAllBytes();
    }
    try {
      return Files.readAllBytes(Path.of(name));
    } catch (NoSuchFileException e) {
      throw new CommandRefusedException("join-missing", name);
    }
  }

  /** Whether this machine belongs to that cluster already, and the file is another one for it. */
  private boolean refuseIfOther(JoinFile file) throws IOException {
    SiteFolder folder = call.folder();
    Optional<Cluster> present = Cluster.read(folder.cluster());
    boolean same = Files.exists(folder.joined()) && used(folder).equals(file.id());
    if (present.isPresent()) {
      String here = call.self(present.get()).name();
      boolean ours = present.get().scope().equals(file.scope());
      if (ours && !here.equals(file.machine())) {
        throw new CommandRefusedException("join-other-machine", call.home(), here, file.machine());
      }
      if (!ours) {
        throw new CommandRefusedException("join-other-installation", call.home(), file.scope());
      }
      if (same) {
        throw new CommandRefusedException("join-used", file.machine());
      }
      return true;
    }
    // a join that was broken off began in a folder that was empty
    boolean brokenOff =
        Files.exists(folder.joined()) && !Files.exists(call.home().resolve("postgres"));
    if (!same && !brokenOff && hasData()) {
      throw new CommandRefusedException("join-not-empty", call.home());
    }
    return false;
  }

  private static String used(SiteFolder folder) throws IOException {
    return Files.readString(folder.joined(), StandardCharsets.US_ASCII).strip();
  }

  private boolean hasData() throws IOException {
    if (!Files.exists(call.home())) {
      return false;
    }
    try (Stream<Path> found = Files.list(call.home())) {
      return found.findAny().isPresent();
    }
  }

  private void refuseIfElsewhere(Machine self) throws IOException {
    try {
      for (InetAddress address : InetAddress.getAllByName(self.host())) {
        if (address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null) {
          return;
        }
      }
    } catch (UnknownHostException unknown) {
      throw new CommandRefusedException("join-elsewhere", self.name(), self.host());
    }
    throw new CommandRefusedException("join-elsewhere", self.name(), self.host());
  }

  // from JDK 25 on there is none again where nobody sits before it (JDK-8351435)
  @SuppressWarnings("SystemConsoleNull")
  private String passphrase() {
    String given = call.environment().get(PASSPHRASE);
    if (given != null) {
      return given;
    }
    Console console = System.console();
    char[] typed =
        console != null && console.isTerminal()
            ? console.readPassword("%s ", call.texts().t("site.join.passphrase"))
            : null;
    if (typed == null) {
      throw new WrongCallException(call.texts().t("site.call.passphrase", PASSPHRASE));
    }
    return new String(typed);
  }

  /** Nothing outside of the home folder, whatever a file says. */
  private Path inHome(String name) {
    Path path = call.home().resolve(name).normalize();
    if (!path.startsWith(call.home().resolve("keys"))
        && !path.startsWith(call.home().resolve("tls"))) {
      throw new CommandRefusedException("join-damaged");
    }
    return path;
  }
}
