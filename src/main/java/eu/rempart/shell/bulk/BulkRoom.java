package eu.rempart.shell.bulk;

import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the room of a kind of records can do to many of them. Its steps run on another thread,
 * within the transaction of the whole change, for whoever began it.
 */
public interface BulkRoom {

  /** Name of the table. */
  String kind();

  /**
   * Gives them to a member.
   *
   * @param owner null for nobody
   */
  ToIntFunction<List<UUID>> assign(@Nullable UUID owner);

  /** Moves them to the bin. */
  ToIntFunction<List<UUID>> archive();

  /** The fields that can be edited, in the order in which they are offered. */
  List<BulkField<?>> fields();

  /** What a field of {@link #fields} holds in one record; null where it is empty. */
  @Nullable Object now(String column, UUID id);

  /** Lets searches see these, after the commit. */
  void seen(List<UUID> ids);
}
