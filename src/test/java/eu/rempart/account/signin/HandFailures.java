package eu.rempart.account.signin;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Failures in the memory of a test, all of them of this moment. */
final class HandFailures implements SharedFailures {

  private final Map<String, Failed> failures = new HashMap<>();
  private int asked;

  int asked() {
    return asked;
  }

  @Override
  public Map<String, Failed> find(Collection<String> keys) {
    asked++;
    Map<String, Failed> found = new HashMap<>(failures);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void add(Collection<String> keys) {
    keys.forEach(
        key ->
            failures.merge(
                key,
                new Failed(1, Duration.ZERO),
                (past, _) -> new Failed(past.count() + 1, Duration.ZERO)));
  }

  @Override
  public void forget(Collection<String> keys) {
    failures.keySet().removeAll(keys);
  }
}
