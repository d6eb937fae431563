package eu.rempart.shell.error;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/**
 * What a room knows of an address that leads to no page: that the record lies in the bin, say.
 * Provided as a bean; asked for members alone who open customer data.
 */
@FunctionalInterface
public interface MissingPage {

  /**
   * What to show in place of "this page does not exist".
   *
   * @param path of the address, without a leading slash and parameters
   * @return empty where the room knows nothing of it that the member may see
   */
  Optional<Explanation> at(String path);

  /**
   * Why there is no page, and what can be done about it.
   *
   * @param title heading of the page, and its title
   * @param sentences below the heading
   * @param actions buttons and links, the most likely one first
   */
  record Explanation(String title, List<String> sentences, List<Component> actions) {

    /** Titles are customer data. */
    @Override
    public String toString() {
      return "Explanation[hidden]";
    }
  }
}
