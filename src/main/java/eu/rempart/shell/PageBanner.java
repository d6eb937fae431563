package eu.rempart.shell;

import eu.rempart.shell.part.BannerBar;
import java.util.List;

/**
 * What a room puts above every view, in the page's flow: it covers nothing, and the most urgent one
 * alone takes room. Provided as a bean. Screens outside of the frame, such as the one on a wall,
 * have none.
 */
@FunctionalInterface
public interface PageBanner {

  /** Built anew with each page; none for people whom they don't concern. */
  List<BannerBar> create();
}
