package eu.rempart.shell.bulk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** As {@link BulkRoom}, of records that have tags. */
public interface TaggedRoom extends BulkRoom {

  /** Adds some tags and takes others away. */
  ToIntFunction<List<UUID>> tag(Set<UUID> added, Set<UUID> removed);
}
