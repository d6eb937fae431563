package eu.rempart.privacy.trace;

import eu.rempart.search.SearchIndex;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says whether others have an address or a number too, such as the one of an office: then it says
 * nothing of one person.
 */
@Component
class Holders {

  private static final List<String> KINDS = List.of("contact", "company");

  private final SearchIndex index;

  Holders(SearchIndex index) {
    this.index = index;
  }

  /** Asks for one person. */
  interface Others {

    boolean haveMail(String address);

    boolean haveNumber(String dialled);
  }

  /**
   * Whoever else there is among the live records. Nobody knows while the index is being built: then
   * everything is taken for shared.
   *
   * @param person the ids of the person's records
   */
  Others than(Collection<UUID> person) {
    Set<UUID> own = Set.copyOf(person);
    return new Others() {
      @Override
      public boolean haveMail(String address) {
        return have(List.of(address), List.of());
      }

      @Override
      public boolean haveNumber(String dialled) {
        return have(List.of(), List.of(dialled));
      }

      private boolean have(List<String> mails, List<String> numbers) {
        return KINDS.stream()
            .anyMatch(
                kind ->
                    !index.state(kind).ready()
                        || index.likelyDuplicates(kind, "", mails, numbers, own.size() + 1).stream()
                            .anyMatch(found -> !own.contains(found.id())));
      }
    };
  }
}
