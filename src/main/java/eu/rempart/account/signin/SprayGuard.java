package eu.rempart.account.signin;

import java.time.Duration;

/**
 * Who has to wait at the sign-in page while passwords are tried from very many sources, once from
 * each: nothing that is counted by one source sees that. Known by the room {@code edge}.
 */
@FunctionalInterface
public interface SprayGuard {

  /**
   * How long a try from an address waits, on a device that nobody knows; zero when it may go on.
   *
   * @param address of IPv4 or IPv6 in text form; anything else never waits
   */
  Duration waitOf(String address);
}
