package eu.rempart.shell.timeline;

import com.vaadin.flow.component.Component;
import eu.rempart.common.TimelineKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of things in the timelines of records: notes, say. Provided as a bean by the screens of
 * the room that has them; the order of the beans is that of the choices.
 */
public interface TimelineSource {

  /** Key of the word for such things, in the plural: what the choice says. */
  String labelKey();

  /** Whether records of this kind, the name of their table, have any. */
  boolean isOn(String kind);

  /** What one record has of it, as one page asks for it, one answer after the other. */
  Strand of(String kind, UUID record);

  /** The things of one kind that happened with one record. */
  interface Strand {

    /**
     * When they happened, newest first; opens nothing and costs one query.
     *
     * @param before where the answer before ended; null for the newest
     * @param limit 1 or more
     */
    List<TimelineKey> keys(@Nullable TimelineKey before, int limit);

    /**
     * What is shown of these, by id, for which one query must do; what is gone meanwhile is left
     * out.
     *
     * @param changed to be called when the timeline is to be read anew
     */
    Map<UUID, Component> show(Collection<UUID> ids, Runnable changed);

    /** What stands above all else, whenever it happened; not among the keys. */
    default List<Component> pinned(Runnable changed) {
      return List.of();
    }

    /** By which the person adds one more; empty where they may not. */
    default Optional<Component> adding(Runnable changed) {
      return Optional.empty();
    }
  }
}
