package eu.rempart.watch.ui;

import eu.rempart.account.Access;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.WallPart;
import eu.rempart.shell.part.Glyph;
import eu.rempart.watch.result.WatchService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to what is watched. */
@Configuration(proxyBeanMethods = false)
public class WatchNavigation {

  public static final String WATCH = "watch";

  @Bean
  NavigationEntry watchEntry() {
    return NavigationEntry.forRight(
        Access.OPERATIONS,
        "watch.title",
        Glyph.EYE,
        WATCH,
        NavigationEntry.Group.ADMINISTRATION,
        25); // one of the four that an engineer has under the thumb
  }

  /** The first part of the screens on a wall: what people ask first is whether all is well. */
  @Bean
  WallPart watchOnWall(WatchService watch) {
    return () -> {
      var panel = new WatchPanel(watch.report());
      return new WallPart.Shown(panel, () -> panel.show(watch.report()));
    };
  }
}
