package eu.rempart.shell;

import java.util.List;

/**
 * What the search box at the top of every page asks as one types. Any number of rooms may provide
 * one as a bean; their groups are shown below each other in the order of the beans.
 */
public interface GlobalSearch {

  /**
   * Finds records whose texts match.
   *
   * @param query what was typed, trimmed, at least one character
   * @param limit most hits in a group, 1 to 20
   * @return groups with at least one hit, best first; answered in the UI thread, so within
   *     milliseconds
   */
  List<Group> find(String query, int limit);

  /**
   * Hits of one kind.
   *
   * @param labelKey key of the group's heading
   * @param hits best first
   * @param allRoute where all hits of this kind are listed, with the query filled in; empty if
   *     there is no such page
   */
  record Group(String labelKey, List<Hit> hits, String allRoute) {
    /** A copy keeps what is shown from changing underneath. */
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /**
   * One found record.
   *
   * @param title its name
   * @param subtitle what tells it from namesakes; may be empty
   * @param route path of its page, without a leading slash
   * @param picture path of its picture, as in {@code lazy-picture.ts}; empty for none
   */
  record Hit(String title, String subtitle, String route, String picture) {}
}
