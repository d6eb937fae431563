package eu.rempart.alert.channel.wire;

import eu.rempart.watch.check.Target;

/**
 * Where a peer listens.
 *
 * @param host a name or an address, as {@link Target.Remote} has it
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port, Protection protection) {

  /**
   * What somebody typed.
   *
   * @throws IllegalArgumentException if it is no host or no port
   */
  public static Endpoint of(String host, int port, Protection protection) {
    Target.Remote remote = Target.Remote.of(host, port, "/");
    return new Endpoint(remote.host(), remote.port(), protection);
  }

  /** Whether this is plainly the machine itself, as no name of a directory is. */
  public boolean isOnThisMachine() {
    return Target.Remote.of(host, port, "/").isOwnMachine();
  }

  /** {@code sms.example.org:2775}. */
  public String hostAndPort() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
