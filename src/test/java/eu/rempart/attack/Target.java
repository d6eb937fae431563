package eu.rempart.attack;

import eu.rempart.edge.gate.Addresses;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Original;
import eu.rempart.journey.Trusting;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An application under attack, with a member in it who works all the while. */
final class Target implements AutoCloseable {

  /** The only one that may connect. */
  static final InetAddress BALANCER = InetAddress.ofLiteral("127.0.0.1");

  private static final Addresses ADDRESSES = new Addresses();

  /**
   * Networks within 10.0.0.0/8, which nobody comes from: one is banned with each change, to show
   * that it holds. Each question comes from another part of it, so that no limit answers instead.
   */
  private static final AtomicInteger NEXT_MARKER = new AtomicInteger(0x0a00_0000);

  private static final int MARKED = 1 << 16;

  private final Installation installation;
  private final TrustManagerFactory trust;
  private final GateTables tables;
  private final Member member;

  private Target(Installation installation) {
    this.installation = installation;
    try {
      trust = Trusting.managers(installation.home());
      tables = new GateTables(installation.asOwner());
      member = Member.signIn(this, country("FR"));
    } catch (Exception e) {
      installation.close();
      throw new IllegalStateException("nobody could sign in before the attacks", e);
    }
  }

  /** Started by whoever asks first, stopped with the tests. */
  static Target shared() {
    return Shared.ONE;
  }

  private static final class Shared {
    static final Target ONE = begin();

    private static Target begin() {
      Target target = own("attacks");
      Runtime.getRuntime().addShutdownHook(new Thread(target::close));
      return target;
    }
  }

  /** One for attacks that the detectors of the whole application remember; closed by its owner. */
  static Target own(String name) {
    var settings =
        new Settings(Map.of(), List.of("-Drempart.edge.balancers=" + BALANCER.getHostAddress()));
    return new Target(Installation.of(Original.FOUNDED, name, settings));
  }

  @Override
  public void close() {
    installation.close();
  }

  int port() {
    return URI.create(installation.url()).getPort();
  }

  Member member() {
    return member;
  }

  GateTables tables() {
    return tables;
  }

  Installation installation() {
    return installation;
  }

  /** An address of IPv4 there that nobody had before. */
  Source country(String code) {
    synchronized (ADDRESSES) {
      return ADDRESSES.ipv4(code);
    }
  }

  /** An address of IPv6 there that nobody had before. */
  Source country6(String code) {
    synchronized (ADDRESSES) {
      return ADDRESSES.ipv6(code);
    }
  }

  /** Somebody new at an address. */
  Visitor at(Source source) throws IOException {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return new Visitor(this, source, tls);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Changes what the gates go by, and comes back once they do. */
  void change(GateTables.Change change) throws Exception {
    tables.change(change);
    awaitMark();
  }

  private void awaitMark() throws Exception {
    Source marker = Source.ofIpv4(NEXT_MARKER.getAndAdd(MARKED));
    tables.change(rows -> rows.ban(new Prefix(marker.high(), marker.low(), 112)));
    AtomicInteger next = new AtomicInteger();
    Patience.until(
        "the gates go by what was changed",
        () -> {
          int within = (next.getAndIncrement() * 256 + 1) % MARKED;
          return !at(new Source(0, marker.low() + within)).isServed();
        });
  }
}
