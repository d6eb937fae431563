package eu.rempart.tls;

import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A few RSA keys of 4096 bits, made once for the whole run, since each costs seconds. */
final class TestKeys {
  private static final List<KeyPair> KEYS = Stream.generate(Rsa::generate).limit(4).toList();

  private TestKeys() {}

  static KeyPair key(int index) {
    return KEYS.get(index);
  }

  /** Hands the keys out in turn; two in a row are never the same. */
  static Supplier<KeyPair> inTurn() {
    AtomicInteger next = new AtomicInteger();
    return () -> KEYS.get(next.getAndIncrement() % KEYS.size());
  }
}
