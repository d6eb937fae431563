package eu.rempart.watch.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who is admitted, read once in a second at most: however many strangers come, they cost the
 * database nothing. States are as old as that; whoever acts on them asks again. Thread safe.
 */
final class KnownAgents {

  private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<List<Agent>> read;
  private final LongSupplier nanos;
  private Map<UUID, Agent> known = Map.of();
  private long readAt;
  private boolean any;

  KnownAgents(Supplier<List<Agent>> read, LongSupplier nanos) {
    this.read = read;
    this.nanos = nanos;
  }

  synchronized Optional<Agent> find(UUID id) {
    long now = nanos.getAsLong();
    if (!any || now - readAt > FRESH) {
      known = read.get().stream().collect(Collectors.toMap(Agent::id, Function.identity()));
      readAt = now;
      any = true;
    }
    return Optional.ofNullable(known.get(id));
  }

  /** Somebody was admitted just now. */
  synchronized void forget() {
    any = false;
  }
}
