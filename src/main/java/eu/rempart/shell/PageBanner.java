package eu.rempart.shell;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * What a room puts above every view, in the page's flow: it covers nothing. Provided as a bean.
 * Screens outside of the frame, such as the one on a wall, have none.
 */
@FunctionalInterface
public interface PageBanner {

  /** Built anew with each page; none for people whom they don't concern. */
  List<Component> create();
}
