package eu.rempart.shell.list;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was searched for, kept in the session under numbers, so that the address of a list names the
 * number and not the person (decision record 0037). Ends with the session; an address from another
 * one finds everybody. Used under the session's lock.
 */
public final class SearchMemo {

  /** Texts that are kept; the one that was asked for longest ago goes first. */
  private static final int KEPT = 500;

  private final Map<String, String> texts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > KEPT;
        }
      };

  private long last;

  /** The one of whoever is signed in on this thread. */
  public static SearchMemo current() {
    VaadinSession session = VaadinSession.getCurrent();
    SearchMemo memo = session.getAttribute(SearchMemo.class);
    if (memo == null) {
      memo = new SearchMemo();
      session.setAttribute(SearchMemo.class, memo);
    }
    return memo;
  }

  /** The number of a text, the same for the same text; empty for the empty one. */
  public String keep(String text) {
    if (text.isEmpty()) {
      return "";
    }
    for (Map.Entry<String, String> known : texts.entrySet()) {
      if (known.getValue().equals(text)) {
        return known.getKey();
      }
    }
    String number = Long.toString(++last);
    texts.put(number, text);
    return number;
  }

  /** The text of a number; empty where this session knows none. */
  public String recall(String number) {
    return texts.getOrDefault(number, "");
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "SearchMemo[hidden]";
  }
}
