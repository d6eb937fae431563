package eu.rempart.watch.agent;

import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How an agent becomes one of an installation, and learns whom to trust. */
final class Entry {

  /** After these it is worth asking again. */
  private static final Set<Refusal> LATER =
      Set.of(Refusal.TOO_MANY, Refusal.AWAY, Refusal.NOT_HOME);

  private final ProbeCall call;
  private final AgentFolder folder;
  private final Notebook notebook;

  Entry(ProbeCall call, AgentFolder folder, Notebook notebook) {
    this.call = call;
    this.folder = folder;
    this.notebook = notebook;
  }

  /**
   * What the agent is; it is admitted first if it has a code that it was not admitted with.
   *
   * @throws AgentException if it can't be admitted
   * @throws IOException if home is away
   */
  Identity enter() throws IOException {
    Optional<Identity> known = Identity.read(folder);
    Optional<AdmissionCode> code = call.code();
    if (code.isEmpty() || known.filter(it -> it.cameWith(code.get())).isPresent()) {
      Identity identity =
          known.orElseThrow(
              () ->
                  new AgentException(
                      "This agent was never admitted: an administrator makes a code for --code on"
                          + " the screen Watch."));
      if (!identity.zone().equals(call.zone().code())) {
        throw new AgentException(
            "This agent was admitted for %s, not for %s.".formatted(identity.zone(), call.zone()));
      }
      return identity;
    }
    known.ifPresent(this::requireZone);
    if (known.filter(it -> !it.home().equals(code.get().home())).isPresent()) {
      notebook.forgetAuthority();
    }
    return admit(code.get());
  }

  /** What waits in the folder was measured in its zone, and must not be told of another. */
  private void requireZone(Identity identity) {
    if (!identity.zone().equals(call.zone().code())) {
      throw new AgentException(
          "In this folder is the agent in %s: the one in %s needs another --home."
              .formatted(identity.zone(), call.zone()));
    }
  }

  private Identity admit(AdmissionCode code) throws IOException {
    learn(code.home());
    KeyPair pair = PendingKey.of(code, folder);
    String zone = call.zone().code();
    try (HomeLink link = link()) {
      Admission.Request asked =
          Admission.Request.of(code, zone, machine(zone), ProbeCommand.release(), pair);
      UUID agent = UUID.fromString(link.admit(asked, code.home()).agent());
      notebook.forget();
      Identity identity = Identity.write(folder, agent, zone, pair, code);
      folder.remove(PendingKey.FILE);
      return identity;
    } catch (HomeRefusedException refused) {
      Refusal reason = refused.reason().orElse(Refusal.CODE);
      // who is on the way could else have an agent give up
      if (!refused.signed() || LATER.contains(reason)) {
        throw new IOException(refused.words(), refused);
      }
      throw new AgentException("Home does not admit this agent: " + refused.words(), refused);
    }
  }

  /**
   * Asks home whom to trust, unless the operator said so.
   *
   * @return whether that is anything new
   */
  boolean learn(PublicKey home) throws IOException {
    if (call.ca().isPresent()) {
      return false;
    }
    try (HomeLink link = new HomeLink(call.server(), LinkTrust.nobody())) {
      Admission.Authorities told = link.authorities(home);
      if (told.at() <= notebook.authorityAt()) {
        return false; // somebody says again what home said before
      }
      byte[] pem = told.pem().getBytes(StandardCharsets.US_ASCII);
      boolean other =
          !Arrays.equals(pem, folder.read(Notebook.AUTHORITY).orElseGet(() -> new byte[0]));
      notebook.authority(pem, told.at());
      return other;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /** A way to home, over TLS with whom the agent trusts now. */
  HomeLink link() throws IOException {
    URI server = call.server();
    Path told = folder.resolve(Notebook.AUTHORITY);
    try {
      return new HomeLink(server, LinkTrust.of(call.ca(), told));
    } catch (GeneralSecurityException e) {
      throw new AgentException("There is no certificate in " + call.ca().orElse(told) + ".", e);
    }
  }

  private static String machine(String otherwise) {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.isBlank() ? otherwise : name;
    } catch (UnknownHostException nameless) {
      return otherwise;
    }
  }
}
