package eu.rempart.account.signin;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Failed sign-ins as all servers count them, for half an hour after the last one. Thread safe. */
interface SharedFailures {

  /** They are forgotten so long after the last one. */
  Duration KEPT = Duration.ofMinutes(30);

  /**
   * How often something failed.
   *
   * @param count 1 or more
   * @param age of the last failure; by one clock, whichever server asks
   */
  record Failed(int count, Duration age) {}

  /** Those of these keys under which something failed; a key is any text. */
  Map<String, Failed> find(Collection<String> keys);

  /** One more failure under each of these keys. */
  void add(Collection<String> keys);

  /** None any more under these keys. */
  void forget(Collection<String> keys);
}
