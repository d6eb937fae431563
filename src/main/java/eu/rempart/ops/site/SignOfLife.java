package eu.rempart.ops.site;

import eu.rempart.ops.site.engine.Etcd;
import java.io.IOException;
import java.time.Duration;

/**
 * Says in etcd that the witness's own program looks. etcd answers without it, and then a fail-over
 * takes twice as long, which nobody would notice. For one thread.
 */
final class SignOfLife {

  /** So long after the last sign it is gone. */
  static final Duration LIFE = Duration.ofSeconds(10);

  private final Etcd etcd;
  private final String key;
  private final String value;
  private long lease;

  /**
   * @param value who gives it
   */
  SignOfLife(Etcd etcd, String key, String value) {
    this.etcd = etcd;
    this.key = key;
    this.value = value;
  }

  /**
   * Gives it once more; to be called several times within {@link #LIFE}.
   *
   * @throws IOException if etcd has no majority now
   */
  void give() throws IOException {
    if (lease != 0 && etcd.renew(lease)) {
      return;
    }
    lease = 0;
    long fresh = etcd.grant(LIFE);
    etcd.put(key, value, fresh);
    lease = fresh;
  }
}
