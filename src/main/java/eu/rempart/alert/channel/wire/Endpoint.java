package eu.rempart.alert.channel.wire;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.watch.check.Target;

/**
 * Where a peer listens.
 *
 * @param place its host is a name or an address, as {@link Target.Remote} has it
 * @param port 1 to 65535
 */
public record Endpoint(DataPlace place, int port, Protection protection) {

  /**
   * What somebody typed.
   *
   * @throws IllegalArgumentException if it is no host or no port
   */
  public static Endpoint of(DataPlace place, int port, Protection protection) {
    Target.Remote remote = Target.Remote.of(place.host(), port, "/");
    return new Endpoint(
        new DataPlace(place.kind(), remote.host(), place.country(), place.setting()),
        remote.port(),
        protection);
  }

  public String host() {
    return place.host();
  }

  /** Whether this is plainly the machine itself, as no name of a directory is. */
  public boolean isOnThisMachine() {
    return Target.Remote.of(host(), port, "/").isOwnMachine();
  }

  /** {@code sms.example.org:2775}. */
  public String hostAndPort() {
    String host = host();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
